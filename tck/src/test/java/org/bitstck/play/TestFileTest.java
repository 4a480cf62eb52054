package org.bitstck.play;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.bitstck.scenario.FileSpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TestFileTest {
  private static final FileSpec SPEC = new FileSpec(FileSpec.MAIN, 300, null);

  @ParameterizedTest
  @CsvSource({"0, 0", "0, 6", "0, 7", "3, 4", "5, 21", "7, 8", "8, 15", "16, 299", "1, 298"})
  void aPartIsWhatTheWholeHasThere(int first, int last) {
    TestFile file = new TestFile(SPEC, 1);

    assertThat(file.bytes(first, last))
        .isEqualTo(Arrays.copyOfRange(file.bytes(0, 299), first, last + 1));
  }

  @Test
  void aFileFarBeyondFourGibHasBytesEverywhere() {
    long far = (5L << 30) + 3;
    TestFile file = new TestFile(SPEC, 1);

    assertThat(file.bytes(far, far + 99)).hasSize(100);
    assertThat(file.bytes(far + 10, far + 20))
        .isEqualTo(Arrays.copyOfRange(file.bytes(far, far + 99), 10, 21));
  }

  @Test
  void noTwoPartsFilesOrSeedsAreAlike() {
    TestFile file = new TestFile(SPEC, 1);

    assertThat(file.bytes(0, 99)).isNotEqualTo(file.bytes(100, 199));
    assertThat(new TestFile(SPEC, 2).bytes(0, 99)).isNotEqualTo(file.bytes(0, 99));
    assertThat(new TestFile(new FileSpec("reply", 300, null), 1).bytes(0, 99))
        .isNotEqualTo(file.bytes(0, 99));
  }

  @Test
  void whatTheScenarioWroteComesFirst() {
    TestFile file = new TestFile(new FileSpec(FileSpec.MAIN, 20, new byte[] {1, 2, 3}), 1);

    assertThat(file.bytes(0, 19)).startsWith(1, 2, 3).hasSize(20);
    assertThat(file.bytes(2, 2)).containsExactly(3);
    assertThat(file.bytes(1, 9)).isEqualTo(Arrays.copyOfRange(file.bytes(0, 19), 1, 10));
  }

  @Test
  void lettersOnly() {
    byte[] bytes = new TestFile(SPEC, 1).bytes(0, 299);

    for (byte letter : bytes) {
      assertThat((char) letter).isBetween('A', 'P');
    }
    assertThat(TestFile.ofZeros(SPEC).bytes(5, 9)).containsOnly(0);
  }
}
