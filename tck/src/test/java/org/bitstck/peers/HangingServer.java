package org.bitstck.peers;

/**
 * A server that takes uploads, and says nothing to half of the packets: CLOSE, CANCEL, refusals.
 */
public final class HangingServer extends PlainServer {
  @Override
  protected HttpAnswer onClose(HttpRequest request) {
    super.onClose(request);
    return HttpAnswer.SILENCE;
  }

  @Override
  protected HttpAnswer onCancel(HttpRequest request) {
    super.onCancel(request);
    return HttpAnswer.SILENCE;
  }

  @Override
  protected HttpAnswer refused(HttpRequest request, Refusal refusal) {
    return HttpAnswer.SILENCE;
  }
}
