package org.bitstck.play.client.scripted;

import java.util.ArrayList;
import java.util.List;
import org.bitstck.exchange.Bits;
import org.bitstck.exchange.Header;
import org.bitstck.play.tap.Answer;

/** Answers to packets. */
final class Acks {
  private Acks() {}

  /** One without a body. */
  static Answer ack(int status, Header... headers) {
    List<Header> lines = new ArrayList<>();
    lines.add(new Header(Bits.PACKET_TYPE, Bits.ACK));
    lines.addAll(List.of(headers));
    return Answer.of(status, lines.toArray(Header[]::new));
  }
}
