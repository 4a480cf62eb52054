package org.bitstck.play.client.scripted;

import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Locale;
import java.util.UUID;
import org.bitstck.play.TestFile;
import org.bitstck.scenario.client.ServerSettings;

/** The server application's reply, and the URL under which it lies. */
final class Reply {
  private static final ZonedDateTime FIRST =
      ZonedDateTime.of(2024, 1, 2, 3, 4, 5, 0, ZoneOffset.UTC);

  private final Hosting hosting;
  private final String guid;
  private int version;
  private byte[] bytes;

  Reply(Hosting hosting) {
    this.hosting = hosting;
    byte[] name = ("reply " + hosting.target()).getBytes(StandardCharsets.UTF_8);
    this.guid = "{" + UUID.nameUUIDFromBytes(name).toString().toUpperCase(Locale.ROOT) + "}";
  }

  /** Another content of the same size, and another Last-Modified, from now on. */
  void change() {
    version++;
    bytes = null;
  }

  /** Not to be written to. */
  byte[] bytes() {
    if (bytes == null) {
      TestFile file = new TestFile(hosting.settings().reply(), 0x7E91L + version);
      bytes = file.bytes(0, file.size() - 1);
    }
    return bytes;
  }

  Download download() {
    return new Download(bytes(), FIRST.plusDays(version));
  }

  /** True if it lies under this decoded path. */
  boolean liesAt(String path) {
    return path.equals(Targets.path(hosting.folder() + relative().replace('\\', '/')));
  }

  /**
   * The value of BITS-Reply-URL.
   *
   * @param authority that the client uses
   */
  String url(String authority) {
    return hosting.settings().replyUrl() == ServerSettings.ReplyUrl.ABSOLUTE
        ? "http://" + authority + hosting.folder() + relative()
        : relative();
  }

  /** Its path as it stands in a request line. */
  String path() {
    String path = hosting.folder() + relative().replace('\\', '/');
    return path.replace("{", "%7B").replace("}", "%7D");
  }

  private String relative() {
    return hosting.settings().replyUrl() == ServerSettings.ReplyUrl.WINDOWS
        ? "BITS-Sessions\\Replies\\" + guid + "\\responsefile.bin"
        : "replies/" + guid.substring(1, 9) + ".bin";
  }
}
