package org.bitstck.client.upload;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Properties;
import org.bitstck.client.http.ExchangeFailure;

/** Keeps the state of one upload on the disk, so that another process can go on with it. */
public final class StateFile {
  private static final String FORMAT = "bits-upload-state/1";

  private final Path file;
  private final String url;
  private final String source;

  /** A state of the upload of a file to a URL. */
  public StateFile(Path file, String url, Path source) {
    this.file = file.toAbsolutePath();
    this.url = url;
    this.source = source.toAbsolutePath().normalize().toString();
  }

  /**
   * Reads the state.
   *
   * @return a fresh one if there is no file
   * @throws ExchangeFailure if it is unreadable, or that of another upload
   */
  public UploadState read() throws ExchangeFailure {
    UploadState state = new UploadState();
    if (!Files.exists(file)) {
      return state;
    }
    try {
      Properties all = new Properties();
      all.load(new StringReader(Files.readString(file)));
      if (!FORMAT.equals(all.getProperty("format"))) {
        throw ExchangeFailure.file(file + " is no state of an upload");
      }
      if (!url.equals(all.getProperty("url")) || !source.equals(all.getProperty("source"))) {
        throw ExchangeFailure.file(
            file
                + " is the state of another upload: "
                + all.getProperty("source")
                + " to "
                + all.getProperty("url"));
      }
      fill(state, all);
      return state;
    } catch (ExchangeFailure e) {
      throw e;
    } catch (IOException | IllegalArgumentException e) {
      throw new ExchangeFailure(ExchangeFailure.Kind.FILE, "cannot read " + file + ": " + e, e);
    }
  }

  private static void fill(UploadState state, Properties all) {
    state.phase = UploadState.Phase.valueOf(all.getProperty("phase"));
    state.size = number(all, "size", -1);
    state.modifiedMillis = number(all, "modified", 0);
    state.session = all.getProperty("session");
    state.offset = number(all, "offset", 0);
    state.host = all.getProperty("host");
    state.fallbackSeconds = number(all, "fallback-seconds", -1);
    state.failingSinceMillis = number(all, "host-failing-since", 0);
    state.fragmentSize = number(all, "fragment-size", 0);
    state.replyUrl = all.getProperty("reply-url");
    state.replySize = number(all, "reply-size", -1);
    state.replyVersion = all.getProperty("reply-version");
  }

  private static long number(Properties all, String key, long otherwise) {
    String text = all.getProperty(key);
    return text == null ? otherwise : Long.parseLong(text);
  }

  /** Writes the state; the old one is replaced as a whole. */
  public void write(UploadState state) throws ExchangeFailure {
    StringBuilder text = new StringBuilder();
    line(text, "format", FORMAT);
    line(text, "url", url);
    line(text, "source", source);
    line(text, "phase", state.phase.name());
    line(text, "size", state.size);
    line(text, "modified", state.modifiedMillis);
    line(text, "session", state.session);
    line(text, "offset", state.offset);
    line(text, "host", state.host);
    line(text, "fallback-seconds", state.fallbackSeconds);
    line(text, "host-failing-since", state.failingSinceMillis);
    line(text, "fragment-size", state.fragmentSize);
    line(text, "reply-url", state.replyUrl);
    line(text, "reply-size", state.replySize);
    line(text, "reply-version", state.replyVersion);
    Path next = file.resolveSibling(file.getFileName() + ".new");
    try {
      Files.write(next, text.toString().getBytes(StandardCharsets.UTF_8));
      Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new ExchangeFailure(ExchangeFailure.Kind.FILE, "cannot write " + file + ": " + e, e);
    }
  }

  private static void line(StringBuilder text, String key, Object value) {
    if (value == null) {
      return;
    }
    text.append(key).append('=');
    String plain = value.toString();
    for (int i = 0; i < plain.length(); i++) {
      char c = plain.charAt(i);
      if (c == '\\' || c == ' ' && i == 0) {
        text.append('\\').append(c);
      } else if (c < ' ') {
        text.append(String.format("\\u%04x", (int) c));
      } else {
        text.append(c);
      }
    }
    text.append('\n');
  }

  /** The upload has ended. */
  public void delete() {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      // a state of a finished upload does no harm: its session is gone
    }
  }
}
