package org.bitstck.server.upload;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.bitstck.server.directory.FileName;
import org.bitstck.server.protocol.RequestTarget;
import org.bitstck.server.session.Session;
import org.bitstck.server.session.Sessions;

/**
 * Finds replies of server applications by their URL: the directory's path, {@code .bits-replies}, a
 * token.
 */
public final class Replies {
  static final String FOLDER = FileName.REPLIES;

  private final Sessions sessions;

  public Replies(Sessions sessions) {
    this.sessions = sessions;
  }

  /** The session whose reply a target names; null if it names none. */
  public Session find(RequestTarget target) {
    List<String> segments = target.segments();
    int last = segments.size() - 1;
    if (last < 1 || target.folder() || !segments.get(last - 1).equals(FOLDER)) {
      return null;
    }
    Session session = sessions.findReply(segments.get(last));
    boolean here =
        session != null
            && session.directory().segments().equals(List.copyOf(segments.subList(0, last - 1)));
    return here ? session : null;
  }

  /** The file of a session's reply; null if it is gone. */
  public Path file(Session session) {
    Path file = session.store().reply(session.id());
    return Files.isRegularFile(file) ? file : null;
  }
}
