package org.bitstck.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.bitstck.requirement.Role;
import org.bitstck.scenario.Library;
import org.junit.jupiter.api.Test;

class RequirementTableTest {
  private static final Path PAGE = Path.of("..", "docs", "requirements.md");

  private final Library library = Library.bundled();
  private final RequirementPage page = new RequirementPage(library);

  @Test
  void everyServerRequirementIsCheckedOrSaysWhyNot() {
    assertThat(page.servers().unchecked()).isEmpty();
  }

  @Test
  void everyClientRequirementIsCheckedOrSaysWhyNot() {
    assumeThat(library.scenarios(Role.CLIENT)).isNotEmpty();
    assertThat(page.clients().unchecked()).isEmpty();
  }

  @Test
  void thePageInTheDocsIsCurrent() throws Exception {
    assertThat(Files.readString(PAGE))
        .as("docs/requirements.md: write it anew with 'bits-tck list --table'")
        .isEqualTo(page.markdown());
  }
}
