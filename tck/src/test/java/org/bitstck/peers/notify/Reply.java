package org.bitstck.peers.notify;

import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bitstck.peers.HttpAnswer;
import org.bitstck.peers.HttpRequest;

/** Serves the bytes of a reply by plain HTTP: whole, or one range of them. */
final class Reply {
  private static final Pattern RANGE = Pattern.compile("bytes=(\\d{0,9})-(\\d{0,9})");

  private Reply() {}

  static HttpAnswer answer(HttpRequest request, byte[] content, String lastModified) {
    HttpAnswer answer = ranged(request.header("Range").orElse(""), content);
    answer.with("Last-Modified", lastModified).with("Accept-Ranges", "bytes");
    if (!request.method().equals("HEAD")) {
      return answer;
    }
    String length = answer.header("Content-Length");
    return answer.body(new byte[0]).with("Content-Length", length);
  }

  private static HttpAnswer ranged(String text, byte[] content) {
    HttpAnswer whole = new HttpAnswer(200).body(content);
    Matcher range = RANGE.matcher(text);
    if (!range.matches() || range.group(1).isEmpty() && range.group(2).isEmpty()) {
      return whole;
    }
    int end = content.length - 1;
    int first;
    int last;
    if (range.group(1).isEmpty()) {
      first = Math.max(0, content.length - Integer.parseInt(range.group(2)));
      last = end;
    } else {
      first = Integer.parseInt(range.group(1));
      last = range.group(2).isEmpty() ? end : Math.min(end, Integer.parseInt(range.group(2)));
      if (!range.group(2).isEmpty() && Integer.parseInt(range.group(2)) < first) {
        return whole;
      }
    }
    if (first > end) {
      return new HttpAnswer(416).with("Content-Range", "bytes */" + content.length);
    }
    return new HttpAnswer(206)
        .body(Arrays.copyOfRange(content, first, last + 1))
        .with("Content-Range", "bytes " + first + "-" + last + "/" + content.length);
  }
}
