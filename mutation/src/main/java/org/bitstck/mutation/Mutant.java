package org.bitstck.mutation;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * A mutant that PIT made, and what became of it.
 *
 * @param id the same for the same mutant in the reports of several runs
 * @param type full name of the class; parts of it with {@code $}
 * @param method its name
 * @param file name of the source file
 * @param line of the file, from 1
 * @param change in PIT's words
 * @param status PIT's word
 */
record Mutant(
    String id, String type, String method, String file, int line, String change, String status) {
  private static final Set<String> KILLED = Set.of("KILLED", "TIMED_OUT");

  /** Not counted: the JVM does not take the class, so nothing was tried. */
  private static final String NOT_VIABLE = "NON_VIABLE";

  private static final String NO_COVERAGE = "NO_COVERAGE";

  /** Reads what PIT has written. */
  static List<Mutant> read(Path file) throws IOException {
    try {
      NodeList nodes =
          DocumentBuilderFactory.newInstance()
              .newDocumentBuilder()
              .parse(file.toFile())
              .getElementsByTagName("mutation");
      List<Mutant> mutants = new ArrayList<>();
      for (int i = 0; i < nodes.getLength(); i++) {
        Mutant mutant = of((Element) nodes.item(i));
        if (!mutant.status.equals(NOT_VIABLE)) {
          mutants.add(mutant);
        }
      }
      return mutants;
    } catch (ParserConfigurationException | SAXException e) {
      throw new IOException(file + " is not what PIT writes: " + e.getMessage(), e);
    }
  }

  private static Mutant of(Element element) {
    return new Mutant(
        Stream.of("mutatedClass", "mutatedMethod", "methodDescription", "mutator", "indexes")
            .map(name -> text(element, name))
            .collect(Collectors.joining(" ")),
        text(element, "mutatedClass"),
        text(element, "mutatedMethod"),
        text(element, "sourceFile"),
        Integer.parseInt(text(element, "lineNumber")),
        text(element, "description"),
        element.getAttribute("status"));
  }

  private static String text(Element element, String name) {
    return element.getElementsByTagName(name).item(0).getTextContent();
  }

  /** What is known of a mutant from two runs, such as those in two profiles. */
  static Mutant best(Mutant a, Mutant b) {
    if (a.killed() || b.killed()) {
      return a.killed() ? a : b;
    }
    return a.unvisited() ? b : a;
  }

  /** Whether a scenario noticed it. */
  boolean killed() {
    return KILLED.contains(status);
  }

  /** Whether no scenario comes by its line. */
  boolean unvisited() {
    return status.equals(NO_COVERAGE);
  }

  String packageName() {
    return type.substring(0, type.lastIndexOf('.'));
  }

  /** Class and method, as the list of explanations names them. */
  String place() {
    return type.replaceFirst("^org\\.bitstck\\.", "") + "." + method;
  }

  /** The file in the repository. */
  Path source() {
    String peer = type.startsWith("org.bitstck.server.") ? "reference-server" : "reference-client";
    return Path.of(peer, "src/main/java", packageName().replace('.', '/'), file);
  }
}
