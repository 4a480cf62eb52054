package org.bitstck.peers;

/** A server that is wrong in five ways, each independent of the others, and right otherwise. */
public final class FiveFaults extends PlainServer {

  /** BITS-SRV-ACK-004: a success has no error headers. */
  @Override
  protected HttpAnswer onPing(HttpRequest request) {
    return withError(super.onPing(request), 0);
  }

  /** BITS-SRV-ERR-013: a protocol that is not known is refused. */
  @Override
  protected String protocol(String list) {
    return list.startsWith("{") ? PROTOCOL : super.protocol(list);
  }

  /** BITS-SRV-ERR-014: the total does not change. */
  @Override
  protected boolean isTotalRight(Upload upload, ByteRange range) {
    return true;
  }

  /** BITS-SRV-ERR-007: a 416 names no error. */
  @Override
  protected HttpAnswer offsetAck(int status, Upload upload) {
    HttpAnswer ack = super.offsetAck(status, upload);
    return status == 416 ? withError(ack, Refusal.INVALID_ARGUMENT) : ack;
  }

  /** BITS-SRV-CLOSE-003: the session ends. */
  @Override
  protected HttpAnswer onClose(HttpRequest request) {
    Upload upload = find(request);
    HttpAnswer ack = super.onClose(request);
    remember(key(upload.id()), upload);
    return ack;
  }
}
