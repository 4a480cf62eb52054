package org.bitstck.client.upload;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import org.bitstck.client.http.Body;
import org.bitstck.client.http.ExchangeFailure;

/** A file of this machine. */
final class SourceFile implements Source {
  private final Path path;
  private final UploadState state;
  private FileChannel channel;

  SourceFile(Path path, UploadState state) {
    this.path = path;
    this.state = state;
  }

  @Override
  public void open() throws ExchangeFailure {
    if (channel != null) {
      return;
    }
    try {
      BasicFileAttributes now = Files.readAttributes(path, BasicFileAttributes.class);
      if (now.isDirectory()) {
        throw ExchangeFailure.file(path + " is a folder");
      }
      if (state.size < 0) {
        state.size = now.size();
        state.modifiedMillis = now.lastModifiedTime().toMillis();
      }
      check();
      if (state.size == 0) {
        throw ExchangeFailure.file(path + " is empty; the protocol has no range for that");
      }
      channel = FileChannel.open(path, StandardOpenOption.READ);
    } catch (ExchangeFailure e) {
      throw e;
    } catch (IOException e) {
      throw unreadable(path, e);
    }
  }

  private static ExchangeFailure unreadable(Path path, IOException e) {
    return new ExchangeFailure(ExchangeFailure.Kind.FILE, "cannot read " + path + ": " + e, e);
  }

  @Override
  public void check() throws ExchangeFailure {
    try {
      BasicFileAttributes now = Files.readAttributes(path, BasicFileAttributes.class);
      if (now.size() != state.size || now.lastModifiedTime().toMillis() != state.modifiedMillis) {
        throw ExchangeFailure.file(path + " has changed since the upload began");
      }
    } catch (ExchangeFailure e) {
      throw e;
    } catch (IOException e) {
      throw unreadable(path, e);
    }
  }

  @Override
  public Body part(long first, long length) {
    return new Body() {
      @Override
      public long length() {
        return length;
      }

      @Override
      public long transferTo(long position, long count, WritableByteChannel sink)
          throws IOException {
        long sent = channel.transferTo(first + position, count, sink);
        if (sent == 0 && channel.size() <= first + position) {
          throw ExchangeFailure.file(path + " became shorter during the upload");
        }
        return sent;
      }
    };
  }

  @Override
  public void close() {
    if (channel == null) {
      return;
    }
    try {
      channel.close();
    } catch (IOException e) {
      // it was only read
    }
    channel = null;
  }
}
