package org.bitstck.play.client.scripted;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.bitstck.exchange.Bits;
import org.bitstck.exchange.Header;
import org.bitstck.play.tap.Answer;
import org.bitstck.scenario.HeaderEdit;
import org.bitstck.scenario.client.AckEdit;
import org.bitstck.scenario.client.RequestKind;

/** A correct server whose answers say what a script wants where it wants it. */
public final class ScriptedModel {
  private final ServerModel model;

  public ScriptedModel(ServerModel model) {
    this.model = model;
  }

  /**
   * Answers a request.
   *
   * @param edit what the answer says otherwise
   */
  public Answer answer(Received received, AckEdit edit) {
    Received meant =
        received.kind() == RequestKind.GET && edit.status() == 200
            ? received.without("Range")
            : received;
    Answer correct = takes(edit) ? model.answer(meant) : model.answerOnly(meant);
    Answer answer = edit.status() == 0 ? correct : withStatus(correct, meant, edit.status());
    answer = withValues(answer, edit);
    return withText(answer, meant, edit);
  }

  private static boolean takes(AckEdit edit) {
    return edit.takes() != null ? edit.takes() : edit.status() == 0 || isSuccess(edit.status());
  }

  private static boolean isSuccess(int status) {
    return status >= 200 && status < 300;
  }

  private Answer withStatus(Answer correct, Received received, int status) {
    if (isSuccess(status) && isSuccess(correct.status())) {
      return new Answer(
          correct.version(), status, Answer.reason(status), correct.headers(), correct.body());
    }
    List<Header> standing =
        received.kind() == RequestKind.FRAGMENT && (status == 416 || isSuccess(status))
            ? model.whereItStands(received)
            : List.of();
    Answer answer =
        received.isPacket() ? Acks.ack(status, standing.toArray(Header[]::new)) : Answer.of(status);
    return switch (status) {
      case 401 -> answer.with("WWW-Authenticate", "Basic realm=\"bits-tck\"");
      case 407 -> answer.with("Proxy-Authenticate", "Basic realm=\"bits-tck\"");
      default -> answer;
    };
  }

  private static Answer withValues(Answer answer, AckEdit edit) {
    Answer result = answer;
    if (edit.receivedRange() >= 0) {
      result = result.with(Bits.RECEIVED_RANGE, "" + edit.receivedRange());
    }
    String context = edit.context() >= 0 ? "0x%X".formatted(edit.context()) : ServerModel.BY_SERVER;
    if (edit.error() >= 0) {
      return ServerModel.withError(result, edit.error(), context);
    }
    return edit.context() >= 0 ? result.with(Bits.ERROR_CONTEXT, context) : result;
  }

  private Answer withText(Answer answer, Received received, AckEdit edit) {
    AnswerVariables variables = new AnswerVariables(model, received);
    Answer result = answer;
    if (edit.body() != null) {
      if (edit.bodyType() != null) {
        result = result.with("Content-Type", edit.bodyType());
      }
      byte[] body = variables.fill(edit.body()).getBytes(StandardCharsets.UTF_8);
      result = result.withBody(body);
      result = received.kind() == RequestKind.HEAD ? result.withoutBytes() : result;
    }
    for (HeaderEdit header : edit.headers()) {
      result = result.with(header.name(), header.values().stream().map(variables::fill).toList());
    }
    return new Answer(
        edit.version() == null ? result.version() : edit.version(),
        result.status(),
        edit.reason() == null ? result.reason() : edit.reason(),
        result.headers(),
        result.body());
  }
}
