package org.bitstck.cli;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.bitstck.engine.RunResult;
import org.bitstck.report.JUnitReport;
import org.bitstck.report.JsonReport;
import org.bitstck.report.Report;

/**
 * The reports that were asked for and where they go.
 *
 * @param folder is made when the first report is written
 */
record ReportFiles(List<Report> reports, Path folder) {

  static ReportFiles of(List<String> names, Path folder) {
    List<Report> reports = new ArrayList<>();
    for (String name : names) {
      reports.add(
          switch (name.strip()) {
            case "json" -> new JsonReport(KitVersion.text());
            case "junit" -> new JUnitReport();
            default -> throw new UserError("'" + name + "' is no report; there are json and junit");
          });
    }
    if (!reports.isEmpty() && Files.exists(folder) && !Files.isDirectory(folder)) {
      throw new UserError("--out: '" + folder + "' is a file, a folder is wanted");
    }
    return new ReportFiles(reports, folder);
  }

  /** Writes all of them; gives the files. */
  List<Path> write(RunResult result) throws IOException {
    List<Path> written = new ArrayList<>();
    for (Report report : reports) {
      Files.createDirectories(folder);
      Path file = folder.resolve(report.fileName());
      try (Writer writer = Files.newBufferedWriter(file)) {
        report.write(result, writer);
      }
      written.add(file);
    }
    return written;
  }
}
