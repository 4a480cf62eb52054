package org.bitstck.report.html;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.function.UnaryOperator;
import org.bitstck.engine.RunResult;
import org.bitstck.report.Report;

/** The result as one page that opens without a network. */
public final class HtmlReport implements Report {
  private static final String TEMPLATE = "report.mustache";

  private final String kitVersion;
  private final UnaryOperator<String> command;

  /**
   * @param command makes the line that tests this subject, with more options, for the lines that
   *     say how to see a finding again
   */
  public HtmlReport(String kitVersion, UnaryOperator<String> command) {
    this.kitVersion = kitVersion;
    this.command = command;
  }

  @Override
  public String fileName() {
    return "report.html";
  }

  @Override
  public void write(RunResult result, Writer writer) throws IOException {
    template().execute(Page.of(result, kitVersion, command), writer);
  }

  private static Template template() throws IOException {
    try (Reader reader = resource(TEMPLATE)) {
      return Mustache.compiler()
          .emptyStringIsFalse(true)
          .withLoader(HtmlReport::resource)
          .compile(reader);
    }
  }

  private static Reader resource(String name) throws IOException {
    InputStream in = HtmlReport.class.getResourceAsStream(name);
    if (in == null) {
      throw new IOException("the kit's own template '" + name + "' is missing");
    }
    return new InputStreamReader(in, StandardCharsets.UTF_8);
  }
}
