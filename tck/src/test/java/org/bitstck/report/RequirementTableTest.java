package org.bitstck.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.bitstck.scenario.library.Library;
import org.junit.jupiter.api.Test;

class RequirementTableTest {
  private static final Path PAGE = Path.of("..", "docs", "requirements.md");

  private final RequirementPage page = new RequirementPage(Library.bundled());

  @Test
  void everyServerRequirementIsCheckedOrSaysWhyNot() {
    assertThat(page.servers().unchecked()).isEmpty();
  }

  @Test
  void everyClientRequirementIsCheckedOrSaysWhyNot() {
    assertThat(page.clients().unchecked()).isEmpty();
  }

  @Test
  void thePageInTheDocsIsCurrent() throws Exception {
    assertThat(Files.readString(PAGE))
        .as("docs/requirements.md: write it anew with 'bits-tck list --table'")
        .isEqualTo(page.markdown());
  }
}
