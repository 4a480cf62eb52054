package org.bitstck.play.tap;

import java.util.List;
import org.bitstck.exchange.Ending;
import org.bitstck.exchange.Response;

/**
 * How a request ended.
 *
 * @param whole it came to its end, or the tap itself broke it off
 * @param interim 1xx answers, in order
 * @param response as it was sent; null if no whole one was
 * @param detail may be empty
 * @param surplus bytes that came behind the request where it was not answered
 * @param firstByteNanos when the answer's first byte went out; 0 if none did
 */
public record Ended(
    boolean whole,
    List<Response> interim,
    Response response,
    Ending ending,
    String detail,
    int surplus,
    long firstByteNanos) {}
