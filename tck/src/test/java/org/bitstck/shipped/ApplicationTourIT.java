package org.bitstck.shipped;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Server applications tested by the jar as it is shipped. */
class ApplicationTourIT {
  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"interop", "strict", "win32"})
  void theReferenceApplicationPasses(String profile) throws Exception {
    Kit.Ended ended =
        Kit.run(
            "application",
            "--profile",
            profile,
            "--report",
            "json,junit,html,markdown",
            "--out",
            folder.toString());

    assertThat(ended.exitCode()).as(ended.output()).isZero();
    Report report = Report.in(folder);
    assertThat(report.verdict()).isEqualTo("CONFORMANT");
    assertThat(report.root().at("/subject/role").asString()).isEqualTo("server-application");
    assertThat(report.requirements("pass")).isEqualTo(12);
    assertThat(folder.resolve("junit.xml")).isNotEmptyFile();
    assertThat(folder.resolve("application.log")).isNotEmptyFile();
  }

  /** A fault that the reference application is told to have is found, and known from then on. */
  @Test
  void aFaultIsFoundAndCanBeKnown() throws Exception {
    Path subject = folder.resolve("bits-tck.yaml");
    Files.writeString(
        subject,
        """
        name: faulty
        role: application
        start:
          command: ['%s', -jar, '%s', application, --port, '0', --shared, '${folder}', --defect, BITS-APP-RESPONSE-002]
          ready: {output: 'listening on (\\S+)'}
        reply: echo
        files: ${folder}
        """
            .formatted(Kit.java(), Kit.REFERENCE_SERVER));
    Path known = folder.resolve("known.yaml");

    Kit.Ended found =
        Kit.run(
            "application",
            "--subject",
            subject.toString(),
            "--write-known-failures",
            known.toString());
    Kit.Ended excused =
        Kit.run(
            "application", "--subject", subject.toString(), "--known-failures", known.toString());

    assertThat(found.exitCode()).as(found.output()).isEqualTo(1);
    assertThat(found.output())
        .contains("FAIL BITS-APP-RESPONSE-002")
        .contains("bits-tck application --subject " + subject)
        .contains("NOT CONFORMANT");
    assertThat(excused.exitCode()).as(excused.output()).isZero();
  }

  @Test
  void whoIsNotThereEndsWith3InOneLine() throws Exception {
    int port;
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    Kit.Ended ended = Kit.run("application", "http://127.0.0.1:" + port + "/take");

    assertThat(ended.exitCode()).as(ended.output()).isEqualTo(3);
    assertThat(ended.output().strip()).contains("cannot connect to http").hasLineCount(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          application take                                          | 'take' is no URL
          application http://127.0.0.1:1/ --reply ecko              | --reply: 'ecko' is none of: echo
          application http://127.0.0.1:1/ --files /no/such          | --files: nothing can be written into
          application --subject /no/such                            | there is no subject file to read
          application http://127.0.0.1:1/ --only nothing            | no scenario of the role application matches
          init --client --application                               | a file describes one subject
          """)
  void wrongUsageEndsWith2(String line, String message) throws Exception {
    Kit.Ended ended = Kit.run(line.strip().split(" +"));

    assertThat(ended.exitCode()).as(ended.output()).isEqualTo(2);
    assertThat(ended.output()).contains(message);
  }

  @Test
  void whatThereIsCanBeListedExplainedAndChecked() throws Exception {
    assertThat(Kit.run("list", "--role", "application").output())
        .contains("application/request/way", "scenarios for applications");
    assertThat(Kit.run("explain", "BITS-APP-RESPONSE-002").output())
        .contains("application/response/reply/by-reference");
    assertThat(Kit.run("schema", "application-scenarios").output()).contains("by-reference");
    Path subject = folder.resolve("mine.yaml");
    assertThat(Kit.run("init", "--application", subject.toString()).output())
        .contains("bits-tck application --subject");
    assertThat(Kit.run("lint", subject.toString()).exitCode()).isZero();
  }
}
