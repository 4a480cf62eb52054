package org.bitstck.report.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.bitstck.judge.Verdict;
import org.bitstck.prove.Proof;
import org.bitstck.prove.Proofs;
import org.bitstck.report.ConsoleReport.Style;
import org.bitstck.scenario.Schemas;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A proof in its forms. */
class ProofReportsTest {
  private static final Path SCHEMA =
      Path.of("src/main/resources/org/bitstck/report/proof/proof.schema.json").toAbsolutePath();

  private static String written(ProofReport report, Proof proof) throws Exception {
    StringWriter text = new StringWriter();
    report.write(proof, text);
    return text.toString();
  }

  private static String printed(Proof proof) {
    StringWriter text = new StringWriter();
    new ProofConsole(
            new PrintWriter(text),
            new Style() {
              @Override
              public String bold(String bold) {
                return bold;
              }

              @Override
              public String verdict(Verdict verdict, String shown) {
                return shown;
              }
            })
        .print(proof);
    return text.toString();
  }

  @Test
  void theConsoleSaysWhatIsWrongThenTheMatrixThenTheFigures() {
    assertThat(printed(Proofs.bad()))
        .containsSubsequence(
            "SURVIVED BITS-SRV-FRAGMENT-005/unseen",
            "why: nobody looks there",
            "MORE THAN ITS OWN BITS-SRV-FRAGMENT-005/wrong",
            "FAIL BITS-SRV-PING-001 in topic/BITS-SRV-PING-001",
            "legal: status 200",
            "came:  400 Bad Request",
            "KILLED ONLY BY OTHERS BITS-SRV-PING-001/wrong",
            "NOT PLAYED BITS-SRV-PING-003/wrong",
            "it does not start ?[31m",
            "BITS-SRV-FRAGMENT  005!+",
            "BITS-SRV-PING      001o 003?",
            "server MUST",
            "Of 4 defects: 1 killed by its own requirement, 1 killed only by others, 1 survived, 1"
                + " not played; 2 accused of more than what follows from them.",
            "NOT PROVED");
    assertThat(printed(Proofs.good())).endsWith("\nPROVED\n");
  }

  @Test
  void theJsonIsAsItsSchemaSays() throws Exception {
    for (Proof proof : new Proof[] {Proofs.good(), Proofs.bad()}) {
      assertThat(Schemas.errors(SCHEMA, written(new ProofJson("1.0"), proof))).isEmpty();
    }
  }

  @Test
  void thePageOpensWithoutANetwork() throws Exception {
    String page = written(new ProofHtml("1.0"), Proofs.bad());

    assertThat(page)
        .contains(
            "NOT PROVED", "id=\"BITS-SRV-FRAGMENT-005\"", "nobody looks there", "one too many")
        .doesNotContain("http://", "https://", "<link", "src=");
  }

  @Test
  void theTableReplacesItselfAndLeavesTheRest() {
    String first = new ProofTable(Proofs.bad()).into("");
    assertThat(first)
        .contains("| server MUST | 2 | 2 | 1 | 1 | 0 | 0 | 50.0 % |")
        .contains("- `BITS-SRV-FRAGMENT-005/unseen` survived: It is wrong where nobody looks.")
        .contains("It is wrong about \\| BITS-SRV-PING-001.");

    String more = first.replace("# What", "# How").concat("\n## Mutants\n\nBy somebody else.\n");
    String second = new ProofTable(Proofs.good()).into(more);
    assertThat(second)
        .startsWith("# How")
        .endsWith("\n## Mutants\n\nBy somebody else.\n")
        .contains("| server MUST | 2 | 2 | 2 | 0 | 0 | 0 | 100.0 % |")
        .doesNotContain("unseen");
    assertThat(new ProofTable(Proofs.good()).into(second)).isEqualTo(second);
  }

  @ParameterizedTest
  @ValueSource(strings = {"# A page of somebody else\n", "<!-- end of proof -->\n"})
  void aPageWithoutAPlaceForItIsNotTouched(String page) {
    ProofTable table = new ProofTable(Proofs.good());

    assertThatThrownBy(() -> table.into(page)).hasMessageContaining("<!-- proof: ");
  }
}
