package org.bitstck.server.http;

import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import java.io.IOException;
import java.nio.file.Path;

/** Reads the certificate of the server. */
public final class ServerTls {
  private ServerTls() {}

  /**
   * The settings for TLS 1.2 and 1.3.
   *
   * @param certificate PEM file, the chain behind it
   * @param key PEM file, PKCS#8, not encrypted
   * @throws IOException if one of them cannot be used; the message says which
   */
  public static SslContext read(Path certificate, Path key) throws IOException {
    try {
      return SslContextBuilder.forServer(certificate.toFile(), key.toFile())
          .protocols("TLSv1.3", "TLSv1.2")
          .build();
    } catch (IllegalArgumentException e) {
      Throwable cause = e.getCause() == null ? e : e.getCause();
      throw new IOException(
          "cannot use the certificate " + certificate + " with the key " + key + ": " + cause, e);
    }
  }
}
