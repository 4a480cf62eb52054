package org.bitstck.client.defect;

import static org.bitstck.client.defect.Defect.defect;
import static org.bitstck.client.defect.Traffic.isGet;
import static org.bitstck.client.defect.Traffic.range;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import org.bitstck.client.http.Answer;
import org.bitstck.client.http.ExchangeFailure;
import org.bitstck.client.http.Exchanges;
import org.bitstck.client.http.Request;
import org.bitstck.client.upload.Parts;
import org.bitstck.client.upload.Steps;
import org.bitstck.client.upload.UploadFailure;
import org.bitstck.client.upload.UploadState.Phase;

/** The reply is what the server has, byte for byte. */
final class DownloadDefects {
  /** Bytes that are kept in memory. */
  static final int MOST = 64 << 20;

  private DownloadDefects() {}

  static List<Defect> all() {
    return List.of(
        defect(
            "BITS-REPLY-CLIENT-002/head-ignored",
            "The size that HEAD tells is forgotten.",
            Seam.read(
                (request, answer) ->
                    request.method().equals("HEAD")
                        ? Traffic.without(answer, "Content-Length")
                        : answer)),
        defect(
            "BITS-REPLY-CLIENT-004/whole-as-part",
            "When the whole comes for a part, its first bytes are taken for the part.",
            Seam.read(
                (request, answer) ->
                    isGet(request) && range(request) != null && answer.status() == 200
                        ? asPart(request, answer)
                        : answer)),
        defect(
            "BITS-REPLY-CLIENT-005/mixed",
            "Pieces of the reply are put together whatever their Last-Modified.",
            Seam.read(
                (request, answer) ->
                    Traffic.isPacket(request)
                        ? answer
                        : Traffic.without(Traffic.without(answer, "Last-Modified"), "ETag"))),
        defect(
            "BITS-REPLY-CLIENT-006/cut-off",
            "What has come when a download breaks off is the reply.",
            Seam.steps(CutOff::new)),
        defect(
            "BITS-REPLY-CLIENT-006/no-size",
            "A reply without a size ends where the connection ends.",
            Seam.exchanges((http, options) -> new UntilTheEnd(http))),
        defect(
            "BITS-REPLY-CLIENT-008/error-page",
            "Whatever is answered to GET is the reply.",
            Seam.exchanges((http, options) -> new ErrorPage(http))),
        defect(
            "BITS-REPLY-CLIENT-009/no-limit",
            "Waiting for the reply has no limit but ten minutes.",
            TransportDefects.patient(Traffic::isGet)),
        defect(
            "BITS-REPLY-CLIENT-011/unknown-header",
            "A reply with a header that begins with X- is refused.",
            Seam.read(
                (request, answer) -> {
                  for (Answer.Field field : answer.fields()) {
                    if (isGet(request) && field.name().toLowerCase(Locale.ROOT).startsWith("x-")) {
                      throw ExchangeFailure.invalid("the reply has a header " + field.name());
                    }
                  }
                  return answer;
                })));
  }

  /** The answer as if it were the part that was asked for. */
  static Answer asPart(Request request, Answer answer) {
    long first = range(request)[0];
    long total = answer.contentLength();
    long last = Math.min(range(request)[1], total - 1);
    Answer part =
        Traffic.with(Traffic.status(answer, 206), "Content-Range", text(first, last, total));
    return Traffic.with(part, "Content-Length", Long.toString(last - first + 1));
  }

  static String text(long first, long last, long total) {
    return "bytes " + first + "-" + last + "/" + total;
  }

  /** Is content with a piece of the reply. */
  private static final class CutOff extends StepsFilter {
    CutOff(Steps next, Parts parts) {
      super(next, parts);
    }

    @Override
    public void reply() throws ExchangeFailure, UploadFailure {
      try {
        super.reply();
      } catch (ExchangeFailure e) {
        Path reply = parts.options().replyTo().toAbsolutePath();
        Path part = reply.resolveSibling(reply.getFileName() + ".part");
        if (e.kind() != ExchangeFailure.Kind.TRANSPORT || !hasBytes(part)) {
          throw e;
        }
        try {
          Files.move(part, reply, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException again) {
          throw new UncheckedIOException(again);
        }
        state.goTo(Phase.CLOSE);
      }
    }

    private static boolean hasBytes(Path file) {
      return file.toFile().length() > 0;
    }
  }

  /** Reads a reply of unknown size. */
  private static final class UntilTheEnd extends ExchangesFilter {
    UntilTheEnd(Exchanges next) {
      super(next);
    }

    @Override
    public Answer exchange(Request request, Progress progress, Receiver receiver)
        throws ExchangeFailure {
      return super.exchange(
          request,
          progress,
          (answer, body, progressed) -> {
            if (!isGet(request) || answer.contentLength() >= 0 || body == null) {
              receiver.body(answer, body, progressed);
              return;
            }
            byte[] all = body.readNBytes(MOST);
            Answer sized = Traffic.with(answer, "Content-Length", Integer.toString(all.length));
            receiver.body(sized, new ByteArrayInputStream(all), progressed);
          });
    }
  }

  /** Takes whatever comes, of whatever status. */
  private static final class ErrorPage extends ExchangesFilter {
    ErrorPage(Exchanges next) {
      super(next);
    }

    @Override
    public Answer exchange(Request request, Progress progress, Receiver receiver)
        throws ExchangeFailure {
      // without HEAD nothing tells that it is not the reply
      return request.method().equals("HEAD")
          ? new Answer("HTTP/1.1", 405, List.of())
          : super.exchange(request, progress, receiver);
    }

    @Override
    Answer read(Request request, Answer answer) {
      boolean asked = answer.status() == 401 || answer.status() == 407;
      return isGet(request) && !asked && range(request) == null
          ? Traffic.status(answer, 200)
          : answer;
    }
  }
}
