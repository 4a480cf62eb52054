package org.bitstck.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The pages lead somewhere, and each can be found from the README. */
class LinksTest {
  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");
  private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.+)$");

  static Stream<Path> pages() throws IOException {
    List<Path> pages = new ArrayList<>(List.of(ROOT.resolve("README.md")));
    try (Stream<Path> docs = Files.walk(ROOT.resolve("docs"))) {
      docs.filter(page -> page.toString().endsWith(".md")).sorted().forEach(pages::add);
    }
    return pages.stream();
  }

  private static List<String> links(Path page) throws IOException {
    String text = Files.readString(page).replaceAll("(?ms)^```.*?^```$", "");
    return LINK.matcher(text).results().map(link -> link.group(1)).toList();
  }

  @ParameterizedTest
  @MethodSource("pages")
  void noLinkIsDead(Path page) throws IOException {
    for (String link : links(page)) {
      if (link.matches("[a-z]+:.*")) {
        continue;
      }
      String[] parts = link.split("#", 2);
      Path target = parts[0].isEmpty() ? page : page.resolveSibling(parts[0]).normalize();
      assertThat(target).as("%s: %s", page.getFileName(), link).exists();
      if (parts.length == 2) {
        assertThat(anchors(target)).as("%s: %s", page.getFileName(), link).contains(parts[1]);
      }
    }
  }

  private static Set<String> anchors(Path page) throws IOException {
    Matcher headings = HEADING.matcher(Files.readString(page));
    return headings
        .results()
        .map(heading -> heading.group(1).toLowerCase(Locale.ROOT))
        .map(text -> text.replaceAll("[^\\p{L}\\p{N} _-]", "").replace(' ', '-'))
        .collect(Collectors.toSet());
  }

  @Test
  void eachPageIsLinkedInTheReadme() throws IOException {
    Set<Path> linked =
        links(ROOT.resolve("README.md")).stream()
            .map(link -> ROOT.resolve(link.replaceFirst("#.*", "")).normalize())
            .collect(Collectors.toSet());
    assertThat(linked).containsAll(pages().skip(1).toList());
  }
}
