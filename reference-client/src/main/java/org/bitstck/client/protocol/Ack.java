package org.bitstck.client.protocol;

import org.bitstck.client.http.Answer;
import org.bitstck.client.http.ExchangeFailure;

/** An answer to a packet, by the rules of the protocol. Source: MC-BUP 2.2.1.2, 3.1.5.2. */
public final class Ack {
  private static final long NOT_THERE = -1;

  private final Answer answer;
  private final boolean valid;

  private Ack(Answer answer, boolean valid) {
    this.answer = answer;
    this.valid = valid;
  }

  /**
   * Looks at an answer.
   *
   * @throws ExchangeFailure if it is not HTTP/1.1, or claims success without being an Ack
   */
  public static Ack of(Answer answer) throws ExchangeFailure {
    if (!answer.http11()) {
      throw ExchangeFailure.invalid("the answer is not HTTP/1.1: " + answer);
    }
    String type = answer.header(BitsHeader.PACKET_TYPE);
    boolean valid = type != null && type.equalsIgnoreCase("Ack");
    if (!valid && answer.status() < 300) {
      throw ExchangeFailure.invalid("the answer is no Ack: " + answer);
    }
    return new Ack(answer, valid);
  }

  public int status() {
    return answer.status();
  }

  /** Whether a BITS server sent it; if not, only its status says something. */
  public boolean valid() {
    return valid;
  }

  /** The session id, null if there is none. */
  public String sessionId() {
    return text(BitsHeader.SESSION_ID);
  }

  public String protocol() {
    return text(BitsHeader.PROTOCOL);
  }

  public String hostId() {
    return text(BitsHeader.HOST_ID);
  }

  public String replyUrl() {
    return text(BitsHeader.REPLY_URL);
  }

  /** Seconds until the client leaves an alternate host that fails; -1 for never. */
  public long fallbackSeconds() {
    return number(text(BitsHeader.HOST_ID_FALLBACK_TIMEOUT));
  }

  /**
   * The offset at which the server wants to go on.
   *
   * @param size of the entity
   * @throws ExchangeFailure if there is none, or if it lies outside of the entity
   */
  public long offset(long size) throws ExchangeFailure {
    String text = text(BitsHeader.RECEIVED_CONTENT_RANGE);
    if (text == null) {
      throw ExchangeFailure.invalid("the Ack has no " + BitsHeader.RECEIVED_CONTENT_RANGE);
    }
    long offset = number(text);
    if (offset == NOT_THERE || offset > size) {
      throw ExchangeFailure.invalid(
          "the Ack's offset " + text + " is not in the entity of " + size + " bytes");
    }
    return offset;
  }

  /** Status, HRESULT (under either name) and context. */
  public ServerError error() {
    String code = text(BitsHeader.ERROR);
    if (code == null) {
      code = text(BitsHeader.ERROR_CODE);
    }
    return new ServerError(status(), code, text(BitsHeader.ERROR_CONTEXT));
  }

  private String text(String name) {
    String value = answer.header(name);
    return value == null || value.isEmpty() ? null : value;
  }

  private static long number(String text) {
    if (text == null || text.length() > 19) {
      return NOT_THERE;
    }
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return NOT_THERE;
      }
    }
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException e) {
      return NOT_THERE;
    }
  }
}
