package org.bitstck.server.protocol;

/** Who found the error that an Ack reports. Source: MC-BUP 2.2.1.2. */
public enum ErrorContext {
  /** The upload server itself. */
  SERVER("0x5"),
  /** The server application, or the talk with it. */
  APPLICATION("0x7");

  private final String value;

  ErrorContext(String value) {
    this.value = value;
  }

  /** As it goes into {@link BitsHeader#ERROR_CONTEXT}. */
  @Override
  public String toString() {
    return value;
  }
}
