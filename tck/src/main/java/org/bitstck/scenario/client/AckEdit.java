package org.bitstck.scenario.client;

import java.util.ArrayList;
import java.util.List;
import org.bitstck.scenario.HeaderEdit;

/**
 * What an answer says otherwise than a correct server's would. The headers that go with what is
 * changed are changed as well: an error status has an error header and its context if {@code error}
 * is given, and no session id of a success.
 *
 * @param status 0 means the correct one
 * @param reason null means the usual one
 * @param receivedRange BITS-Received-Content-Range, bytes; -1 means the correct one
 * @param error 32-bit HRESULT; -1 means none but the correct one
 * @param context -1 means the correct one, or 0x5 where {@code error} is given
 * @param headers edits applied last, variables open
 * @param body of the answer, with its Content-Length; null means the correct one
 * @param bodyType Content-Type of the body; null means none
 * @param version of the status line; null means HTTP/1.1
 * @param takes whether the server does what the packet asks; null means: if the status is 2xx
 */
public record AckEdit(
    int status,
    String reason,
    long receivedRange,
    long error,
    long context,
    List<HeaderEdit> headers,
    String body,
    String bodyType,
    String version,
    Boolean takes) {
  /** Nothing is changed. */
  public static final AckEdit NONE =
      new AckEdit(0, null, -1, -1, -1, List.of(), null, null, null, null);

  /** In words: what a correct server would have said otherwise; empty if nothing. */
  public String describe() {
    List<String> parts = new ArrayList<>();
    if (status != 0) {
      parts.add("status " + status);
    }
    if (receivedRange >= 0) {
      parts.add("next offset " + receivedRange);
    }
    if (error >= 0) {
      parts.add(String.format("error 0x%08X", error));
    }
    if (context >= 0) {
      parts.add(String.format("context 0x%X", context));
    }
    headers.forEach(
        edit -> parts.add((edit.values().isEmpty() ? "no " : "another ") + edit.name()));
    if (body != null) {
      parts.add("another body");
    }
    if (reason != null || version != null) {
      parts.add("another status line");
    }
    if (takes != null) {
      parts.add(takes ? "done as asked" : "not done as asked");
    }
    return parts.isEmpty() ? "" : "the answer is scripted: " + String.join(", ", parts);
  }
}
