package org.bitstck.cli;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.bitstck.engine.RunResult;
import org.bitstck.report.HarReport;
import org.bitstck.report.Report;
import org.bitstck.report.Reports;
import org.bitstck.report.Traffic;

/**
 * The reports that were asked for and where they go.
 *
 * @param folder where the reports go; there and writable if there are any
 * @param traffic what the reports of the traffic need; null if none was asked for
 */
record ReportFiles(List<Report> reports, Path folder, Traffic traffic) {
  private static final String HAR = "har";

  /** The reports by name. */
  static final List<String> NAMES = Stream.concat(Reports.NAMES.stream(), Stream.of(HAR)).toList();

  /**
   * @param command makes the line that tests this subject, with more options, for the lines that
   *     say how to see a finding again
   */
  static ReportFiles of(List<String> names, Path folder, UnaryOperator<String> command) {
    List<Report> reports = new ArrayList<>();
    Traffic traffic = null;
    for (String name : names) {
      if (name.strip().equals(HAR)) {
        traffic = new Traffic();
      }
      reports.add(
          traffic != null && name.strip().equals(HAR)
              ? new HarReport(KitVersion.text(), traffic)
              : Reports.of(name.strip(), command)
                  .orElseThrow(
                      () ->
                          new UserError(
                              "'"
                                  + name
                                  + "' is no report; there are "
                                  + String.join(", ", NAMES))));
    }
    if (!reports.isEmpty()) {
      make(folder);
    }
    return new ReportFiles(reports, folder, traffic);
  }

  /** Before anything is played: a run whose reports cannot be kept is of no use. */
  private static void make(Path folder) {
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UserError("--out: the folder '" + folder + "' cannot be made: " + Misuse.why(e));
    }
    if (!Files.isWritable(folder)) {
      throw new UserError("--out: nothing can be written into '" + folder + "'");
    }
  }

  /** Keeps what the subject said beside the reports, if there are any; gives the file. */
  List<Path> writeOutput(String name, List<String> lines) throws IOException {
    if (reports.isEmpty() || lines.isEmpty()) {
      return List.of();
    }
    return List.of(Files.write(folder.resolve(name), lines));
  }

  /** Writes all of them; gives the files. */
  List<Path> write(RunResult result) throws IOException {
    List<Path> written = new ArrayList<>();
    for (Report report : reports) {
      Path file = folder.resolve(report.fileName());
      try (Writer writer = Files.newBufferedWriter(file)) {
        report.write(result, writer);
      }
      written.add(file);
    }
    return written;
  }
}
