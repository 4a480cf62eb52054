package org.bitstck.cli;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.bitstck.play.SubjectControl;
import org.bitstck.play.Tls;
import org.bitstck.play.process.HookRunner;
import org.bitstck.play.process.PeerProcess.StartFailed;
import org.bitstck.play.process.Scratch;
import org.bitstck.play.process.SpawnedSubject;
import org.bitstck.play.server.application.Applications;
import org.bitstck.requirement.Profile;
import org.bitstck.requirement.Role;
import org.bitstck.subject.Directory;
import org.bitstck.subject.Subject;
import org.bitstck.subject.SubjectFile;
import org.bitstck.subject.SubjectReader;
import org.bitstck.yaml.Source;
import org.bitstck.yaml.Yaml;

/**
 * The subject of a run, ready to be tested: one that runs already, one that the kit started from a
 * subject file, or the bundled reference server.
 */
final class OpenSubject implements AutoCloseable {
  private static final String BUNDLED = "reference-server.yaml";
  private static final String APPLICATION = "${application}";

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
  static OpenSubject at(String url, boolean insecure) {
    Subject subject = Subject.at(directory(url));
    Tls tls = tls(subject, SubjectFile.TlsSpec.DEFAULT, insecure);
    return new OpenSubject(subject, tls, new Applications(), SubjectControl.NONE, null);
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
    String text = Yaml.textOf(file);
    Path base = file.toAbsolutePath().getParent();
    SubjectFile read =
        new SubjectReader(base, System.getenv()).read(new Source(file.toString(), text), text);
    return open(read, text.contains(APPLICATION), url, insecure, profile, Scratch::onDisk);
  }

  /** The reference server that comes with the kit. */
  static OpenSubject bundled(Profile profile) throws IOException, StartFailed {
    Bundled.check("reference server", Bundled.SERVER);
    return open(bundledFile(), true, null, false, profile, Scratch::inMemory);
  }

  /** How the reference server is started and described. */
  static SubjectFile bundledFile() throws IOException {
    try (InputStream in = OpenSubject.class.getResourceAsStream(BUNDLED)) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return new SubjectReader(Path.of(""), System.getenv()).read(new Source(BUNDLED, text), text);
    }
  }

  /**
   * @param application whether the file speaks of the kit's own server application
   */
  private static OpenSubject open(
      SubjectFile file,
      boolean application,
      String url,
      boolean insecure,
      Profile profile,
      Scratch.Place place)
      throws IOException, StartFailed {
    Applications applications = new Applications();
    try {
      if (url == null && file.spawn().isPresent()) {
        Map<String, String> variables = new HashMap<>();
        variables.put("profile", profile.text());
        variables.putAll(Bundled.variables());
        if (application) {
          variables.put("application", "http://" + applications.own().authority());
        }
        SpawnedSubject spawned = SpawnedSubject.start(Role.SERVER.peer(), file, variables, place);
        Subject subject = listening(spawned.subject(), applications);
        Tls tls = tls(subject, file.tls(), insecure);
        return new OpenSubject(subject, tls, applications, spawned, spawned);
      }
      URI at = url != null ? directory(url) : URI.create(file.url());
      Subject subject = listening(file.at(at, UnaryOperator.identity()), applications);
      Tls tls = tls(subject, file.tls(), insecure);
      return new OpenSubject(subject, tls, applications, new HookRunner(file.hooks()), null);
    } catch (IOException | StartFailed | RuntimeException e) {
      applications.close();
      throw e;
    }
  }

  /** Starts to listen wherever the subject notifies its application. */
  private static Subject listening(Subject subject, Applications applications) {
    subject
        .directories()
        .forEach(
            (name, directory) ->
                directory
                    .setting(Directory.NOTIFIES)
                    .ifPresent(
                        url -> {
                          try {
                            applications.listen(url);
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

  /** What is trusted on https; null for http, which needs none of the JVM's certificates. */
  private static Tls tls(Subject subject, SubjectFile.TlsSpec spec, boolean insecure) {
    if (!"https".equalsIgnoreCase(subject.url().getScheme())) {
      return null;
    }
    if (insecure || spec.insecure()) {
      return Tls.insecure();
    }
    try {
      return spec.ca() == null ? Tls.ofJvm() : Tls.trusting(spec.ca());
    } catch (IOException e) {
      throw new UserError("tls: no certificates to trust: " + e.getMessage());
    }
  }

  /** The URL with a slash at the end: it is a directory. */
  private static URI directory(String text) {
    URI parsed;
    try {
      parsed = URI.create(text.endsWith("/") ? text : text + "/");
    } catch (IllegalArgumentException e) {
      throw noUrl(text);
    }
    if (parsed.getRawUserInfo() != null) {
      throw new UserError(
          "credentials do not belong into a URL, which reports show; say them under 'auth' in a"
              + " subject file: 'bits-tck init' writes one");
    }
    boolean http = parsed.getScheme() != null && parsed.getScheme().matches("(?i)https?");
    if (!http || parsed.getHost() == null || parsed.getRawQuery() != null) {
      throw noUrl(text);
    }
    return parsed;
  }

  private static UserError noUrl(String text) {
    return new UserError(
        "'" + text + "' is no URL of a directory; write it like http://127.0.0.1:8080/uploads/");
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

  /** The last lines that a spawned subject wrote; none of one that runs already. */
  List<String> output() {
    return spawned == null ? List.of() : spawned.output();
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
