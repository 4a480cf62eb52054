package org.bitstck.server.application;

import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpVersion;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.bitstck.server.protocol.BitsHeader;

/** Reads the head of a notification. Source: MC-BUP 2.2.12, 3.4.5.2. */
@FunctionalInterface
public interface NoticeReader {

  /**
   * What a head says.
   *
   * @throws Refused if it is no valid notification
   */
  Notice read(HttpRequest head) throws Refused;

  /** Refuses what MC-BUP does not allow. */
  static NoticeReader strict() {
    return StrictReader::read;
  }

  /** The rules, one after the other. */
  final class StrictReader {
    /** Not more than its beginning: servers write the URL as the client sent it. */
    private static final Pattern ABSOLUTE = Pattern.compile("(?i)https?://[^/?#\\s]+.*");

    private StrictReader() {}

    private static Notice read(HttpRequest head) throws Refused {
      if (head.decoderResult().isFailure()) {
        throw new Refused(400, "not HTTP");
      }
      if (!head.protocolVersion().equals(HttpVersion.HTTP_1_1)) {
        throw new Refused(505, "not HTTP/1.1");
      }
      if (!head.headers().contains("Host")) {
        throw new Refused(400, "no Host");
      }
      if (!head.method().equals(HttpMethod.POST)) {
        throw new Refused(405, "not POST");
      }
      String url = only(head, BitsHeader.ORIGINAL_REQUEST_URL);
      if (url == null || !ABSOLUTE.matcher(url).matches()) {
        throw new Refused(400, BitsHeader.ORIGINAL_REQUEST_URL + " is no absolute URL");
      }
      Path data = path(head, BitsHeader.REQUEST_DATA_FILE_NAME);
      Path reply = path(head, BitsHeader.RESPONSE_DATA_FILE_NAME);
      if ((data == null) != (reply == null)) {
        throw new Refused(400, "only one of the two file names");
      }
      return new Notice(url, data, reply);
    }

    private static String only(HttpRequest head, String name) throws Refused {
      List<String> values = head.headers().getAll(name);
      if (values.size() > 1) {
        throw new Refused(400, name + " more than once");
      }
      return values.isEmpty() ? null : values.get(0).strip();
    }

    private static Path path(HttpRequest head, String name) throws Refused {
      String text = only(head, name);
      if (text == null) {
        return null;
      }
      try {
        Path path = Path.of(text);
        if (path.isAbsolute()) {
          return path;
        }
      } catch (InvalidPathException e) {
        throw new Refused(400, name + " is no path of this system");
      }
      throw new Refused(400, name + " is no absolute path");
    }
  }
}
