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
          command: ["${java}", -jar, "%s", --config, "${folder}/server.yaml", --port, "${port}"]
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

    Kit.Ended first = test("--write-known-failures", known.toString());
    assertThat(first.exitCode()).as(first.output()).isEqualTo(1);

    Kit.Ended second = test("--known-failures", known.toString());
    assertThat(second.exitCode()).as(second.output()).isZero();
    assertThat(second.output()).contains("failures are known");

    Files.writeString(
        known,
        Files.readString(known) + "  - check: \"create/session/*\"\n  - check: \"nosuch*\"\n");
    Kit.Ended third = test("--known-failures", known.toString());
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
}
