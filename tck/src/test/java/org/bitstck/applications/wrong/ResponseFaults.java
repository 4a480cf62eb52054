package org.bitstck.applications.wrong;

import static org.bitstck.applications.wrong.WrongApplication.failing;
import static org.bitstck.applications.wrong.WrongApplication.warned;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import org.bitstck.applications.PlainApplication;
import org.bitstck.peers.HttpAnswer;
import org.bitstck.peers.HttpRequest;

/** Faults in the answer and in the way of the reply. */
final class ResponseFaults {
  private ResponseFaults() {}

  static List<WrongApplication> all() {
    return List.of(
        warned("BITS-APP-RESPONSE-001", "chunks its answers", Chunking::new),
        warned(
            "BITS-APP-RESPONSE-001",
            "ends its answers with the connection",
            () -> new Answering(answer -> answer.closing().without("Content-Length"))),
        warned("BITS-APP-RESPONSE-001", "sends a byte behind the answer", Surplus::new),
        warned("BITS-APP-RESPONSE-001", "answers with HTTP/1.0", OldVersion::new),
        failing("BITS-APP-RESPONSE-002", "by reference replies in the body", InTheBody::new),
        failing("BITS-APP-RESPONSE-002", "by reference replies in file and body", Twice::new),
        failing("BITS-APP-RESPONSE-002", "by reference writes no reply", Elsewhere::new),
        failing("BITS-APP-RESPONSE-003", "by value keeps the reply for itself", Keeping::new),
        failing("BITS-APP-RESPONSE-004", "replies beside a static URL", Both::new),
        failing("BITS-APP-RESPONSE-005", "gives a relative static URL", Relative::new),
        failing(
            "BITS-APP-RESPONSE-005",
            "gives a static URL where nothing is",
            () -> new Serving(answer -> new HttpAnswer(404))),
        failing("BITS-APP-RESPONSE-005", "knows no HEAD", NoHead::new),
        failing("BITS-APP-RESPONSE-005", "knows no ranges", NoRanges::new),
        failing(
            "BITS-APP-RESPONSE-005",
            "serves something else at the static URL",
            () -> new Serving(answer -> answer.body(new byte[answer.bytes().length]))),
        failing(
            "BITS-APP-RESPONSE-006",
            "does not say that it wants the upload at its URL",
            () -> new Answering(answer -> answer.without("BITS-Copy-File-To-Destination"))),
        failing("BITS-APP-RESPONSE-007", "replies with an error text", ErrorText::new));
  }

  /** Changes each answer to a notification. */
  private static class Answering extends PlainApplication {
    private final UnaryOperator<HttpAnswer> change;

    Answering(UnaryOperator<HttpAnswer> change) {
      this.change = change;
    }

    @Override
    protected HttpAnswer answer(HttpRequest request) {
      HttpAnswer answer = super.answer(request);
      return request.method().equals("POST") ? change.apply(answer) : answer;
    }
  }

  /** One chunk for the whole body, however it is. */
  private static final class Chunking extends Answering {
    Chunking() {
      super(answer -> answer.without("Content-Length").with("Transfer-Encoding", "chunked"));
    }

    @Override
    protected byte[] written(HttpRequest request, HttpAnswer answer) {
      byte[] bytes = super.written(request, answer);
      if (!request.method().equals("POST")) {
        return bytes;
      }
      int head = answer.head().length;
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      out.write(bytes, 0, head);
      if (bytes.length > head) {
        out.writeBytes(
            (Integer.toHexString(bytes.length - head) + "\r\n")
                .getBytes(StandardCharsets.US_ASCII));
        out.write(bytes, head, bytes.length - head);
        out.writeBytes("\r\n".getBytes(StandardCharsets.US_ASCII));
      }
      out.writeBytes("0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
      return out.toByteArray();
    }
  }

  private static final class Surplus extends PlainApplication {
    @Override
    protected byte[] written(HttpRequest request, HttpAnswer answer) {
      byte[] bytes = super.written(request, answer);
      return request.method().equals("POST") && answer.isSuccess()
          ? java.util.Arrays.copyOf(bytes, bytes.length + 1)
          : bytes;
    }
  }

  private static final class OldVersion extends PlainApplication {
    @Override
    protected byte[] written(HttpRequest request, HttpAnswer answer) {
      byte[] bytes = super.written(request, answer);
      if (request.method().equals("POST")) {
        bytes["HTTP/1.".length()] = '0';
      }
      return bytes;
    }
  }

  private static final class InTheBody extends PlainApplication {
    @Override
    protected HttpAnswer replied(HttpRequest request, byte[] reply) throws IOException {
      return request.target().equals("/static")
          ? super.replied(request, reply)
          : checked(request, new HttpAnswer(200).body(reply));
    }
  }

  private static final class Twice extends PlainApplication {
    @Override
    protected HttpAnswer replied(HttpRequest request, byte[] reply) throws IOException {
      HttpAnswer answer = super.replied(request, reply);
      return answer.has(STATIC_URL) ? answer : answer.body(reply);
    }
  }

  private static final class Elsewhere extends PlainApplication {
    @Override
    protected HttpAnswer replied(HttpRequest request, byte[] reply) throws IOException {
      boolean byReference =
          request.header(RESPONSE_FILE).isPresent() && !request.target().equals("/static");
      return byReference ? checked(request, new HttpAnswer(200)) : super.replied(request, reply);
    }
  }

  /** It would have noticed where a reply cannot go. */
  private static HttpAnswer checked(HttpRequest request, HttpAnswer answer) throws IOException {
    String file = request.header("BITS-Response-DataFile-Name").orElse("none");
    if (Files.isDirectory(Path.of(file))) {
      throw new IOException("a folder");
    }
    return answer;
  }

  private static final class Keeping extends PlainApplication {
    @Override
    protected HttpAnswer replied(HttpRequest request, byte[] reply) throws IOException {
      HttpAnswer answer = super.replied(request, reply);
      return request.header(RESPONSE_FILE).isPresent() ? answer : answer.body(new byte[0]);
    }
  }

  private static final class Both extends PlainApplication {
    @Override
    protected HttpAnswer replied(HttpRequest request, byte[] reply) throws IOException {
      HttpAnswer answer = super.replied(request, reply);
      if (!answer.has(STATIC_URL)) {
        return answer;
      }
      if (request.header(RESPONSE_FILE).isPresent()) {
        Files.write(Path.of(request.header(RESPONSE_FILE).get()), reply);
        return answer;
      }
      return answer.body(reply);
    }
  }

  private static final class Relative extends PlainApplication {
    @Override
    protected String staticUrl(String path) {
      return path;
    }
  }

  /** Changes each answer to a download. */
  private static final class Serving extends PlainApplication {
    private final UnaryOperator<HttpAnswer> change;

    Serving(UnaryOperator<HttpAnswer> change) {
      this.change = change;
    }

    @Override
    protected HttpAnswer download(HttpRequest request) {
      return change.apply(super.download(request));
    }
  }

  private static final class NoHead extends PlainApplication {
    @Override
    protected HttpAnswer download(HttpRequest request) {
      return request.method().equals("HEAD") ? new HttpAnswer(405) : super.download(request);
    }
  }

  private static final class NoRanges extends PlainApplication {
    @Override
    protected HttpAnswer download(HttpRequest request) {
      request.headers().remove("Range");
      return super.download(request);
    }
  }

  private static final class ErrorText extends PlainApplication {
    @Override
    protected HttpAnswer failed(IOException why) {
      return new HttpAnswer(200).body(why.toString().getBytes(StandardCharsets.UTF_8));
    }
  }
}
