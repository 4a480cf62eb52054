package org.bitstck.clients;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.bitstck.play.client.ClientDriver;
import org.bitstck.play.client.Report;
import org.bitstck.play.client.UploadOrder;
import org.bitstck.scenario.client.ClientClause.Outcome;

/** A client that a kit must survive. */
public enum HostileClient {
  CONNECTS_AND_SAYS_NOTHING((upload, socket) -> upload.drain(socket)),
  HALF_A_REQUEST(
      (upload, socket) -> {
        upload.text(socket, "BITS_POST " + upload.target + " HTTP/1.1\r\nBITS-Packet-Ty");
        upload.drain(socket);
      }),
  LESS_BODY_THAN_ANNOUNCED(
      (upload, socket) -> {
        upload.text(
            socket,
            "BITS_POST " + upload.target + " HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\n12");
        upload.drain(socket);
      }),
  GARBAGE(
      (upload, socket) -> {
        upload.text(socket, "\0\1\2\3 SSH-2.0-nothing of the kind\r\n\r\n\377\376\r\n");
        upload.drain(socket);
      }),
  GARBAGE_BEHIND_THE_PATH(
      (upload, socket) -> {
        upload.text(socket, "BITS_POST " + upload.target + " HTTP/1.1\r\nno header\r\n\r\n");
        upload.drain(socket);
      }),
  HEAD_OF_TEN_MEGABYTES(
      (upload, socket) -> {
        upload.text(socket, "BITS_POST " + upload.target + " HTTP/1.1\r\n");
        String lines = "X-Padding: 0123456789abcdef0123456789abcdef\r\n".repeat(200);
        for (int sent = 0; sent < 10_000_000; sent += lines.length()) {
          upload.text(socket, lines);
        }
        upload.text(socket, "\r\n");
        upload.drain(socket);
      }),
  LINE_WITHOUT_END(
      (upload, socket) -> {
        String some = "BITS_POST ".repeat(1000);
        for (int sent = 0; sent < 10_000_000; sent += some.length()) {
          upload.text(socket, some);
        }
        upload.drain(socket);
      }),
  SUCCESS_BUT_HOLDS_ITS_CONNECTION((upload, socket) -> {}),
  LOOPS((upload, socket) -> upload.loop(upload::ping)),
  CREATES_SESSIONS_FOR_EVER((upload, socket) -> upload.loop(upload::create)),
  REPEATS_A_FRAGMENT_FOR_EVER(
      (upload, socket) -> {
        upload.create();
        upload.loop(() -> upload.request(upload.fragmentPacket(0, 1)));
      }),
  HANGS_IN_THE_MIDDLE(
      (upload, socket) -> {
        upload.create();
        upload.hang();
      }),
  REPORTS_A_HUNDRED_TIMES(
      (upload, socket) -> {
        upload.ping();
        for (int i = 0; i < 100; i++) {
          upload.tell(Report.of(Outcome.FAILED, "again"));
        }
      }),
  /** After a few uploads nothing can be started any more. */
  DIES(Dying::new);

  private static final int DIES_AFTER = 3;
  private static final long LONG_MS = 3_600_000;

  private final Supplier<ClientDriver> maker;
  private final Supplier<ClientDriver> rightAtFirst;

  HostileClient(Supplier<ClientDriver> maker) {
    this.maker = maker;
    this.rightAtFirst = maker;
  }

  HostileClient(Behaviour behaviour) {
    PlainClient.Maker upload = (order, tell) -> new Hostile(order, tell, behaviour);
    Set<String> capabilities = Set.of("cancel");
    this.maker = () -> new PlainClient(upload, capabilities);
    this.rightAtFirst = () -> PlainClient.rightAtFirst(upload, capabilities);
  }

  /** What it does instead of an upload, on a connection of its own or through the client. */
  private interface Behaviour {
    void run(Hostile upload, Socket socket) throws IOException;
  }

  public ClientDriver make() {
    return maker.get();
  }

  /** The same, but for one upload at its start. */
  public ClientDriver makeRightAtFirst() {
    return rightAtFirst.get();
  }

  private static final class Hostile extends PlainUpload {
    private final Behaviour behaviour;
    private final Socket socket = new Socket();

    Hostile(UploadOrder order, Consumer<Report> outcomes, Behaviour behaviour) {
      super(order, outcomes);
      this.behaviour = behaviour;
    }

    @Override
    protected void upload(boolean resumed) {
      file = new LocalFile(order.file());
      try (socket) {
        socket.connect(new InetSocketAddress(hosts.original().host(), hosts.original().port()));
        behaviour.run(this, socket);
      } catch (IOException e) {
        throw Failure.transport(e);
      }
    }

    @Override
    protected void hangUp() {
      super.hangUp();
      try {
        socket.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    /** Until the upload is closed. */
    void loop(Runnable step) {
      while (true) {
        step.run();
      }
    }

    void hang() {
      rest(LONG_MS);
    }

    void text(Socket socket, String text) throws IOException {
      socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    void drain(Socket socket) throws IOException {
      socket.getInputStream().transferTo(OutputStream.nullOutputStream());
    }
  }

  /** Right for some time, and then no more. */
  private static final class Dying implements ClientDriver {
    private final PlainClient client = new PlainClient();
    private final AtomicInteger started = new AtomicInteger();

    @Override
    public String name() {
      return "dying client";
    }

    @Override
    public Set<String> capabilities() {
      return client.capabilities();
    }

    @Override
    public Upload start(UploadOrder order, Consumer<Report> outcomes) {
      return client.start(order, started.incrementAndGet() > DIES_AFTER ? report -> {} : outcomes);
    }

    @Override
    public String gone() {
      return started.get() > DIES_AFTER ? "the client ended with exit code 139" : null;
    }

    @Override
    public void close() {
      client.close();
    }
  }
}
