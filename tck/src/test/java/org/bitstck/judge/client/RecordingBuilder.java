package org.bitstck.judge.client;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.bitstck.exchange.Bits;
import org.bitstck.exchange.Ending;
import org.bitstck.exchange.Exchange;
import org.bitstck.exchange.Header;
import org.bitstck.exchange.Headers;
import org.bitstck.exchange.Request;
import org.bitstck.exchange.Response;
import org.bitstck.exchange.Timing;
import org.bitstck.play.TestFile;
import org.bitstck.play.client.Recorded;
import org.bitstck.play.client.Recording;
import org.bitstck.play.client.Report;
import org.bitstck.scenario.Expectation;
import org.bitstck.scenario.FileSpec;
import org.bitstck.scenario.WireFault;
import org.bitstck.scenario.client.AckEdit;
import org.bitstck.scenario.client.CallerAct;
import org.bitstck.scenario.client.ClientClause.Outcome;
import org.bitstck.scenario.client.ClientScenario;
import org.bitstck.scenario.client.ClientSettings;
import org.bitstck.scenario.client.Deviation;
import org.bitstck.scenario.client.RequestKind;
import org.bitstck.scenario.client.ServerEvent;
import org.bitstck.scenario.client.ServerSettings;
import org.bitstck.scenario.client.Trigger;
import org.bitstck.yaml.Place;

/** Recordings made by hand: right as they come, each request made wrong by what follows it. */
final class RecordingBuilder {
  static final String ID = "{5D3C1F0A-77B2-4E0C-9A41-0C6E2D9B8F15}";
  static final String TARGET = "/run/a%20b.bin?x=1";

  private final TestFile file;
  private final long size;
  private final List<Recorded> requests = new ArrayList<>();
  private final List<Report> outcomes = new ArrayList<>();
  private final List<Deviation> script = new ArrayList<>();
  private final List<CallerAct> caller = new ArrayList<>();
  private List<Expectation> expectations = List.of();
  private ClientSettings settings = ClientSettings.USUAL;
  private Set<String> tags = Set.of();
  private String session = ID;
  private boolean reports = true;
  private byte[] published;
  private byte[] storedReply;
  private byte[] reply;
  private String stop;

  private RecordingBuilder(long size) {
    this.size = size;
    this.file = new TestFile(new FileSpec(FileSpec.MAIN, size, null), 7);
  }

  /** A scenario whose file has this many bytes; nothing came yet. */
  static RecordingBuilder file(long size) {
    return new RecordingBuilder(size);
  }

  /** The whole upload of 300 bytes in two fragments. */
  static RecordingBuilder plain() {
    return file(300).create().fragment(0, 99).fragment(100, 299).close().published();
  }

  RecordingBuilder create() {
    return create(ID);
  }

  RecordingBuilder create(String id) {
    session = id;
    return packet(RequestKind.CREATE_SESSION)
        .header("BITS-Supported-Protocols: " + Bits.PROTOCOL_GUID)
        .ack(200, "BITS-Session-Id: " + id);
  }

  RecordingBuilder fragment(long first, long last) {
    byte[] body = first <= last && last < size + 9999 ? file.bytes(first, last) : new byte[0];
    return packet(RequestKind.FRAGMENT)
        .header("BITS-Session-Id: " + session)
        .header("Content-Range: bytes " + first + "-" + last + "/" + size)
        .body(body)
        .ack(200, "BITS-Received-Content-Range: " + (last + 1));
  }

  RecordingBuilder close() {
    return packet(RequestKind.CLOSE_SESSION).header("BITS-Session-Id: " + session).ack(200);
  }

  RecordingBuilder cancel() {
    return packet(RequestKind.CANCEL_SESSION).header("BITS-Session-Id: " + session).ack(200);
  }

  RecordingBuilder ping() {
    return packet(RequestKind.PING).ack(200);
  }

  RecordingBuilder get() {
    return request(RequestKind.GET, "GET", "/reply").ack(200);
  }

  RecordingBuilder packet(RequestKind kind) {
    return request(kind, Bits.METHOD, TARGET)
        .header("BITS-Packet-Type: " + kind.word())
        .header("Content-Length: 0");
  }

  RecordingBuilder request(RequestKind kind, String method, String target) {
    int number = requests.size() + 1;
    Headers headers = new Headers(List.of(new Header("Host", "127.0.0.1:4711")));
    Request request = Request.of(method, target, headers, new byte[0]);
    long sent = number * 10_000L;
    requests.add(
        new Recorded(
            new Exchange(
                number,
                1,
                number > 1,
                request,
                List.of(),
                false,
                null,
                Ending.CLOSED,
                "",
                0,
                new Timing(sent, sent + 1000, sent + 2000)),
            kind,
            Trigger.Host.ORIGINAL,
            true,
            false,
            null));
    return this;
  }

  private Recorded last() {
    return requests.get(requests.size() - 1);
  }

  private RecordingBuilder last(Recorded now) {
    requests.set(requests.size() - 1, now);
    return this;
  }

  private RecordingBuilder exchange(Exchange now) {
    Recorded r = last();
    return last(new Recorded(now, r.kind(), r.host(), r.whole(), r.overlapping(), r.deviation()));
  }

  private RecordingBuilder sent(Request request) {
    Exchange e = last().exchange();
    return exchange(
        new Exchange(
            e.number(),
            e.connection(),
            e.reused(),
            request,
            e.interim(),
            e.early(),
            e.response(),
            e.ending(),
            e.detail(),
            e.surplus(),
            e.timing()));
  }

  private RecordingBuilder ended(Response response, Ending ending, int surplus, Timing timing) {
    Exchange e = last().exchange();
    return exchange(
        new Exchange(
            e.number(),
            e.connection(),
            e.reused(),
            e.request(),
            e.interim(),
            e.early(),
            response,
            ending,
            "",
            surplus,
            timing));
  }

  /** The last request's method and version. */
  RecordingBuilder line(String method, String version) {
    Request r = last().exchange().request();
    return sent(new Request(method, r.target(), version, r.headers(), r.body(), null));
  }

  /** One more line, {@code Name: value}. */
  RecordingBuilder header(String line) {
    Request r = last().exchange().request();
    int colon = line.indexOf(':');
    Header header = new Header(line.substring(0, colon), line.substring(colon + 1).strip());
    return sent(
        new Request(
            r.method(),
            r.target(),
            r.version(),
            r.headers().plus(List.of(header)),
            r.body(),
            null));
  }

  RecordingBuilder without(String name) {
    Request r = last().exchange().request();
    Headers headers =
        new Headers(r.headers().lines().stream().filter(line -> !line.is(name)).toList());
    return sent(new Request(r.method(), r.target(), r.version(), headers, r.body(), null));
  }

  /** Another value for a header. */
  RecordingBuilder change(String line) {
    return without(line.substring(0, line.indexOf(':'))).header(line);
  }

  /** The body with the length that belongs to it. */
  RecordingBuilder body(byte[] body) {
    Request r = change("Content-Length: " + body.length).last().exchange().request();
    return sent(new Request(r.method(), r.target(), r.version(), r.headers(), body, null));
  }

  RecordingBuilder body(int length) {
    return body(Arrays.copyOf(last().exchange().request().body(), length));
  }

  /** What the kit answered: a correct Ack, with these lines. */
  RecordingBuilder ack(int status, String... lines) {
    List<String> all = new ArrayList<>(List.of(lines));
    all.add("BITS-Packet-Type: Ack");
    return answer("HTTP/1.1", status, all.toArray(String[]::new));
  }

  RecordingBuilder answer(String version, int status, String... lines) {
    List<Header> headers = new ArrayList<>();
    for (String line : lines) {
      int colon = line.indexOf(':');
      headers.add(new Header(line.substring(0, colon), line.substring(colon + 1).strip()));
    }
    Response response =
        new Response(
            version,
            status,
            "",
            new Headers(headers),
            new byte[0],
            Response.Framing.CONTENT_LENGTH,
            new byte[0],
            List.of());
    return ended(response, Ending.ANSWERED, 0, last().exchange().timing());
  }

  RecordingBuilder noAnswer(Ending ending) {
    return ended(null, ending, 0, last().exchange().timing());
  }

  /** Something that is no HTTP, on the connection that there is. */
  RecordingBuilder noHttp() {
    byte[] raw = "?".getBytes(StandardCharsets.US_ASCII);
    return request(RequestKind.OTHER, "", "")
        .sent(new Request("", "", "", new Headers(List.of()), new byte[0], raw))
        .noAnswer(Ending.GARBAGE)
        .broken();
  }

  /** When it came and when its answer was out, in milliseconds. */
  RecordingBuilder at(long sent, long done) {
    Exchange e = last().exchange();
    return ended(
        e.response(), e.ending(), e.surplus(), new Timing(sent * 1000, done * 1000, done * 1000));
  }

  /** It ended before its end. */
  RecordingBuilder broken() {
    Recorded r = last();
    return last(
        new Recorded(r.exchange(), r.kind(), r.host(), false, r.overlapping(), r.deviation()));
  }

  RecordingBuilder overlapping() {
    Recorded r = last();
    return last(new Recorded(r.exchange(), r.kind(), r.host(), r.whole(), true, r.deviation()));
  }

  RecordingBuilder alternateHost() {
    Recorded r = last();
    return last(
        new Recorded(
            r.exchange(),
            r.kind(),
            Trigger.Host.ALTERNATE,
            r.whole(),
            r.overlapping(),
            r.deviation()));
  }

  /** The kit deviated at the last request. */
  RecordingBuilder deviant() {
    return deviant(ServerEvent.NONE, WireFault.NONE);
  }

  RecordingBuilder wire(WireFault.Kind kind) {
    return wire(kind, 0);
  }

  RecordingBuilder wire(WireFault.Kind kind, long millis) {
    return deviant(ServerEvent.NONE, new WireFault(kind, 0, millis, null));
  }

  RecordingBuilder event(ServerEvent.Kind kind) {
    return deviant(new ServerEvent(kind, 0), WireFault.NONE);
  }

  private RecordingBuilder deviant(ServerEvent event, WireFault wire) {
    Recorded r = last();
    Deviation deviation =
        new Deviation(Place.nowhere(), Triggers.any(r.kind()), event, AckEdit.NONE, wire);
    script.add(deviation);
    return last(
        new Recorded(r.exchange(), r.kind(), r.host(), r.whole(), r.overlapping(), deviation));
  }

  /** The scenario has a deviation that is applied nowhere. */
  RecordingBuilder waitsFor(Trigger trigger) {
    script.add(
        new Deviation(Place.nowhere(), trigger, ServerEvent.NONE, AckEdit.NONE, WireFault.NONE));
    return this;
  }

  RecordingBuilder caller(CallerAct.Kind kind, Trigger when) {
    caller.add(new CallerAct(Place.nowhere(), kind, when, false));
    return this;
  }

  RecordingBuilder expect(Expectation... all) {
    expectations = List.of(all);
    return this;
  }

  RecordingBuilder tagged(String tag) {
    tags = Set.of(tag);
    return this;
  }

  RecordingBuilder answerTimeout(long millis) {
    settings = new ClientSettings(0, false, false, millis, -1, -1, "a b.bin", "a%20b.bin?x=1");
    return this;
  }

  RecordingBuilder tellsNothing() {
    reports = false;
    return this;
  }

  RecordingBuilder stopped(String why) {
    stop = why;
    return this;
  }

  RecordingBuilder published() {
    published = file.bytes(0, size - 1);
    return this;
  }

  RecordingBuilder published(String text) {
    published = text.getBytes(StandardCharsets.ISO_8859_1);
    return this;
  }

  /** What the server has as the reply, and what the client has stored; null for nothing. */
  RecordingBuilder reply(String right, String stored) {
    reply = right == null ? null : right.getBytes(StandardCharsets.ISO_8859_1);
    storedReply = stored == null ? null : stored.getBytes(StandardCharsets.ISO_8859_1);
    return this;
  }

  Recording told(Outcome outcome) {
    return told(Report.of(outcome, ""));
  }

  Recording told(Report report) {
    outcomes.add(report);
    return untold();
  }

  Recording untold() {
    ClientScenario scenario =
        new ClientScenario(
            "client/a",
            "one",
            "something",
            Set.of(),
            tags,
            new FileSpec(FileSpec.MAIN, size, null),
            settings,
            ServerSettings.USUAL,
            List.copyOf(script),
            List.copyOf(caller),
            expectations,
            Place.nowhere());
    return new Recording(
        scenario,
        List.copyOf(requests),
        List.copyOf(outcomes),
        reports,
        TARGET,
        file,
        published,
        storedReply,
        reply,
        stop,
        Duration.ofMillis(5));
  }
}
