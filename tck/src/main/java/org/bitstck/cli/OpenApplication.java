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
import org.bitstck.play.Tls;
import org.bitstck.play.process.PeerProcess.StartFailed;
import org.bitstck.play.process.Scratch;
import org.bitstck.play.process.SpawnedSubject;
import org.bitstck.requirement.Profile;
import org.bitstck.requirement.Role;
import org.bitstck.subject.Application;
import org.bitstck.subject.ApplicationFile;
import org.bitstck.subject.ApplicationFileReader;
import org.bitstck.subject.SubjectFile;
import org.bitstck.yaml.Source;
import org.bitstck.yaml.Yaml;

/**
 * The server application of a run, ready to be tested: one that runs already, one that the kit
 * started from a subject file, or the bundled reference application.
 *
 * @param spawned null if it runs already
 */
record OpenApplication(Application application, Tls tls, SpawnedSubject spawned)
    implements AutoCloseable {
  private static final String BUNDLED = "reference-application.yaml";

  /** An application of which only the URL is known. */
  static OpenApplication at(String url, boolean insecure) {
    Application application = Application.at(parsed(url));
    return new OpenApplication(
        application, tls(application, SubjectFile.TlsSpec.DEFAULT, insecure), null);
  }

  /**
   * What a subject file says.
   *
   * @param url overrides the file's; null if it does not
   */
  static OpenApplication of(Path file, String url, boolean insecure, Profile profile)
      throws IOException, StartFailed {
    if (!Files.isReadable(file) || Files.isDirectory(file)) {
      throw new UserError("there is no subject file to read at '" + file + "'");
    }
    String text = Yaml.textOf(file);
    Path base = file.toAbsolutePath().getParent();
    ApplicationFile read =
        new ApplicationFileReader(base, System.getenv())
            .read(new Source(file.toString(), text), text);
    return open(read, url, insecure, profile, Scratch::onDisk);
  }

  /** The reference application that comes with the kit. */
  static OpenApplication bundled(Profile profile) throws IOException, StartFailed {
    Bundled.check("reference application", Bundled.SERVER);
    return open(bundledFile(), null, false, profile, Scratch::inMemory);
  }

  /** How the reference application is started and described. */
  static ApplicationFile bundledFile() throws IOException {
    try (InputStream in = OpenApplication.class.getResourceAsStream(BUNDLED)) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return new ApplicationFileReader(Path.of(""), System.getenv())
          .read(new Source(BUNDLED, text), text);
    }
  }

  private static OpenApplication open(
      ApplicationFile file, String url, boolean insecure, Profile profile, Scratch.Place place)
      throws IOException, StartFailed {
    SubjectFile peer = file.peer();
    if (url != null || peer.spawn().isEmpty()) {
      URI at = parsed(url != null ? url : peer.url());
      Application application = file.at(at, UnaryOperator.identity());
      return new OpenApplication(
          checked(application), tls(application, peer.tls(), insecure), null);
    }
    Map<String, String> variables = new HashMap<>(Bundled.variables());
    variables.put("profile", profile.text());
    SpawnedSubject spawned =
        SpawnedSubject.start(Role.SERVER_APPLICATION.peer(), peer, variables, place);
    try {
      Application application = file.at(spawned.subject().url(), spawned::fill);
      return new OpenApplication(
          checked(application), tls(application, peer.tls(), insecure), spawned);
    } catch (RuntimeException e) {
      spawned.close();
      throw e;
    }
  }

  /** The folder is the kit's as well: better to hear of it now than from each scenario. */
  private static Application checked(Application application) {
    if (application.files() != null && !Files.isWritable(application.files().here())) {
      throw new UserError(
          "files: nothing can be written into '" + application.files().here() + "'");
    }
    return application;
  }

  private static URI parsed(String text) {
    try {
      URI url = URI.create(text);
      if (url.getHost() != null && url.getScheme().matches("(?i)https?")) {
        return url;
      }
    } catch (IllegalArgumentException e) {
      // said below, in better words
    }
    throw new UserError(
        "'" + text + "' is no URL of an application; write it like http://127.0.0.1:9099/take");
  }

  /** What is trusted on https; null for http, which needs none of the JVM's certificates. */
  private static Tls tls(Application application, SubjectFile.TlsSpec spec, boolean insecure) {
    if (!"https".equalsIgnoreCase(application.url().getScheme())) {
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

  /** The last lines that a spawned application wrote; none of one that runs already. */
  List<String> output() {
    return spawned == null ? List.of() : spawned.output();
  }

  @Override
  public void close() {
    if (spawned != null) {
      spawned.close();
    }
  }
}
