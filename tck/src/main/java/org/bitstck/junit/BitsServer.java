package org.bitstck.junit;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bitstck.exchange.Header;
import org.bitstck.play.Tls;
import org.bitstck.subject.Access;
import org.bitstck.subject.Directory;
import org.bitstck.subject.ReadBack;
import org.bitstck.subject.Subject;
import org.bitstck.subject.Words;
import org.bitstck.yaml.Nearest;

/**
 * A server that a test has started, as its owner describes it. What is not declared is not tested;
 * what is declared and refused is a failure. Immutable: each method gives another one.
 */
public final class BitsServer {
  private final Subject subject;
  private final Path trusted;

  private BitsServer(Subject subject, Path trusted) {
    this.subject = subject;
    this.trusted = trusted;
  }

  /**
   * A server of which only the URL is known.
   *
   * @param url of the directory that takes uploads, http or https
   * @throws IllegalArgumentException if it is none
   */
  public static BitsServer at(URI url) {
    return at(url.toString());
  }

  /** The same of a URL in a text. */
  public static BitsServer at(String url) {
    URI parsed = URI.create(url.endsWith("/") ? url : url + "/");
    boolean http = parsed.getScheme() != null && parsed.getScheme().matches("(?i)https?");
    if (!http || parsed.getHost() == null || parsed.getRawQuery() != null) {
      throw new IllegalArgumentException(
          "'" + url + "' is no URL of a directory; write it like http://127.0.0.1:8080/uploads/");
    }
    return new BitsServer(Subject.at(parsed), null);
  }

  /** What messages call it. */
  public BitsServer named(String name) {
    return with(name, subject.directories(), subject.readBack(), subject.access());
  }

  /**
   * A part of the server that is set up in a special way: {@code directory("overwrite-forbidden",
   * "write-once/")}. docs/words/subject.md has the names.
   *
   * @param path from the server's URL, or from the root with a slash
   * @throws IllegalArgumentException if no scenario knows the name
   */
  public BitsServer directory(String name, String path) {
    return directory(name, path, Map.of());
  }

  /**
   * The same with settings: {@code directory("max-size", "small/", Map.of("bytes", "1000"))}.
   *
   * @throws IllegalArgumentException if no scenario knows the name, or a setting is missing
   */
  public BitsServer directory(String name, String path, Map<String, String> settings) {
    Set<String> needed = Words.settings(name).orElseThrow(() -> unknown(name));
    if (!needed.equals(settings.keySet())) {
      throw new IllegalArgumentException(
          "the directory '" + name + "' has the settings " + needed + ", not " + settings.keySet());
    }
    URI resolved = subject.url().resolve(path.endsWith("/") ? path : path + "/");
    Map<String, Directory> directories = new HashMap<>(subject.directories());
    directories.put(name, new Directory(name, resolved.getRawPath(), Map.copyOf(settings), null));
    return with(subject.name(), directories, subject.readBack(), subject.access());
  }

  private static IllegalArgumentException unknown(String name) {
    return new IllegalArgumentException(
        "there is no directory '"
            + name
            + "'"
            + Nearest.to(name, Words.directories())
                .map(near -> "; did you mean '" + near + "'?")
                .orElse("; there are " + String.join(", ", Words.directories())));
  }

  /**
   * The files lie in a folder that this machine can read; otherwise GET is tried.
   *
   * @param folder that the URL is mapped to
   */
  public BitsServer storingIn(Path folder) {
    return with(
        subject.name(),
        subject.directories(),
        new ReadBack(ReadBack.Kind.FOLDER, folder),
        subject.access());
  }

  /** Basic authentication with every request. */
  public BitsServer withLogin(String user, String password) {
    Access.Credentials credentials = new Access.Credentials(user, password);
    return with(
        subject.name(),
        subject.directories(),
        subject.readBack(),
        new Access(subject.access().headers(), credentials));
  }

  /** A header with every request. */
  public BitsServer withHeader(String name, String value) {
    List<Header> headers = new ArrayList<>(subject.access().headers());
    headers.add(new Header(name, value));
    return with(
        subject.name(),
        subject.directories(),
        subject.readBack(),
        new Access(List.copyOf(headers), subject.access().credentials()));
  }

  /**
   * What is trusted on https; without it the certificates of the JVM.
   *
   * @param pem file with certificates
   */
  public BitsServer trusting(Path pem) {
    return new BitsServer(subject, pem);
  }

  private BitsServer with(
      String name, Map<String, Directory> directories, ReadBack readBack, Access access) {
    return new BitsServer(
        new Subject(
            name,
            subject.url(),
            Map.copyOf(directories),
            subject.capabilities(),
            subject.hooks(),
            readBack,
            access),
        trusted);
  }

  Subject subject() {
    return subject;
  }

  /** Null for http. */
  Tls tls() {
    if (!"https".equalsIgnoreCase(subject.url().getScheme())) {
      return null;
    }
    try {
      return trusted == null ? Tls.ofJvm() : Tls.trusting(trusted);
    } catch (IOException e) {
      throw new IllegalArgumentException("no certificates to trust: " + e.getMessage(), e);
    }
  }
}
