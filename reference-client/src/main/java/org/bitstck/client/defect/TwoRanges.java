package org.bitstck.client.defect;

import static org.bitstck.client.defect.Traffic.range;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bitstck.client.http.Answer;
import org.bitstck.client.http.ExchangeFailure;
import org.bitstck.client.http.Exchanges;
import org.bitstck.client.http.Request;

/** Asks for each large piece as two ranges at once, and takes a whole for the piece. */
final class TwoRanges extends ExchangesFilter {
  private static final long LARGE = 1 << 20;
  private static final Pattern PART_RANGE =
      Pattern.compile("(?i)content-range: *bytes +(\\d+)-(\\d+)/(\\d+)");

  TwoRanges(Exchanges next) {
    super(next);
  }

  private static boolean concerns(Request request) {
    long[] range = Traffic.isGet(request) ? range(request) : null;
    return range != null && range[1] - range[0] + 1 >= LARGE;
  }

  @Override
  Request sent(Request request) {
    if (!concerns(request)) {
      return request;
    }
    long first = range(request)[0];
    long last = range(request)[1];
    long middle = (first + last) / 2;
    return Traffic.with(
        request, "Range", "bytes=" + first + "-" + middle + "," + (middle + 1) + "-" + last);
  }

  @Override
  public Answer exchange(Request request, Progress progress, Receiver receiver)
      throws ExchangeFailure {
    if (!concerns(request)) {
      return super.exchange(request, progress, receiver);
    }
    return super.exchange(
        request,
        progress,
        (answer, body, progressed) -> taken(request, answer, body, progressed, receiver));
  }

  @Override
  Answer read(Request request, Answer answer) {
    return concerns(request) && answer.status() == 200
        ? DownloadDefects.asPart(request, answer)
        : answer;
  }

  private static void taken(
      Request request, Answer answer, InputStream body, Runnable progressed, Receiver receiver)
      throws IOException {
    String type = answer.header("Content-Type");
    if (type == null || !type.startsWith("multipart/byteranges") || body == null) {
      receiver.body(answer, body, progressed);
      return;
    }
    String text = new String(body.readNBytes(DownloadDefects.MOST), StandardCharsets.ISO_8859_1);
    Matcher range = PART_RANGE.matcher(text);
    if (!range.find()) {
      throw ExchangeFailure.invalid("the parts of the reply have no ranges");
    }
    byte[] joined = joined(text);
    String all = "bytes " + range(request)[0] + "-" + range(request)[1] + "/" + range.group(3);
    Answer part = Traffic.with(answer, "Content-Range", all);
    receiver.body(
        Traffic.with(part, "Content-Length", Integer.toString(joined.length)),
        new ByteArrayInputStream(joined),
        progressed);
  }

  /** What the parts hold, one behind the other. */
  private static byte[] joined(String multipart) {
    StringBuilder parts = new StringBuilder();
    Matcher range = PART_RANGE.matcher(multipart);
    int from = 0;
    while (range.find(from)) {
      int begin = multipart.indexOf("\r\n\r\n", range.end()) + 4;
      int length = (int) (Long.parseLong(range.group(2)) - Long.parseLong(range.group(1)) + 1);
      parts.append(multipart, begin, begin + length);
      from = begin + length;
    }
    return parts.toString().getBytes(StandardCharsets.ISO_8859_1);
  }
}
