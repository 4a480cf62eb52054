package org.bitstck.clients;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bitstck.play.client.Report;
import org.bitstck.play.client.UploadOrder;
import org.bitstck.play.client.UploadOrder.Credentials;

/** Requests and their answers: connections, authentication, repetition, change of host. */
public abstract class Conversing extends Commanded {
  /** How often something is tried again that did not get any further. */
  protected static final int MOST_TRIES = 5;

  private static final Pattern URL = Pattern.compile("http://([^/?#]+)([^#]*)");
  private static final long SEND_MS = 120_000;
  private static final long ANSWER_MS = 300_000;
  private static final long HOST_RETRY_MS = 100;

  protected final UploadOrder order;
  protected final Hosts hosts;

  /** Path and query of the destination, as given. */
  protected final String target;

  private Credentials credentials;
  private final Set<String> asked = new HashSet<>();
  private volatile Wire wire;
  private Hosts.Address connectedTo;

  protected Conversing(UploadOrder order, Consumer<Report> outcomes) {
    super(outcomes);
    this.order = order;
    Matcher url = URL.matcher(order.url());
    if (!url.matches()) {
      throw new IllegalArgumentException(order.url());
    }
    hosts = new Hosts(Hosts.Address.of(url.group(1)));
    target = url.group(2).startsWith("/") ? url.group(2) : "/" + url.group(2);
    credentials = order.credentials();
  }

  @Override
  protected void credentials(Credentials other) {
    credentials = other;
  }

  /** The answer to a request, whatever it says, unless the request only needs credentials. */
  protected Answer request(Packet packet) {
    for (int failures = 1; ; ) {
      checkCommands();
      try {
        Answer answer = transmit(packet);
        hosts.worked();
        if (!isWorthCredentials(answer, packet)) {
          return answer;
        }
      } catch (Failure e) {
        hosts.failed();
        if (!isWorthRepeating(e, failures++)) {
          throw e;
        }
      }
    }
  }

  /** Whether the packet was refused for want of credentials that there are. */
  protected boolean isWorthCredentials(Answer answer, Packet packet) {
    String field = answer.status() == 401 ? "Authorization" : "Proxy-Authorization";
    String challenge =
        answer.header(answer.status() == 401 ? "WWW-Authenticate" : "Proxy-Authenticate");
    if (answer.status() != 401 && answer.status() != 407
        || credentials == null
        || packet.header(field) != null
        || challenge == null
        || !challenge.toLowerCase(Locale.ROOT).contains("basic")) {
      return false;
    }
    asked.add(field);
    return true;
  }

  /** Whether a request that got no answer is sent again, after some time or elsewhere. */
  protected boolean isWorthRepeating(Failure failure, int failures) {
    if (hosts.isOverdue()) {
      hosts.fallBack();
      return true;
    }
    if (!failure.isTransport()) {
      return false;
    }
    if (hosts.isWorthWaiting()) {
      rest(order.retryDelayMs() < 0 ? HOST_RETRY_MS : order.retryDelayMs());
      return true;
    }
    if (order.retryDelayMs() < 0 || failures > MOST_TRIES) {
      return false;
    }
    rest(order.retryDelayMs());
    return true;
  }

  /** One request and its answer. */
  protected Answer transmit(Packet packet) {
    Hosts.Address to = packet.address() == null ? hosts.current() : packet.address();
    packet.with("Host", to.authority());
    asked.forEach(field -> packet.with(field, basic()));
    try {
      Wire connection = connection(to);
      try {
        return exchange(connection, packet);
      } catch (IOException e) {
        hangUp();
        if (!connection.isStale() || !trustsFreshConnections()) {
          throw e;
        }
        return exchange(connection(to), packet);
      }
    } catch (IOException e) {
      hangUp();
      throw Failure.transport(e);
    } catch (Failure e) {
      hangUp();
      throw e;
    }
  }

  /** Whether a connection that was closed between two requests is replaced without a word. */
  protected boolean trustsFreshConnections() {
    return true;
  }

  private Answer exchange(Wire connection, Packet packet) throws IOException {
    return connection.exchange(bytes(packet), sendMs(), answerMs());
  }

  /** What goes out. */
  protected byte[] bytes(Packet packet) {
    return packet.bytes();
  }

  private String basic() {
    byte[] pair =
        (credentials.user() + ":" + credentials.password()).getBytes(StandardCharsets.UTF_8);
    return "Basic " + Base64.getEncoder().encodeToString(pair);
  }

  private Wire connection(Hosts.Address to) throws IOException {
    if (wire == null || wire.isClosed() || !to.equals(connectedTo)) {
      hangUp();
      Wire fresh = new Wire();
      wire = fresh;
      fresh.connect(to, (int) sendMs());
      connectedTo = to;
    }
    return wire;
  }

  protected long sendMs() {
    return order.sendTimeoutMs() < 0 ? SEND_MS : order.sendTimeoutMs();
  }

  protected long answerMs() {
    return order.answerTimeoutMs() < 0 ? ANSWER_MS : order.answerTimeoutMs();
  }

  @Override
  protected void hangUp() {
    Wire current = wire;
    if (current != null) {
      current.close();
    }
  }
}
