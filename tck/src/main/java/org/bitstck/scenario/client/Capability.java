package org.bitstck.scenario.client;

import java.util.Arrays;
import java.util.List;
import org.bitstck.scenario.ExpectReader;

/** What not every client can do, so that its owner has to declare it. */
public enum Capability {
  /** Its caller can pause an upload. */
  PAUSE,
  /** It goes on after a pause or a failure. */
  RESUME,
  /** Its caller can give an upload up. */
  CANCEL,
  /** It asks for the server application's reply and stores it. */
  REPLY,
  /** It can be told the size of fragments. */
  FRAGMENT_SIZE,
  /** It can be given user and password. */
  CREDENTIALS,
  /** It can be told how long to send and to wait for an answer. */
  TIMEOUTS,
  /** It repeats what failed for a while, after a delay it is told. */
  RETRY,
  /** It goes to the host that BITS-Host-Id names. */
  HOST_ID,
  /** It sends Content-Name. */
  CONTENT_NAME,
  /** It tells status, error and context of a failure. */
  REPORT;

  /** The word in files: {@code fragment-size}. */
  public String word() {
    return ExpectReader.word(this);
  }

  /** All words. */
  public static List<String> words() {
    return Arrays.stream(values()).map(Capability::word).toList();
  }
}
