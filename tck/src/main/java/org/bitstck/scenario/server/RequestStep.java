package org.bitstck.scenario.server;

import java.util.List;
import java.util.Optional;
import org.bitstck.scenario.Amount;
import org.bitstck.scenario.Expectation;
import org.bitstck.scenario.HeaderEdit;
import org.bitstck.scenario.PacketKind;
import org.bitstck.yaml.Place;

/**
 * A request to send. Everything that is null or empty is filled in as a correct client would.
 *
 * @param kind which packet's headers are filled in; empty for other HTTP requests
 * @param type the packet type token; null means the kind's own
 * @param range of a fragment; null for other packets
 * @param total the total length in Content-Range, bytes; -1 means the file's size
 * @param method {@code BITS_POST} for packets
 * @param target the request target, variables open; null means the destination's path
 * @param absolute the target is written as an absolute URL
 * @param version of the request line
 * @param wire the whole request to the byte, variables open; null if it is made of its parts
 * @param file whose bytes are sent
 * @param destination which of the scenario's URLs
 * @param session which of the scenario's sessions; where several have the name, the newest that was
 *     not ended
 * @param directory part of the subject; null means the scenario's
 * @param connection {@code same}, {@code new}, a name, or null for the usual choice
 * @param login name of the credentials; {@code none} sends none; null means the subject's
 * @param repeat how often it is sent
 * @param cut where it is broken off; null if it is not
 * @param expectContinue the body is held back until the peer speaks
 * @param frontEndMayAnswer an HTTP layer before the peer may refuse it, without the form of an Ack
 */
public record RequestStep(
    Place at,
    Optional<PacketKind> kind,
    String type,
    FragmentRange range,
    long total,
    String method,
    String target,
    boolean absolute,
    String version,
    List<HeaderEdit> headers,
    HeaderStyle style,
    Body body,
    String wire,
    String file,
    String destination,
    String session,
    String directory,
    String connection,
    String login,
    Amount repeat,
    Cut cut,
    boolean expectContinue,
    boolean frontEndMayAnswer,
    List<Expectation> expectations)
    implements Step {

  @Override
  public String label() {
    if (wire != null) {
      return "request as written";
    }
    if (kind.isEmpty()) {
      return type != null ? "packet '" + type + "'" : method;
    }
    String name = kind.get().token();
    if (range == null) {
      return name;
    }
    if (range.isResume()) {
      return name + " with the rest";
    }
    return name
        + " "
        + (range.last() < 0 ? "from " + range.first() : range.first() + "-" + range.last());
  }

  public boolean isSetUp() {
    return expectations.isEmpty() && cut == null;
  }
}
