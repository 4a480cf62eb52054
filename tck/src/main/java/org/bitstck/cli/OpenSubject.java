package org.bitstck.cli;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.bitstck.play.SubjectControl;
import org.bitstck.play.Tls;
import org.bitstck.play.application.Applications;
import org.bitstck.play.process.HookRunner;
import org.bitstck.play.process.PeerProcess.StartFailed;
import org.bitstck.play.process.SpawnedSubject;
import org.bitstck.requirement.Profile;
import org.bitstck.subject.Subject;
import org.bitstck.subject.SubjectFile;
import org.bitstck.subject.SubjectReader;
import org.bitstck.yaml.Source;

/**
 * The subject of a run, ready to be tested: one that runs already, one that the kit started from a
 * subject file, or the bundled reference server.
 */
final class OpenSubject implements AutoCloseable {
  private static final String BUNDLED = "reference-server.yaml";

  private final Subject subject;
  private final Tls tls;
  private final Applications applications;
  private final SubjectControl control;
  private final SpawnedSubject spawned;

  private OpenSubject(
      Subject subject,
      Tls tls,
      Applications applications,
      SubjectControl control,
      SpawnedSubject spawned) {
    this.control = control;
    this.subject = subject;
    this.tls = tls;
    this.applications = applications;
    this.spawned = spawned;
  }

  /** A server of which only the URL is known. */
  static OpenSubject at(String url, boolean insecure) throws IOException {
    URI parsed = directory(url);
    SubjectFile.TlsSpec spec = new SubjectFile.TlsSpec(null, insecure);
    return new OpenSubject(
        Subject.at(parsed), tls(spec, insecure), new Applications(), SubjectControl.NONE, null);
  }

  /**
   * What a subject file says.
   *
   * @param url overrides the file's; null if it does not
   */
  static OpenSubject of(Path file, String url, boolean insecure, Profile profile)
      throws IOException, StartFailed {
    if (!Files.isReadable(file) || Files.isDirectory(file)) {
      throw new UserError("there is no subject file to read at '" + file + "'");
    }
    String text = Files.readString(file);
    Path base = file.toAbsolutePath().getParent();
    SubjectFile read =
        new SubjectReader(base, System.getenv()).read(new Source(file.toString(), text), text);
    return open(read, url, insecure, profile);
  }

  /** The reference server that comes with the kit. */
  static OpenSubject bundled(Profile profile) throws IOException, StartFailed {
    try (InputStream in = OpenSubject.class.getResourceAsStream(BUNDLED)) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      SubjectFile file =
          new SubjectReader(Path.of(""), System.getenv()).read(new Source(BUNDLED, text), text);
      return open(file, null, false, profile);
    }
  }

  private static OpenSubject open(SubjectFile file, String url, boolean insecure, Profile profile)
      throws IOException, StartFailed {
    Tls tls = tls(file.tls(), insecure);
    Applications applications = new Applications();
    try {
      if (url == null && file.spawn().isPresent()) {
        SpawnedSubject spawned = SpawnedSubject.start(file, variables(applications, profile));
        return new OpenSubject(
            listening(spawned.subject(), applications), tls, applications, spawned, spawned);
      }
      URI at = url != null ? directory(url) : URI.create(file.url());
      Subject subject = file.at(at, UnaryOperator.identity());
      return new OpenSubject(
          listening(subject, applications), tls, applications, new HookRunner(file.hooks()), null);
    } catch (IOException | StartFailed | RuntimeException e) {
      applications.close();
      throw e;
    }
  }

  private static Map<String, String> variables(Applications applications, Profile profile)
      throws IOException {
    return Map.of(
        "profile",
        profile.text(),
        "peers",
        peers().toString(),
        "application",
        "http://127.0.0.1:" + applications.listen(0));
  }

  /** Starts to listen wherever the subject notifies its application. */
  private static Subject listening(Subject subject, Applications applications) {
    subject
        .directories()
        .forEach(
            (name, directory) ->
                directory
                    .setting("notifies")
                    .ifPresent(
                        url -> {
                          try {
                            applications.listen(URI.create(url).getPort());
                          } catch (IOException | IllegalArgumentException e) {
                            throw new UserError(
                                "cannot play the server application at "
                                    + url
                                    + " for directory '"
                                    + name
                                    + "': "
                                    + e.getMessage());
                          }
                        }));
    return subject;
  }

  private static Tls tls(SubjectFile.TlsSpec spec, boolean insecure) throws IOException {
    if (insecure || spec.insecure()) {
      return Tls.insecure();
    }
    return spec.ca() == null ? Tls.ofJvm() : Tls.trusting(spec.ca());
  }

  /** Where the bundled peers lie: beside the kit's own jar. */
  private static Path peers() {
    try {
      Path own =
          Path.of(OpenSubject.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      return own.resolveSibling("peers");
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The URL with a slash at the end: it is a directory. */
  private static URI directory(String text) {
    URI parsed;
    try {
      parsed = URI.create(text.endsWith("/") ? text : text + "/");
    } catch (IllegalArgumentException e) {
      throw new UserError("'" + text + "' is no URL: " + e.getMessage());
    }
    boolean http = parsed.getScheme() != null && parsed.getScheme().matches("(?i)https?");
    if (!http || parsed.getHost() == null || parsed.getRawQuery() != null) {
      throw new UserError(
          "'" + text + "' is no URL of a directory; write it like http://127.0.0.1:8080/uploads/");
    }
    return parsed;
  }

  Subject subject() {
    return subject;
  }

  Tls tls() {
    return tls;
  }

  Applications applications() {
    return applications;
  }

  SubjectControl control() {
    return control;
  }

  @Override
  public void close() {
    applications.close();
    if (spawned != null) {
      spawned.close();
    }
  }
}
