package org.bitstck.server.observe;

/**
 * A request and its answer, as the operator sees them.
 *
 * @param peer IP address
 * @param method HTTP method; null if the request could not be read
 * @param target as it was sent; null as above
 * @param packet type of the packet; null if it is none
 * @param session id of the request or, for a CREATE-SESSION, of the answer; null if there is none
 * @param user null without authentication
 * @param status of the answer
 * @param error HRESULT of the answer; null if there is none
 * @param why reason of an error, never sent; null if there is none
 * @param received body bytes of the request that came
 * @param nanos from the head of the request to the answer
 */
public record Exchange(
    String peer,
    String method,
    String target,
    String packet,
    String session,
    String user,
    int status,
    String error,
    String why,
    long received,
    long nanos) {}
