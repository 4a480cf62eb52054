package org.bitstck.play.client.scripted;

import java.util.ArrayList;
import java.util.List;
import org.bitstck.exchange.Header;
import org.bitstck.exchange.Headers;
import org.bitstck.exchange.Request;
import org.bitstck.play.TestFile;
import org.bitstck.play.client.UploadOrder.Credentials;
import org.bitstck.play.tap.Answer;
import org.bitstck.scenario.FileSpec;
import org.bitstck.scenario.client.RequestKind;
import org.bitstck.scenario.client.ServerSettings;

/** A model with a file of 300 bytes, and requests to it. */
final class Models {
  static final String PATH = "/run/1/one/a b.bin";
  static final TestFile FILE = new TestFile(new FileSpec(FileSpec.MAIN, 300, null), 1);
  private static final String TARGET = "/run/1/one/a%20b.bin?ACCOUNT=7";

  private Models() {}

  static Hosting hosting(ServerSettings settings) {
    return new Hosting(
        settings,
        TARGET,
        "127.0.0.1:4711",
        settings.hostId() == ServerSettings.HostId.NONE ? null : "localhost",
        new Credentials("tester", "right"),
        FILE);
  }

  static ServerModel model() {
    return new ServerModel(hosting(ServerSettings.USUAL));
  }

  static Received request(String method, RequestKind kind, String path, String... headers) {
    return request(method, kind, path, new byte[0], headers);
  }

  static Received request(
      String method, RequestKind kind, String path, byte[] body, String... headers) {
    List<Header> lines = new ArrayList<>();
    for (int i = 0; i < headers.length; i += 2) {
      lines.add(new Header(headers[i], headers[i + 1]));
    }
    Request request = Request.of(method, path, new Headers(lines), body);
    return new Received(request, kind, path, "127.0.0.1:4711", Content.of(body));
  }

  /** A packet with Content-Length and type. */
  static Received packet(RequestKind kind, byte[] body, String... headers) {
    List<String> all = new ArrayList<>(List.of("BITS-Packet-Type", kind.word()));
    all.addAll(List.of(headers));
    all.addAll(List.of("Content-Length", "" + body.length));
    return request("BITS_POST", kind, PATH, body, all.toArray(String[]::new));
  }

  static Received packet(RequestKind kind, String... headers) {
    return packet(kind, new byte[0], headers);
  }

  static Received create() {
    return packet(
        RequestKind.CREATE_SESSION,
        "BITS-Supported-Protocols",
        "{00000000-0000-0000-0000-000000000001}, {7DF0354D-249B-430F-820D-3D2A9BEF4931}");
  }

  /** The bytes of the file from first to last, inclusive. */
  static Received fragment(String session, int first, int last) {
    return fragment(session, "bytes " + first + "-" + last + "/300", FILE.bytes(first, last));
  }

  static Received fragment(String session, String range, byte[] body) {
    return packet(RequestKind.FRAGMENT, body, "BITS-Session-Id", session, "Content-Range", range);
  }

  static Received close(String session) {
    return packet(RequestKind.CLOSE_SESSION, "BITS-Session-Id", session);
  }

  static String created(ServerModel model) {
    return model.answer(create()).first("BITS-Session-Id").orElseThrow();
  }

  /** Status and offset, as {@code 200 @100}. */
  static String where(Answer answer) {
    return answer.status()
        + answer.first("BITS-Received-Content-Range").map(at -> " @" + at).orElse("");
  }
}
