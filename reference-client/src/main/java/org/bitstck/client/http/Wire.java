package org.bitstck.client.http;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.HttpVersion;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.impl.io.DefaultBHttpClientConnection;
import org.apache.hc.core5.http.impl.io.DefaultHttpRequestWriterFactory;
import org.apache.hc.core5.http.impl.io.SocketHolder;
import org.apache.hc.core5.http.io.HttpMessageWriterFactory;

/** HttpCore's connection, reading through our timer. */
final class Wire extends DefaultBHttpClientConnection {
  private static final Http1Config LIMITS =
      Http1Config.custom()
          .setBufferSize(16 * 1024)
          .setMaxHeaderCount(500)
          .setMaxLineLength(64 * 1024)
          .setMaxEmptyLineCount(10)
          .build();

  /** Speaks on a connection, in that version. */
  Wire(Socket socket, InputStream in, HttpVersion version) throws IOException {
    super(LIMITS, null, null, null, null, writing(version), null);
    bind(
        new SocketHolder(socket) {
          @Override
          protected InputStream getInputStream(Socket same) {
            return in;
          }
        });
  }

  private static HttpMessageWriterFactory<ClassicHttpRequest> writing(HttpVersion version) {
    return new DefaultHttpRequestWriterFactory(
        Http1Config.copy(LIMITS).setVersion(version).build());
  }
}
