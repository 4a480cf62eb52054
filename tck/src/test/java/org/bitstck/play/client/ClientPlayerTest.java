package org.bitstck.play.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import org.bitstck.exchange.Ending;
import org.bitstck.exchange.Header;
import org.bitstck.play.Limits;
import org.bitstck.play.Patience;
import org.bitstck.scenario.FileSpec;
import org.bitstck.scenario.client.ClientClause.Outcome;
import org.bitstck.scenario.client.ClientScenario;
import org.bitstck.scenario.client.ClientSettings;
import org.bitstck.scenario.client.RequestKind;
import org.bitstck.scenario.client.ServerEvent;
import org.bitstck.scenario.client.ServerSettings;
import org.bitstck.scenario.client.ServerSettings.HostId;
import org.bitstck.scenario.client.ServerSettings.ReplyUrl;
import org.bitstck.scenario.client.Trigger;
import org.junit.jupiter.api.Test;

/** Whole playings: the tap, WireMock, the model, and a client. */
class ClientPlayerTest extends Playings {

  @Test
  void anUploadWithoutDeviationIsPublished() {
    Recording played = play(Scripts.upload(), new SmallClient(100));

    assertThat(played.stop()).isNull();
    assertThat(played.last().outcome()).as(played.last().toString()).isEqualTo(Outcome.SUCCESS);
    assertThat(kinds(played))
        .containsExactly(
            RequestKind.CREATE_SESSION,
            RequestKind.FRAGMENT,
            RequestKind.FRAGMENT,
            RequestKind.FRAGMENT,
            RequestKind.CLOSE_SESSION);
    assertThat(played.published()).isEqualTo(played.file().bytes(0, 299));
    assertThat(played.requests())
        .allSatisfy(
            request -> {
              assertThat(request.whole()).isTrue();
              assertThat(request.overlapping()).isFalse();
              assertThat(request.deviation()).isNull();
              assertThat(request.host()).isEqualTo(Trigger.Host.ORIGINAL);
              assertThat(request.exchange().ending()).isEqualTo(Ending.ANSWERED);
              assertThat(request.exchange().connection()).isEqualTo(1);
              assertThat(request.exchange().timing().firstByte())
                  .isBetween(
                      request.exchange().timing().sent(), request.exchange().timing().done());
            });
    assertThat(new String(played.requests().get(1).exchange().response().head()))
        .matches(
            "HTTP/1.1 200 OK\r\n"
                + "BITS-Packet-Type: Ack\r\n"
                + "BITS-Session-Id: \\{[0-9A-F-]{36}}\r\n"
                + "BITS-Received-Content-Range: 100\r\n"
                + "Content-Length: 0\r\n\r\n");
  }

  @Test
  void a416SendsTheClientWhereItSays() {
    ClientScenario scenario =
        Scripts.upload(Scripts.ack(Scripts.nth(RequestKind.FRAGMENT, 2), Scripts.edit(416, 0)));

    Recording played = play(scenario, new SmallClient(100));

    assertThat(played.last().outcome()).as(played.last().toString()).isEqualTo(Outcome.SUCCESS);
    Recorded refused = played.requests().get(2);
    assertThat(refused.deviation()).isSameAs(scenario.script().get(0));
    assertThat(refused.exchange().response().status()).isEqualTo(416);
    assertThat(refused.exchange().response().headers().first("BITS-Received-Content-Range"))
        .contains("0");
    assertThat(played.requests().get(3).exchange().request().headers().first("Content-Range"))
        .contains("bytes 0-99/300");
    assertThat(played.published()).isEqualTo(played.file().bytes(0, 299));
  }

  @Test
  void severalScenariosAtOnceAreKeptApart() throws Exception {
    ClientPlayer player =
        new ClientPlayer(
            server, new ScriptClient(new SmallClient(10)), folder, Limits.DEFAULT, "many");
    List<Callable<Recording>> playings =
        Collections.nCopies(12, () -> player.play(Scripts.upload(), Patience.ALONE));
    ExecutorService threads = Executors.newFixedThreadPool(6);
    try {
      for (Future<Recording> playing : threads.invokeAll(playings)) {
        Recording played = playing.get();
        assertThat(played.stop()).isNull();
        assertThat(played.requests()).hasSize(32);
        assertThat(played.published()).isEqualTo(played.file().bytes(0, 299));
      }
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void theReplyIsStored() {
    FileSpec reply = new FileSpec("reply", 1000, null);
    ServerSettings settings =
        new ServerSettings(reply, ReplyUrl.ABSOLUTE, HostId.NONE, null, true, null);
    ClientSettings told =
        new ClientSettings(0, true, false, -1, -1, -1, "my file.bin", "a%20b.bin?ACCOUNT=7");

    Recording played = play(Scripts.with(told, settings, 300, List.of()), new SmallClient(300));

    assertThat(played.target()).matches("/test/\\d+/one/a%20b.bin\\?ACCOUNT=7");
    assertThat(played.reply()).hasSize(1000);
    assertThat(played.storedReply()).isEqualTo(played.reply());
    assertThat(statuses(played)).containsOnly(200);
  }

  @Test
  void anotherHostIsReachedUnderItsName() {
    for (HostId id : new HostId[] {HostId.NAME, HostId.IPV6}) {
      ServerSettings settings = new ServerSettings(null, ReplyUrl.ABSOLUTE, id, null, false, null);
      ClientScenario scenario = Scripts.with(ClientSettings.USUAL, settings, 300, List.of());
      ClientPlayer player =
          new ClientPlayer(server, new ScriptClient(this::ping), folder, Limits.DEFAULT, "hosts");
      if (player.cannotPlay(scenario).isPresent()) {
        continue;
      }
      Recording played = player.play(scenario, Patience.ALONE);

      assertThat(statuses(played)).containsExactly(200, 200);
      assertThat(played.requests())
          .extracting(Recorded::host)
          .containsExactly(Trigger.Host.ORIGINAL, Trigger.Host.ALTERNATE);
    }
  }

  private void ping(UploadOrder order, ScriptClient.Control control) throws Exception {
    String host;
    try (RawLine line = new RawLine(order)) {
      host =
          line.packet(order, "CREATE-SESSION", SmallClient.PROTOCOL, new byte[0])
              .header("BITS-Host-Id");
    }
    int port = URI.create(order.url()).getPort();
    try (RawLine line = new RawLine(host, port)) {
      String head = RawLine.head(order, "PING", "", 0);
      String name = host.contains(":") ? "[" + host + "]" : host;
      line.send(head.replace("Host: 127.0.0.1", "Host: " + name));
      line.read();
    }
    control.report(Outcome.SUCCESS);
  }

  @Test
  void aHugeFileTakesNoRoom() {
    long size = 5L << 30;
    ClientScenario scenario =
        Scripts.with(
            ClientSettings.USUAL,
            ServerSettings.USUAL,
            size,
            List.of(),
            Scripts.event(
                Scripts.nth(RequestKind.FRAGMENT, 1), ServerEvent.Kind.HOLD, size - 1000));

    Recording played =
        play(
            scenario,
            (order, control) -> {
              assertThat(Files.size(order.file())).isEqualTo(size);
              try (RawLine line = new RawLine(order)) {
                String session = SmallClient.create(line, order);
                String range = "Content-Range: bytes %d-%d/%d\r\n";
                line.packet(
                    order, "FRAGMENT", session + range.formatted(0, 999, size), new byte[1000]);
                line.packet(
                    order,
                    "FRAGMENT",
                    session + range.formatted(size - 1000, size - 1, size),
                    new byte[1000]);
                line.packet(order, "CLOSE-SESSION", session, new byte[0]);
              }
              control.report(Outcome.SUCCESS);
            });

    assertThat(statuses(played)).containsExactly(200, 200, 200, 200);
    assertThat(played.requests().get(1).exchange().response().headers())
        .contains(new Header("BITS-Received-Content-Range", "" + (size - 1000)));
    assertThat(played.published()).isNull();
    assertThat(played.publishedLikeFile()).isTrue();
  }

  @Test
  void bodiesBeyondTheLimitAreComparedWhileTheyStream() {
    int size = 24 * 1024 * 1024;
    Recording played =
        play(
            Scripts.with(ClientSettings.USUAL, ServerSettings.USUAL, size, List.of()),
            new SmallClient(10 * 1024 * 1024));

    assertThat(played.requests())
        .extracting(Recorded::likeFile)
        .containsExactly(null, null, true, null, null);
    assertThat(played.requests())
        .extracting(Recorded::bodyBytes)
        .containsExactly(0L, 10485760L, 10485760L, 4194304L, 0L);
    assertThat(played.publishedLikeFile()).isTrue();
  }

  @Test
  void theFileCanGrowAndChange() {
    for (ServerEvent.Kind kind :
        new ServerEvent.Kind[] {ServerEvent.Kind.GROW_FILE, ServerEvent.Kind.CHANGE_FILE}) {
      AtomicReference<byte[]> seen = new AtomicReference<>();
      Recording played =
          play(
              Scripts.upload(Scripts.event(Scripts.nth(RequestKind.PING, 1), kind, 10)),
              (order, control) -> {
                try (RawLine line = new RawLine(order)) {
                  line.packet(order, "PING", "", new byte[0]);
                  seen.set(Files.readAllBytes(order.file()));
                }
                control.report(Outcome.FAILED);
              });
      boolean grown = kind == ServerEvent.Kind.GROW_FILE;
      assertThat(seen.get()).hasSize(grown ? 310 : 300);
      assertThat(Arrays.equals(Arrays.copyOf(seen.get(), 300), played.file().bytes(0, 299)))
          .isEqualTo(grown);
    }
  }

  @Test
  void aLostSessionIsUnknown() {
    Recording played =
        play(
            Scripts.upload(
                Scripts.event(
                    Scripts.nth(RequestKind.FRAGMENT, 2), ServerEvent.Kind.FORGET_SESSION, 0)),
            new SmallClient(100));

    assertThat(statuses(played)).containsExactly(200, 200, 500);
    assertThat(played.last().outcome()).isEqualTo(Outcome.FAILED);
    assertThat(played.published()).isNull();
  }

  @Test
  void theReplyCanChange() {
    FileSpec reply = new FileSpec("reply", 1000, null);
    ServerSettings settings =
        new ServerSettings(reply, ReplyUrl.ABSOLUTE, HostId.NONE, null, false, null);
    Recording same =
        play(Scripts.with(ClientSettings.USUAL, settings, 300, List.of()), new SmallClient(300));
    Recording changed =
        play(
            Scripts.with(
                ClientSettings.USUAL,
                settings,
                300,
                List.of(),
                Scripts.event(Scripts.nth(RequestKind.GET, 1), ServerEvent.Kind.CHANGE_REPLY, 0)),
            new SmallClient(300));

    assertThat(changed.storedReply()).isEqualTo(changed.reply()).isNotEqualTo(same.reply());
  }
}
