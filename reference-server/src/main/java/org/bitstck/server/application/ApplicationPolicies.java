package org.bitstck.server.application;

import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * The decisions of a server application that are objects of their own, so that another one can take
 * the place of each.
 *
 * @param reader reads notifications
 * @param bodies stands before the file that takes a body by value
 * @param desk stands around what is done with an upload
 * @param memory stands around what is remembered of uploads
 * @param delivery brings replies to where the server looks for them
 * @param failures what is answered when an upload cannot be processed
 * @param answers sees the head of each answer to a notification, and may change it
 * @param downloads sees the requests for static replies, and may change them
 */
public record ApplicationPolicies(
    NoticeReader reader,
    UnaryOperator<BodySink> bodies,
    UnaryOperator<Desk> desk,
    UnaryOperator<Memory> memory,
    Delivery delivery,
    Function<Refused, Answer> failures,
    UnaryOperator<HttpResponse> answers,
    UnaryOperator<HttpRequest> downloads) {

  /** What the protocol asks for. */
  public static final ApplicationPolicies RIGHT =
      new ApplicationPolicies(
          NoticeReader.strict(),
          UnaryOperator.identity(),
          UnaryOperator.identity(),
          UnaryOperator.identity(),
          Delivery.asNotified(),
          failure -> Answer.refusal(failure.status()),
          UnaryOperator.identity(),
          UnaryOperator.identity());

  public ApplicationPolicies with(NoticeReader other) {
    return new ApplicationPolicies(
        other, bodies, desk, memory, delivery, failures, answers, downloads);
  }

  public ApplicationPolicies withBodies(UnaryOperator<BodySink> other) {
    return new ApplicationPolicies(
        reader, other, desk, memory, delivery, failures, answers, downloads);
  }

  public ApplicationPolicies withDesk(UnaryOperator<Desk> other) {
    return new ApplicationPolicies(
        reader, bodies, other, memory, delivery, failures, answers, downloads);
  }

  public ApplicationPolicies withMemory(UnaryOperator<Memory> other) {
    return new ApplicationPolicies(
        reader, bodies, desk, other, delivery, failures, answers, downloads);
  }

  public ApplicationPolicies with(Delivery other) {
    return new ApplicationPolicies(
        reader, bodies, desk, memory, other, failures, answers, downloads);
  }

  public ApplicationPolicies withFailures(Function<Refused, Answer> other) {
    return new ApplicationPolicies(
        reader, bodies, desk, memory, delivery, other, answers, downloads);
  }

  public ApplicationPolicies withAnswers(UnaryOperator<HttpResponse> other) {
    return new ApplicationPolicies(
        reader, bodies, desk, memory, delivery, failures, other, downloads);
  }

  public ApplicationPolicies withDownloads(UnaryOperator<HttpRequest> other) {
    return new ApplicationPolicies(
        reader, bodies, desk, memory, delivery, failures, answers, other);
  }
}
