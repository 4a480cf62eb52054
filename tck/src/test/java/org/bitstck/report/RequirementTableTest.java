package org.bitstck.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.bitstck.engine.ServerRun;
import org.bitstck.requirement.Role;
import org.bitstck.scenario.Library;
import org.junit.jupiter.api.Test;

class RequirementTableTest {
  private static final Path PAGE = Path.of("..", "docs", "requirements.md");

  private final Library library = Library.bundled();
  private final RequirementTable table =
      new RequirementTable(
          library.catalogue().of(ServerRun.ROLES),
          library.scenarios(Role.SERVER),
          library.rules(Role.SERVER));

  @Test
  void everyServerRequirementIsCheckedOrSaysWhyNot() {
    assertThat(table.unchecked()).isEmpty();
  }

  @Test
  void thePageInTheDocsIsCurrent() throws Exception {
    assertThat(Files.readString(PAGE))
        .as("docs/requirements.md: write it anew with 'bits-tck list --table'")
        .isEqualTo(table.markdown());
  }
}
