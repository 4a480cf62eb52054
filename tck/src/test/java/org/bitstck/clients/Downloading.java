package org.bitstck.clients;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bitstck.play.client.Report;
import org.bitstck.play.client.UploadOrder;

/** The download of a reply: in one piece, or what is missing of it. */
public abstract class Downloading extends Conversing {
  private static final Pattern ABSOLUTE = Pattern.compile("(?i)http://([^/?#]+)([^#]*).*");
  private static final Pattern RANGE = Pattern.compile("bytes ([0-9]+)-([0-9]+)/([0-9]+)");
  private static final String HARMLESS =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~:/?#[]@!$&'()*+,;=%";

  protected final ByteArrayOutputStream stored = new ByteArrayOutputStream();

  /** Size of the reply, bytes; -1 as long as it is not known. */
  protected long replySize = -1;

  private String lastModified;
  private int setbacks;

  protected Downloading(UploadOrder order, Consumer<Report> outcomes) {
    super(order, outcomes);
  }

  /** Gets the reply, or what is missing of it. */
  protected void download(String url) {
    setbacks = 0;
    while (replySize < 0 || stored.size() < replySize) {
      Answer answer = request(replyRequest(url));
      takeReply(answer);
      if (answer.cut() != null && !isWorthRepeating(answer.cut(), ++setbacks)) {
        throw answer.cut();
      }
    }
    try {
      Files.write(order.replyTo(), stored.toByteArray());
    } catch (IOException e) {
      throw Failure.file(e.toString());
    }
  }

  /** The request for the whole, or for what is missing. */
  protected Packet replyRequest(String url) {
    Packet get = addressed(url);
    return stored.size() == 0
        ? get
        : get.with("Range", "bytes=" + stored.size() + "-" + (replySize - 1));
  }

  /** A reply's URL may be relative, and as Windows writes paths. */
  protected Packet addressed(String url) {
    String plain = escaped(url.replace('\\', '/'));
    Matcher absolute = ABSOLUTE.matcher(plain);
    if (absolute.matches()) {
      String path = absolute.group(2);
      return Packet.get(path.startsWith("/") ? path : "/" + path)
          .to(Hosts.Address.of(absolute.group(1)));
    }
    String path = target.replaceFirst("\\?.*", "");
    URI base = URI.create("http://host" + escaped(path));
    URI resolved = base.resolve(plain.matches("[^/?#]*:.*") ? "./" + plain : plain);
    String query = resolved.getRawQuery();
    return Packet.get(resolved.getRawPath() + (query == null ? "" : "?" + query))
        .to(hosts.current());
  }

  private static String escaped(String text) {
    StringBuilder escaped = new StringBuilder();
    for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (b & 0xFF);
      escaped.append(HARMLESS.indexOf(c) >= 0 ? "" + c : String.format("%%%02X", (int) c));
    }
    return escaped.toString();
  }

  /** Keeps what came, if it is what was asked for. */
  protected void takeReply(Answer answer) {
    if (answer.status() == 200) {
      takeWhole(answer);
    } else if (answer.status() == 206) {
      takePart(answer);
    } else {
      throw Failure.refused(answer);
    }
  }

  protected void takeWhole(Answer answer) {
    long length = answer.number("Content-Length");
    if (stored.size() > 0) {
      throw Failure.invalid(answer, "the whole instead of a part");
    }
    if (length < 0 || answer.header("Transfer-Encoding") != null) {
      throw Failure.invalid(answer, "a reply without a size");
    }
    replySize = length;
    keep(answer);
  }

  protected void takePart(Answer answer) {
    if (stored.size() > 0 && !Objects.equals(lastModified, answer.header("Last-Modified"))) {
      startOver(answer);
      return;
    }
    Matcher range = RANGE.matcher(String.valueOf(answer.header("Content-Range")));
    if (!range.matches()) {
      throw Failure.invalid(answer, "a part without a range");
    }
    long first = Long.parseLong(range.group(1));
    long last = Long.parseLong(range.group(2));
    long total = Long.parseLong(range.group(3));
    if (first != stored.size()
        || last >= total
        || replySize >= 0 && total != replySize
        || answer.number("Content-Length") != last - first + 1) {
      throw Failure.invalid(answer, "another part than the one asked for");
    }
    replySize = total;
    keep(answer);
  }

  private void keep(Answer answer) {
    lastModified = answer.header("Last-Modified");
    stored.writeBytes(answer.body());
  }

  /** The reply is another one by now. */
  protected void startOver(Answer answer) {
    if (++setbacks > MOST_TRIES) {
      throw Failure.invalid(answer, "the reply changes all the time");
    }
    stored.reset();
    replySize = -1;
  }
}
