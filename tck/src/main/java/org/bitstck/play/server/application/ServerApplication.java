package org.bitstck.play.server.application;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.bitstck.exchange.Request;
import org.bitstck.play.Limits;
import org.bitstck.play.tap.DirectAnswers;
import org.bitstck.play.tap.Scene;
import org.bitstck.play.tap.Tap;

/**
 * The kit as server application at one port. The scenario that a notification belongs to is found
 * by the upload's URL, so that many scenarios share one address; where a server does not name it,
 * by the uploaded bytes, so that it is blamed for that and for nothing else.
 */
public final class ServerApplication implements AutoCloseable {
  /** What every destination of the kit has in its name. */
  private static final String OWN = "bits-tck-";

  private final Set<Script> scripts = ConcurrentHashMap.newKeySet();
  private final Set<String> strays = ConcurrentHashMap.newKeySet();
  private final Tap tap;

  private ServerApplication(int port) throws IOException {
    Scene scene = arrival -> new NotificationVisit(this, arrival);
    this.tap = Tap.open(port, (head, last) -> scene, new DirectAnswers(), Limits.DEFAULT);
  }

  /**
   * Listens on a loopback port.
   *
   * @param port 0 for a free one
   * @throws IOException if the port is taken
   */
  public static ServerApplication listen(int port) throws IOException {
    return new ServerApplication(port);
  }

  public int port() {
    return tap.port();
  }

  /** Host and port, as they stand in URLs. */
  public String authority() {
    return "127.0.0.1:" + port();
  }

  /** A scenario begins. */
  public void enter(Script script) {
    scripts.add(script);
  }

  /** A scenario has ended. */
  public void leave(Script script) {
    scripts.remove(script);
    script.end();
  }

  /**
   * Connections are refused from now on, and those there are end.
   *
   * @throws IOException if the port cannot be kept
   */
  public void down() throws IOException {
    tap.refuse();
  }

  /**
   * Connections are taken again.
   *
   * @throws IOException if the port was lost
   */
  public void up() throws IOException {
    tap.listen();
  }

  /** The scenario that a URL belongs to; null if there is none. */
  Script find(String url) {
    return scripts.stream().filter(script -> script.isAboutUrl(url)).findFirst().orElse(null);
  }

  /** The scenario that bytes belong to; null if there is none. */
  Script find(byte[] content) {
    return scripts.stream()
        .filter(script -> script.isAboutContent(content))
        .findFirst()
        .orElse(null);
  }

  /** A request belongs to no scenario; what is late for one that has ended is nothing new. */
  void stray(Request head, String url) {
    if (!url.contains(OWN)) {
      strays.add(head.raw() != null ? "something that is no HTTP" : head.label());
    }
  }

  /** What came that belongs to no scenario, in words. */
  List<String> strays() {
    return List.copyOf(strays);
  }

  /** What went wrong in the kit itself; null if nothing. */
  public String failure() {
    return tap.failure();
  }

  @Override
  public void close() {
    scripts.forEach(Script::end);
    tap.close();
  }
}
