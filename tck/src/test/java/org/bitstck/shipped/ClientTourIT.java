package org.bitstck.shipped;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Clients tested by the jar as it is shipped. */
class ClientTourIT {
  @TempDir Path folder;

  @Test
  void theReferenceClientPasses() throws Exception {
    Kit.Ended ended =
        Kit.run(
            "client",
            "--repeat",
            "2",
            "--shuffle",
            "--report",
            "json,junit",
            "--out",
            folder.toString());

    assertThat(ended.exitCode()).as(ended.output()).isZero();
    assertThat(ended.output()).contains("shuffled with seed");
    Report report = Report.in(folder);
    assertThat(report.verdict()).isEqualTo("CONFORMANT");
    assertThat(report.root().at("/subject/role").asString()).isEqualTo("client");
    assertThat(report.requirements("fail")).isZero();
    assertThat(report.requirements("blocked")).isZero();
    assertThat(folder.resolve("junit.xml")).isNotEmptyFile();
  }

  @Test
  void aProcessForEachUploadPassesAsWell() throws Exception {
    Kit.Ended ended = Kit.run("client", "--per-process", "--only", "client/upload");

    assertThat(ended.exitCode()).as(ended.output()).isZero();
    assertThat(ended.output()).contains("driven by a process for each upload");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          client -- /no/such/client {url} {file}  | cannot start '/no/such/client'
          client --driver -- /no/such/driver      | cannot start the driver '/no/such/driver'
          client --driver -- echo hello           | its first line is no hello but 'hello'
          client -- true {url} {file}             | nothing of the client came to http://127.0.0.1:
          """)
  void aClientThatIsNotThereEndsWith3InOneLine(String line, String message) throws Exception {
    Kit.Ended ended = Kit.run(line.split(" "));

    assertThat(ended.exitCode()).as(ended.output()).isEqualTo(3);
    assertThat(ended.output().strip()).contains(message).hasLineCount(1);
  }
}
