package org.bitstck.peers.wrong;

import static org.bitstck.peers.wrong.WrongServer.server;

import java.util.List;
import org.bitstck.peers.HttpAnswer;
import org.bitstck.peers.HttpRequest;
import org.bitstck.peers.PlainServer;
import org.bitstck.peers.Refusal;
import org.bitstck.peers.Upload;

/** Opening a session: protocols, destination, the Ack. */
final class CreateFaults {
  private static final String CHOSEN = "BITS-Protocol";

  private CreateFaults() {}

  static List<WrongServer> all() {
    return List.of(
        server(
            "protocol is looked for at the first place only",
            FirstOnly::new,
            "BITS-SRV-CREATE-005"),
        server(
            "protocol is looked for at the last place only", LastOnly::new, "BITS-SRV-CREATE-005"),
        server("protocol list is the protocol", WholeList::new, "BITS-SRV-CREATE-005")
            .also("no list is read", "BITS-SRV-CREATE-006", "BITS-SRV-CREATE-007"),
        server("protocol list has commas only", CommasOnly::new, "BITS-SRV-CREATE-006"),
        server("protocol list has blanks only", BlanksOnly::new, "BITS-SRV-CREATE-007"),
        server("protocol is known in lower case only", LowerCaseOnly::new)
            .warned("BITS-SRV-CREATE-008"),
        server("protocol is known in upper case only", UpperCaseOnly::new)
            .warned("BITS-SRV-CREATE-008"),
        server("no protocol list is needed", NoListNeeded::new, "BITS-SRV-CREATE-009"),
        server("any protocol will do", AnyProtocol::new, "BITS-SRV-ERR-013"),
        server("the first protocol offered is chosen", FirstChosen::new, "BITS-SRV-CREATE-004"),
        server("no protocol in the Ack", NoProtocol::new, "BITS-SRV-CREATE-001"),
        server(
            "refused CREATE-SESSION names a session", SessionInRefusal::new, "BITS-SRV-CREATE-010"),
        server("alternate host is the own name", OwnName::new, "BITS-SRV-CREATE-013"),
        server("destination may be the directory", IntoDirectory::new, "BITS-SRV-ERR-015"),
        server("destination may be anywhere", Anywhere::new).warned("BITS-SRV-CREATE-017"),
        server("Content-Name names the file", NamedByContentName::new, "BITS-SRV-CREATE-016"),
        server("no Accept-Encoding", NoAcceptEncoding::new).warned("BITS-SRV-CREATE-011"),
        server("CREATE-SESSION is 202", Accepted::new).warned("BITS-SRV-CREATE-018"));
  }

  private static final class FirstOnly extends PlainServer {
    @Override
    protected String protocol(String list) {
      return super.protocol(list.replaceAll("(?s)[ \t,].*", ""));
    }
  }

  private static final class LastOnly extends PlainServer {
    @Override
    protected String protocol(String list) {
      return super.protocol(list.replaceAll("(?s).*[ \t,]", ""));
    }
  }

  private static final class WholeList extends PlainServer {
    @Override
    protected String protocol(String list) {
      if (!list.equalsIgnoreCase(PROTOCOL)) {
        throw Refusal.syntax();
      }
      return PROTOCOL;
    }
  }

  private static final class CommasOnly extends PlainServer {
    @Override
    protected String protocol(String list) {
      return super.protocol(list.strip().replaceAll("(?<![, ])[ \t]+(?!,)", "_"));
    }
  }

  private static final class BlanksOnly extends PlainServer {
    @Override
    protected String protocol(String list) {
      return super.protocol(list.replace(',', '_'));
    }
  }

  private static final class LowerCaseOnly extends PlainServer {
    @Override
    protected String protocol(String list) {
      if (!list.contains(PROTOCOL)) {
        throw Refusal.syntax();
      }
      return super.protocol(list);
    }
  }

  private static final class UpperCaseOnly extends PlainServer {
    @Override
    protected String protocol(String list) {
      if (!list.contains("{7DF0354D-249B-430F-820D-3D2A9BEF4931}")) {
        throw Refusal.syntax();
      }
      return super.protocol(list);
    }
  }

  private static final class NoListNeeded extends PlainServer {
    @Override
    protected String protocol(String list) {
      return list.isBlank() ? PROTOCOL : super.protocol(list);
    }
  }

  private static final class AnyProtocol extends PlainServer {
    @Override
    protected String protocol(String list) {
      if (!list.startsWith("{")) {
        throw Refusal.syntax();
      }
      return PROTOCOL;
    }
  }

  private static final class FirstChosen extends PlainServer {
    @Override
    protected String protocol(String list) {
      super.protocol(list);
      return list.strip().split("[ ,]+")[0];
    }
  }

  private static final class NoProtocol extends PlainServer {
    @Override
    protected HttpAnswer onCreate(HttpRequest request) {
      return super.onCreate(request).without(CHOSEN);
    }
  }

  private static final class SessionInRefusal extends PlainServer {
    @Override
    protected HttpAnswer refused(HttpRequest request, Refusal refusal) {
      HttpAnswer answer = super.refused(request, refusal);
      if (request.packetType().equals("create-session")) {
        Upload upload = new Upload(nextSessionId(), path(request));
        remember(key(upload.id()), upload);
        answer.with(SESSION_ID, upload.id()).with(CHOSEN, PROTOCOL);
      }
      return answer;
    }
  }

  private static final class OwnName extends PlainServer {
    @Override
    protected HttpAnswer onCreate(HttpRequest request) {
      return super.onCreate(request).with("BITS-Host-Id", "upload-03");
    }
  }

  private static final class IntoDirectory extends PlainServer {
    @Override
    protected String destination(HttpRequest request) {
      return path(request).endsWith("/") ? path(request) : super.destination(request);
    }
  }

  private static final class Anywhere extends PlainServer {
    @Override
    protected String destination(HttpRequest request) {
      boolean below = path(request).matches("/inbox/(?!\\.)[^/]+/[^/]+");
      return below ? path(request) : super.destination(request);
    }
  }

  private static final class NamedByContentName extends PlainServer {
    @Override
    protected String destination(HttpRequest request) {
      String folder = super.destination(request).replaceAll("[^/]*$", "");
      return request.header("Content-Name").map(folder::concat).orElse(path(request));
    }

    @Override
    protected void checkUrl(Upload upload, HttpRequest request) {}
  }

  private static final class NoAcceptEncoding extends PlainServer {
    @Override
    protected HttpAnswer onCreate(HttpRequest request) {
      return super.onCreate(request).without("Accept-Encoding");
    }
  }

  private static final class Accepted extends PlainServer {
    @Override
    protected HttpAnswer onCreate(HttpRequest request) {
      return super.onCreate(request).status(202);
    }
  }
}
