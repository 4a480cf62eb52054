package org.bitstck.shipped;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server of one's own, described by a file and held where it is by a list. */
class SubjectFileIT {
  @TempDir Path folder;
  private Path subject;

  @BeforeEach
  void writeSubject() throws Exception {
    subject = folder.resolve("bits-tck.yaml");
    Files.writeString(
        subject,
        """
        name: a server that forbids overwriting where it should allow it
        role: server
        url: http://127.0.0.1:${port}/in/
        start:
          command: ["${java}", -XX:TieredStopAtLevel=1, -jar, "%s", --config, "${folder}/server.yaml", --port, "${port}"]
          files:
            server.yaml: |
              folder: ${folder}
              directories:
                /in/: {}
                /keep/: {overwrite: false}
          ready: {tcp: "${port}", within: 30 s}
        directories: {overwrite-allowed: /keep/}
        read-back: {folder: "${folder}/in"}
        """
            .formatted(Kit.REFERENCE_SERVER));
  }

  private Kit.Ended test(String... more) throws Exception {
    String[] arguments = new String[more.length + 3];
    arguments[0] = "server";
    arguments[1] = "--subject";
    arguments[2] = subject.toString();
    System.arraycopy(more, 0, arguments, 3, more.length);
    return Kit.run(arguments);
  }

  @Test
  void declaredAndRefusedIsAFailureThatCanBeKnown() throws Exception {
    Path known = folder.resolve("known.yaml");
    String part = "--only=create/session,create/destination,config/*";

    Kit.Ended first = test(part, "--write-known-failures", known.toString());
    assertThat(first.exitCode()).as(first.output()).isEqualTo(1);

    Kit.Ended second = test(part, "--known-failures", known.toString());
    assertThat(second.exitCode()).as(second.output()).isZero();
    assertThat(second.output()).contains("failures are known");

    Files.writeString(
        known,
        Files.readString(known) + "  - check: \"create/session/*\"\n  - check: \"nosuch*\"\n");
    Kit.Ended third = test(part, "--known-failures", known.toString());
    assertThat(third.exitCode()).as(third.output()).isEqualTo(5);
    assertThat(third.output())
        .contains("'create/session/*' passes now: take it out")
        .contains("'nosuch*' matches no check");
  }

  @Test
  void aServerThatDoesNotStartIsOneClearLine() throws Exception {
    Files.writeString(subject, Files.readString(subject).replace("--config", "--no-such-option"));

    Kit.Ended ended = test();

    assertThat(ended.exitCode()).isEqualTo(3);
    assertThat(ended.output())
        .contains("ended before it was ready")
        .contains("--no-such-option")
        .doesNotContain("\tat ");
  }

  @Test
  void aWrongWordIsShownWithItsPlace() throws Exception {
    Files.writeString(
        subject, Files.readString(subject).replace("overwrite-allowed", "overwrite-alowed"));

    Kit.Ended ended = test();

    assertThat(ended.exitCode()).isEqualTo(2);
    assertThat(ended.output())
        .contains("bits-tck.yaml:13:15: unknown directory 'overwrite-alowed'")
        .contains("did you mean 'overwrite-allowed'?")
        .contains("^^^^");
  }

  /** The same protocol over https, with a certificate of one's own. */
  @Test
  void overHttps() throws Exception {
    Path tls = Path.of("src", "test", "resources", "tls").toAbsolutePath();
    Files.writeString(
        subject,
        """
        name: a server with TLS
        role: server
        url: https://127.0.0.1:${port}/in/
        start:
          command: ["${java}", -XX:TieredStopAtLevel=1, -jar, "%s", --config, "${folder}/server.yaml", --port, "${port}"]
          files:
            server.yaml: |
              folder: ${folder}
              tls: {certificate: "%s", key: "%s"}
              directories:
                /in/: {}
          ready: {output: "listening on", within: 30 s}
        read-back: {http: true}
        tls: {ca: "%s"}
        """
            .formatted(
                Kit.REFERENCE_SERVER,
                tls.resolve("cert.pem"),
                tls.resolve("key.pem"),
                tls.resolve("cert.pem")));

    Kit.Ended trusted =
        test("--only=http/tls,create/session,fragment/ranges", "--report=json", "--out=" + folder);
    assertThat(trusted.exitCode()).as(trusted.output()).isZero();
    assertThat(Report.in(folder).verdicts())
        .anySatisfy(
            (check, verdict) -> {
              assertThat(check).endsWith("BITS-HTTP-TLS-001");
              assertThat(verdict).isEqualTo("PASS");
            });

    Kit.Ended library = test("--transport", "rest-assured", "--only", "http/tls");
    assertThat(library.exitCode()).as(library.output()).isZero();

    Files.writeString(subject, Files.readString(subject).replaceAll("(?m)^tls:.*$", ""));
    Kit.Ended stranger = test();
    assertThat(stranger.exitCode()).as(stranger.output()).isEqualTo(3);
    assertThat(stranger.output()).contains("cannot connect").doesNotContain("\tat ");

    Kit.Ended insecure = test("--insecure", "--only", "http/tls");
    assertThat(insecure.exitCode()).as(insecure.output()).isZero();
    assertThat(insecure.output()).contains("certificate is NOT checked");
  }
}
