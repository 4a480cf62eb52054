package org.bitstck.report;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.bitstck.report.html.HtmlReport;

/** The reports that a result alone makes, by name. */
public final class Reports {
  public static final List<String> NAMES =
      List.of("html", "json", "junit", "markdown", "open-test");

  private Reports() {}

  /** The kit's version, or {@code development} outside of a jar. */
  public static String kitVersion() {
    String version = Reports.class.getPackage().getImplementationVersion();
    return version == null ? "development" : version;
  }

  /**
   * Makes a report.
   *
   * @param command makes the line that tests this subject, with more options
   * @return empty if there is none of that name
   */
  public static Optional<Report> of(String name, UnaryOperator<String> command) {
    return Optional.ofNullable(
        switch (name) {
          case "html" -> new HtmlReport(kitVersion(), command);
          case "json" -> new JsonReport(kitVersion(), command);
          case "junit" -> new JUnitReport(command);
          case "markdown" -> new MarkdownReport(command);
          case "open-test" -> new OpenTestReport(command);
          default -> null;
        });
  }
}
