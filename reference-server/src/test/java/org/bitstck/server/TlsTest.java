package org.bitstck.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.bitstck.server.testing.Request;
import org.bitstck.server.testing.TestServer;
import org.bitstck.server.testing.Wire;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TlsTest {
  private static final byte[] DATA = "0123456789".getBytes(UTF_8);
  private static final String CONFIG = "tls: {certificate: cert.pem, key: key.pem}";

  @TempDir Path home;

  @BeforeEach
  void files() throws IOException {
    for (String name : new String[] {"cert.pem", "key.pem"}) {
      try (InputStream in = TlsTest.class.getResourceAsStream("/tls/" + name)) {
        Files.copy(in, home.resolve(name));
      }
    }
  }

  private SSLSocket connect(TestServer server, String... protocols) throws Exception {
    KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
    trusted.load(null);
    try (InputStream in = Files.newInputStream(home.resolve("cert.pem"))) {
      trusted.setCertificateEntry(
          "server", CertificateFactory.getInstance("X.509").generateCertificate(in));
    }
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(trusted);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, trust.getTrustManagers(), null);
    SSLSocket socket =
        (SSLSocket)
            context
                .getSocketFactory()
                .createSocket(InetAddress.getLoopbackAddress(), server.port());
    socket.setEnabledProtocols(protocols);
    return socket;
  }

  @Test
  void wholeUpload() throws Exception {
    try (TestServer server = new TestServer(home, CONFIG)) {
      for (String version : new String[] {"TLSv1.2", "TLSv1.3"}) {
        try (Wire wire = new Wire(connect(server, version))) {
          String session = wire.exchange(Request.create("/a")).session();
          wire.exchange(Request.fragment("/a", session, DATA, 0, 10));
          assertThat(wire.exchange(Request.close("/a", session)).status()).isEqualTo(200);
          assertThat(wire.exchange(Request.get("/a")).body()).isEqualTo(DATA);
          assertThat(wire.exchange(Request.ping("/a").header("Connection", "close")).status())
              .isEqualTo(200);
          assertThat(wire.isClosed()).isTrue();
        }
      }
    }
  }

  @Test
  void oldVersionsAreRefused() throws Exception {
    try (TestServer server = new TestServer(home, CONFIG);
        SSLSocket socket = connect(server, "TLSv1.1")) {
      assertThatThrownBy(socket::startHandshake).isInstanceOf(SSLHandshakeException.class);
    }
  }

  @Test
  void aKeyThatIsNoneIsSaid() throws Exception {
    Files.writeString(home.resolve("key.pem"), "nothing");
    assertThatThrownBy(() -> new TestServer(home, CONFIG))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("key.pem");
  }
}
