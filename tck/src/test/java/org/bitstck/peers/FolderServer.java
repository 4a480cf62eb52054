package org.bitstck.peers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A {@link PlainServer} that puts its files into a folder, as careless as it is told to be. */
public class FolderServer extends PlainServer {
  protected final Path folder;

  /**
   * @param folder what the server's URL is mapped to
   */
  public FolderServer(Path folder) {
    this.folder = folder;
  }

  /** Writes a file below the folder, or wherever the name leads. */
  protected final void write(String name, byte[] bytes) {
    try {
      Files.write(folder.resolve(name), bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  protected void publish(Upload upload) {
    write(upload.path().substring("/inbox/".length()), upload.bytes());
  }

  /** Takes the path as it comes and writes where it leads. */
  public static final class TrustsTheTarget extends FolderServer {
    public TrustsTheTarget(Path folder) {
      super(folder);
    }

    @Override
    protected String destination(HttpRequest request) {
      String path = path(request);
      return path.startsWith("/inbox/../") ? path : super.destination(request);
    }
  }

  /** Keeps the data of a session in a file that has the session's id for its name. */
  public static final class TrustsTheSessionId extends FolderServer {
    public TrustsTheSessionId(Path folder) {
      super(folder);
    }

    @Override
    protected HttpAnswer onFragment(HttpRequest request) {
      String id = request.header(SESSION_ID).orElse("");
      if (id.startsWith("../")) {
        write(id, request.body());
      }
      return super.onFragment(request);
    }
  }

  /** Names the file after Content-Name besides. */
  public static final class TrustsTheContentName extends FolderServer {
    public TrustsTheContentName(Path folder) {
      super(folder);
    }

    @Override
    protected HttpAnswer onFragment(HttpRequest request) {
      HttpAnswer answer = super.onFragment(request);
      request
          .header("Content-Name")
          .filter(name -> name.startsWith("../"))
          .ifPresent(name -> write(name, request.body()));
      return answer;
    }
  }
}
