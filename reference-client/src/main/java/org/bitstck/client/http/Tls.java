package org.bitstck.client.http;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;

/** Whom https connections trust. */
public final class Tls {
  /** Those whom this Java trusts. */
  public static final Tls DEFAULT = new Tls(null, false);

  private final Path authorities;
  private final boolean insecure;
  private SSLContext context;

  private Tls(Path authorities, boolean insecure) {
    this.authorities = authorities;
    this.insecure = insecure;
  }

  /** Trusts the certificates of a PEM file, and nobody else. */
  public static Tls trusting(Path pem) {
    return new Tls(pem, false);
  }

  /** Trusts everybody; whoever sits on the line can read and change the upload. */
  public static Tls insecure() {
    return new Tls(null, true);
  }

  SSLSocket wrap(Socket socket, String host, int port) throws IOException {
    SSLSocket wrapped =
        (SSLSocket) context().getSocketFactory().createSocket(socket, host, port, true);
    if (!insecure) {
      SSLParameters parameters = wrapped.getSSLParameters();
      parameters.setEndpointIdentificationAlgorithm("HTTPS");
      wrapped.setSSLParameters(parameters);
    }
    wrapped.startHandshake();
    return wrapped;
  }

  private synchronized SSLContext context() throws IOException {
    if (context == null) {
      try {
        SSLContext made = SSLContext.getInstance("TLS");
        made.init(null, trust(), null);
        context = made;
      } catch (GeneralSecurityException e) {
        throw new IOException("TLS: " + e.getMessage(), e);
      }
    }
    return context;
  }

  private TrustManager[] trust() throws GeneralSecurityException, IOException {
    if (insecure) {
      return new TrustManager[] {new Everybody()};
    }
    if (authorities == null) {
      return null;
    }
    KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
    store.load(null, null);
    try (InputStream pem = Files.newInputStream(authorities)) {
      int n = 0;
      for (Certificate each : CertificateFactory.getInstance("X.509").generateCertificates(pem)) {
        store.setCertificateEntry("ca" + n++, each);
      }
    }
    TrustManagerFactory factory =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(store);
    return factory.getTrustManagers();
  }

  /** Says what is wrong with the file of authorities before anything is sent. */
  public void check() throws IOException {
    context();
  }

  /** The extended kind, because Java adds its own checks to the plain one. */
  private static final class Everybody extends X509ExtendedTrustManager {
    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type) {}

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) {}

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

    @Override
    public X509Certificate[] getAcceptedIssuers() {
      return new X509Certificate[0];
    }
  }
}
