package org.bitstck.server.defect.application;

import static org.bitstck.server.defect.application.ApplicationDefects.defect;

import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpVersion;
import java.net.URI;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.bitstck.server.application.Answer;
import org.bitstck.server.application.ApplicationPolicies;
import org.bitstck.server.application.Content;
import org.bitstck.server.application.Delivery;
import org.bitstck.server.application.Notice;
import org.bitstck.server.defect.Defect;
import org.bitstck.server.protocol.BitsHeader;

/** Mistakes in the answer and in the way of the reply. */
final class ResponseDefects {
  private static final String NOWHERE = "/replies/gone";

  private ResponseDefects() {}

  static List<Defect<AtomicReference<ApplicationPolicies>>> all() {
    return List.of(
        defect(
            "BITS-APP-RESPONSE-001/chunked",
            "The answer is chunked, without a length.",
            policies -> answering(policies, ResponseDefects::chunked)),
        defect(
            "BITS-APP-RESPONSE-001/old-version",
            "The answer is one of HTTP/1.0.",
            policies -> answering(policies, head -> head.setProtocolVersion(HttpVersion.HTTP_1_0))),
        defect(
            "BITS-APP-RESPONSE-002/in-the-body",
            "By reference the reply is in the body of the answer.",
            policies -> policies.with(inTheBody())),
        defect(
            "BITS-APP-RESPONSE-002/beside",
            "By reference the reply goes into another file than the one that is named.",
            policies -> policies.with(beside(policies.delivery()))),
        defect(
            "BITS-APP-RESPONSE-003/stored-only",
            "By value the reply is only stored locally, and the body is empty.",
            policies -> policies.with(emptyByValue(policies.delivery()))),
        defect(
            "BITS-APP-RESPONSE-004/both",
            "There is a static URL and a reply in the body or the file.",
            policies -> policies.with(both(policies.delivery()))),
        defect(
            "BITS-APP-RESPONSE-005/relative",
            "The static URL is relative.",
            policies -> answering(policies, ResponseDefects::relative)),
        defect(
            "BITS-APP-RESPONSE-005/gone",
            "There is nothing at the static URL.",
            policies -> policies.withDownloads(get -> get.setUri(NOWHERE))),
        defect(
            "BITS-APP-RESPONSE-005/no-head",
            "The static URL cannot be asked with HEAD.",
            policies -> policies.withDownloads(ResponseDefects::withoutHead)),
        defect(
            "BITS-APP-RESPONSE-005/no-ranges",
            "Parts of the static reply cannot be had.",
            policies -> policies.withDownloads(ResponseDefects::withoutRange)),
        defect(
            "BITS-APP-RESPONSE-006/no-copy",
            "The upload is wanted at its URL, but BITS-Copy-File-To-Destination is missing.",
            policies ->
                answering(
                    policies, head -> head.headers().remove(BitsHeader.COPY_FILE_TO_DESTINATION))),
        defect(
            "BITS-APP-RESPONSE-007/error-text",
            "A failure is answered with 200 and an error text in the body.",
            policies ->
                policies.withFailures(
                    failure ->
                        new Answer(
                            200, null, false, Content.of("ERROR: " + failure.getMessage())))));
  }

  private static ApplicationPolicies answering(
      ApplicationPolicies policies, Consumer<HttpResponse> change) {
    UnaryOperator<HttpResponse> before = policies.answers();
    return policies.withAnswers(
        head -> {
          HttpResponse answer = before.apply(head);
          change.accept(answer);
          return answer;
        });
  }

  private static void chunked(HttpResponse head) {
    head.headers().remove("Content-Length");
    head.headers().set("Transfer-Encoding", "chunked");
  }

  private static void relative(HttpResponse head) {
    String url = head.headers().get(BitsHeader.STATIC_RESPONSE_URL);
    if (url != null) {
      head.headers().set(BitsHeader.STATIC_RESPONSE_URL, URI.create(url).getRawPath());
    }
  }

  private static HttpRequest withoutHead(HttpRequest request) {
    return request.method().equals(HttpMethod.HEAD) ? request.setUri(NOWHERE) : request;
  }

  private static HttpRequest withoutRange(HttpRequest request) {
    request.headers().remove("Range");
    return request;
  }

  private static Delivery inTheBody() {
    return (notice, reply, staticUrl, copy) ->
        new Answer(200, staticUrl, copy, staticUrl == null ? reply : Content.NOTHING);
  }

  private static Delivery beside(Delivery right) {
    return (notice, reply, staticUrl, copy) -> {
      if (!notice.byReference()) {
        return right.deliver(notice, reply, staticUrl, copy);
      }
      Notice other =
          new Notice(
              notice.originalUrl(),
              notice.data(),
              notice.reply().resolveSibling(notice.reply().getFileName() + ".reply"));
      return right.deliver(other, reply, staticUrl, copy);
    };
  }

  private static Delivery emptyByValue(Delivery right) {
    return (notice, reply, staticUrl, copy) ->
        notice.byReference()
            ? right.deliver(notice, reply, staticUrl, copy)
            : new Answer(200, staticUrl, copy, Content.NOTHING);
  }

  private static Delivery both(Delivery right) {
    return (notice, reply, staticUrl, copy) -> {
      Answer answer = right.deliver(notice, reply, null, copy);
      return new Answer(200, staticUrl, copy, answer.body());
    };
  }
}
