package org.bitstck.peers;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;

/**
 * A server that answers as IIS does: as in the traces of MC-BUP section 4 where they show it, as in
 * its Appendix A and on the Win32 pages where they do not.
 */
public class IisShapedServer extends PlainServer {

  /** {@code Accept-encoding}, as in the traces. */
  @Override
  protected HttpAnswer onCreate(HttpRequest request) {
    return super.onCreate(request).renamed("Accept-Encoding", "Accept-encoding");
  }

  /** The traces have the session id in the CREATE-SESSION Ack and nowhere else. */
  @Override
  protected HttpAnswer packet(HttpRequest request) {
    HttpAnswer answer = super.packet(request);
    return type(request).equals("create-session") ? answer : answer.without(SESSION_ID);
  }

  /** Appendix A note 23: Windows answers 400 where the text would like 411. */
  @Override
  protected HttpAnswer take(HttpRequest head, InputStream in, OutputStream out) throws IOException {
    boolean noLength = head.header("Content-Length").isEmpty();
    return noLength && head.method().equals("BITS_POST")
        ? refused(head, Refusal.syntax()).closing()
        : super.take(head, in, out);
  }

  /** Appendix A note 4: no error headers where the status itself tells the error. */
  @Override
  protected HttpAnswer refused(HttpRequest request, Refusal refusal) {
    HttpAnswer answer = super.refused(request, refusal).without(SESSION_ID).without(RECEIVED);
    return refusal.status() == 500
        ? answer.without(ERROR)
        : answer.without(ERROR).without(ERROR_CODE).without(CONTEXT);
  }

  /** Win32 Fragment: of an overlap only the new tail is written. */
  @Override
  protected boolean store(Upload upload, ByteRange range, byte[] body) {
    if (range.first() > upload.offset()) {
      return false;
    }
    long known = Math.min(body.length, upload.offset() - range.first());
    upload.append(Arrays.copyOfRange(body, (int) known, body.length));
    return true;
  }
}
