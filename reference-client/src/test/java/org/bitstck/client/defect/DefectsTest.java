package org.bitstck.client.defect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.stream.Stream;
import org.bitstck.client.upload.Policies;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class DefectsTest {
  private static final String REQUIREMENT = "BITS-(CLI|HTTP|REPLY-CLIENT)(-[A-Z]+)?-\\d{3}";

  static Stream<Defect> all() {
    return Defects.all().stream();
  }

  @ParameterizedTest
  @MethodSource("all")
  void isNamedAfterARequirementAndSaysWhatItIs(Defect defect) {
    assertThat(defect.id()).matches(REQUIREMENT + "/[a-z0-9]+(-[a-z0-9]+)*");
    assertThat(defect.requirement()).matches(REQUIREMENT);
    assertThat(defect.sentence()).matches("[A-Z0].{15,}\\.");
    assertThat(defect.follows())
        .allMatch(each -> each.matches(REQUIREMENT))
        .doesNotContain(defect.requirement())
        .doesNotHaveDuplicates();
    assertThat(defect.why() == null).isEqualTo(defect.follows().isEmpty());
  }

  @ParameterizedTest
  @MethodSource("all")
  void uploadsShareNothing(Defect defect) {
    Policies one = defect.policies().get();
    assertThat(one).isNotNull().isNotSameAs(defect.policies().get());
  }

  @Test
  void everyIdIsThereOnce() {
    assertThat(Defects.all()).extracting(Defect::id).doesNotHaveDuplicates();
    assertThat(Defects.all()).extracting(Defect::sentence).doesNotHaveDuplicates();
  }

  @Test
  void withoutVariantTheFirstOneIsMeant() {
    List<Defect> all = Defects.all();
    for (Defect defect : all) {
      Defect first =
          all.stream()
              .filter(each -> each.requirement().equals(defect.requirement()))
              .findFirst()
              .orElseThrow();
      assertThat(Defects.of(defect.requirement()).id()).isEqualTo(first.id());
      assertThat(Defects.of(defect.id()).sentence()).isEqualTo(defect.sentence());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "BITS-CLI-FRAGMNT-010,'BITS-CLI-FRAGMENT-010'",
    "bits-cli-fragment-010,'BITS-CLI-FRAGMENT-010'",
    "BITS-CLI-FRAGMENT-010/give-up,'BITS-CLI-FRAGMENT-010/gives-up'",
    "FRAGMENT-016/modulo,'BITS-CLI-FRAGMENT-016/modulo-4-gib'"
  })
  void anUnknownOneIsAnsweredWithTheNearest(String id, String nearest) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Defects.of(id))
        .withMessageContaining("'" + id + "'")
        .withMessageContaining("nearest is '" + nearest + "'");
  }
}
