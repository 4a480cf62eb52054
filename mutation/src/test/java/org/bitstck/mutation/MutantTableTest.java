package org.bitstck.mutation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What PIT wrote becomes a part of a page. */
class MutantTableTest {
  private static final String PAGE =
      "before\n<!-- mutants: old -->\nold\n<!-- end of mutants -->\nafter\n";

  @TempDir Path folder;

  @BeforeEach
  void source() throws IOException {
    Path source = folder.resolve("reference-server/src/main/java/org/bitstck/server/A.java");
    Files.createDirectories(source.getParent());
    Files.writeString(source, "class A {\n  boolean b = x || y;\n}\n");
  }

  private Path report(String... statuses) throws IOException {
    return reportAt("mutations.xml", statuses);
  }

  private Path reportAt(String name, String... statuses) throws IOException {
    StringBuilder xml = new StringBuilder("<mutations>");
    for (int i = 0; i < statuses.length; i++) {
      xml.append("<mutation status='")
          .append(statuses[i])
          .append("'><sourceFile>A.java</sourceFile>")
          .append("<mutatedClass>org.bitstck.server.A</mutatedClass>")
          .append("<mutatedMethod>read</mutatedMethod><lineNumber>2</lineNumber>")
          .append("<methodDescription>()V</methodDescription><mutator>M</mutator>")
          .append("<indexes><index>" + i + "</index></indexes>")
          .append("<description>negated conditional</description></mutation>");
    }
    return Files.writeString(folder.resolve(name), xml + "</mutations>");
  }

  private String page(Path report, String... explanations) throws IOException {
    return page(List.of(report), explanations);
  }

  private String page(List<Path> reports, String... explanations) throws IOException {
    Path list = Files.write(folder.resolve("explained.md"), List.of(explanations));
    Path page = Files.writeString(folder.resolve("page.md"), PAGE);
    MutantTable.main(
        Stream.concat(Stream.of(folder, page, list), reports.stream())
            .map(Path::toString)
            .toArray(String[]::new));
    return Files.readString(page);
  }

  @Test
  void restOfThePageStays() throws IOException {
    String page = page(report("KILLED"));
    assertTrue(page.startsWith("before\n<!-- mutants: "), page);
    assertTrue(page.endsWith("\n<!-- end of mutants -->\nafter\n"), page);
  }

  @Test
  void hangingIsKilledAndNotVisitedIsSurvived() throws IOException {
    String page = page(report("KILLED", "TIMED_OUT", "SURVIVED", "NO_COVERAGE", "NON_VIABLE"));
    assertTrue(
        page.contains("| `org.bitstck.server` | 4 | 2 | 0 | 0 | 0 | 0 | 2 | 50 % | 50 % |"), page);
    assertTrue(page.contains("**open**: no scenario comes here"), page);
  }

  @Test
  void mutantOfTwoRunsIsKilledIfItWasInOne() throws IOException {
    Path first = reportAt("first.xml", "SURVIVED", "KILLED", "NO_COVERAGE");
    Path second = reportAt("second.xml", "KILLED", "SURVIVED", "SURVIVED");
    String page = page(List.of(first, second));
    assertTrue(
        page.contains("| `org.bitstck.server` | 3 | 2 | 0 | 0 | 0 | 0 | 1 | 66 % | 66 % |"), page);
    assertTrue(page.contains("| negated conditional | **open** |"), page);
  }

  @Test
  void explanationIsFoundByTheTextOfTheLine() throws IOException {
    String page =
        page(
            report("SURVIVED"),
            "| `server.A.read` | `boolean b = x \\|\\| y;` | negated | *free*: so it is |");
    assertTrue(
        page.contains("| `org.bitstck.server` | 1 | 0 | 0 | 0 | 0 | 1 | 0 | 0 % | 0 % |"), page);
    assertTrue(page.contains("| negated conditional | *free*: so it is |"), page);
  }

  @Test
  void whatCannotBeNoticedIsNoHole() throws IOException {
    String page =
        page(
            report("KILLED", "SURVIVED"), "| `server.A.read` | * | negated | *unseen*: so it is |");
    assertTrue(
        page.contains("| `org.bitstck.server` | 2 | 1 | 0 | 1 | 0 | 0 | 0 | 50 % | 100 % |"), page);
  }

  @Test
  void explanationOfAnotherLineDoesNotFit() throws IOException {
    String page =
        page(report("SURVIVED"), "| `server.A.read` | `return x;` | negated | *free*: so it is |");
    assertTrue(page.contains("**open** |"), page);
  }

  @Test
  void reportOfOtherSourcesIsRefused() throws IOException {
    Path report = report("SURVIVED");
    Files.writeString(report, Files.readString(report).replace("<lineNumber>2", "<lineNumber>99"));
    IOException problem = assertThrows(IOException.class, () -> page(report));
    assertTrue(
        problem.getMessage().endsWith("A.java has no line 99: the report is one of other sources"));
  }

  @Test
  void reasonOfNoSortIsNamed() throws IOException {
    Path report = report("SURVIVED");
    IOException problem =
        assertThrows(IOException.class, () -> page(report, "| `server.A.read` | * | * | why |"));
    assertEquals(
        folder.resolve("explained.md")
            + ":1: a reason begins with *equivalent*, *unseen*, *guard*, *free*",
        problem.getMessage());
  }

  @Test
  void brokenRowIsNamed() throws IOException {
    Path report = report("KILLED");
    IOException problem =
        assertThrows(IOException.class, () -> page(report, "", "| `server.A.read` | why |"));
    assertEquals(
        folder.resolve("explained.md") + ":2: a row is | `place` | `line` | change | why |",
        problem.getMessage());
  }
}
