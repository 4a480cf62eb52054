package org.bitstck.server.defect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.bitstck.server.Policies;
import org.bitstck.server.protocol.Profile;
import org.junit.jupiter.api.Test;

/** The list of defects as a list; what they do is for the test kit to find out. */
class DefectsTest {
  private static final String REQUIREMENT = "BITS-[A-Z]+(-[A-Z]+)?-\\d{3}";

  private final List<Defect<Policies>> all = Defects.LIST.all();

  @Test
  void idsAreRequirementsWithAWord() {
    assertThat(all).allSatisfy(d -> assertThat(d.id()).matches(REQUIREMENT + "/[a-z0-9-]+"));
    assertThat(all).extracting(Defect::id).doesNotHaveDuplicates();
  }

  @Test
  void theDefectsOfARequirementStandTogether() {
    Set<String> before = new HashSet<>();
    String last = "";
    for (Defect<Policies> defect : all) {
      if (!defect.requirement().equals(last)) {
        assertThat(before.add(defect.requirement())).as(defect.id()).isTrue();
        last = defect.requirement();
      }
    }
  }

  @Test
  void sentencesAreSentences() {
    assertThat(all).allSatisfy(d -> assertThat(d.sentence()).matches("[A-Z0-9].{10,120}\\."));
    assertThat(all).extracting(Defect::sentence).doesNotHaveDuplicates();
  }

  @Test
  void whatFollowsHasAReason() {
    assertThat(all)
        .allSatisfy(
            defect -> {
              assertThat(defect.why() == null).isEqualTo(defect.follows().isEmpty());
              assertThat(defect.follows())
                  .allMatch(id -> id.matches(REQUIREMENT))
                  .doesNotHaveDuplicates()
                  .doesNotContain(defect.requirement());
            });
  }

  @Test
  void eachCanBeMadeTwice() {
    for (Defect<Policies> defect : all) {
      defect.change().accept(Policies.of(Profile.INTEROP));
      defect.change().accept(Policies.of(Profile.STRICT));
    }
  }

  @Test
  void aRequirementMeansItsFirstDefect() {
    assertThat(Defects.LIST.find("BITS-SRV-FRAGMENT-005"))
        .contains(Defects.LIST.find("BITS-SRV-FRAGMENT-005/no-offset").orElseThrow());
    assertThat(Defects.LIST.find("BITS-SRV-FRAGMENT-005/")).isEmpty();
    assertThat(Defects.LIST.unknown("BITS-SRV-FRAGMENT-005/no-offsets"))
        .contains("did you mean 'BITS-SRV-FRAGMENT-005/no-offset'?");
  }
}
