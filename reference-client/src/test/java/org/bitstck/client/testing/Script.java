package org.bitstck.client.testing;

/** Says what a server answers. */
public interface Script {
  /** Instead of an answer: the connection is closed. */
  String HANG_UP = "hang up";

  /** Instead of an answer: nothing, and the connection stays open. */
  String SILENCE = "silence";

  /**
   * Answers a request.
   *
   * @param count how many requests of this packet type came before
   * @return a whole HTTP answer, one of the words above, or null for what a good server says
   */
  String answer(Seen request, int count) throws Exception;

  /** An Ack. */
  static String ack(int status, String... headers) {
    StringBuilder text =
        new StringBuilder("HTTP/1.1 " + status + " X\r\nBITS-Packet-Type: Ack\r\n");
    for (String header : headers) {
      text.append(header).append("\r\n");
    }
    return text.append("Content-Length: 0\r\n\r\n").toString();
  }

  /** Some answer with a body. */
  static String answer(int status, String body, String... headers) {
    StringBuilder text = new StringBuilder("HTTP/1.1 " + status + " X\r\n");
    for (String header : headers) {
      text.append(header).append("\r\n");
    }
    return text.append("Content-Length: " + body.length() + "\r\n\r\n" + body).toString();
  }

  /** An Ack with an error. */
  static String error(int status, String code, String context) {
    return ack(status, "BITS-Error: " + code, "BITS-Error-Context: " + context);
  }
}
