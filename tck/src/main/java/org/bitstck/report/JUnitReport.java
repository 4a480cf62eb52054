package org.bitstck.report;

import java.io.IOException;
import java.io.Writer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.bitstck.engine.RunResult;
import org.bitstck.judge.Finding;
import org.bitstck.judge.Verdict;

/**
 * The result as JUnit XML in the form that Jenkins, GitLab and GitHub read: one test suite per
 * topic, one test case per check; failures are failures, what could not be tested is an error, what
 * does not apply is skipped.
 */
public final class JUnitReport implements Report {
  private final UnaryOperator<String> command;

  /**
   * @param command makes the line that tests this subject, with more options
   */
  public JUnitReport(UnaryOperator<String> command) {
    this.command = command;
  }

  @Override
  public String fileName() {
    return "junit.xml";
  }

  @Override
  public void write(RunResult result, Writer writer) throws IOException {
    try {
      XMLStreamWriter xml = Xml.writer(writer);
      xml.writeStartDocument("UTF-8", "1.0");
      xml.writeCharacters("\n");
      xml.writeStartElement("testsuites");
      xml.writeAttribute("name", Xml.legible("bits-tck " + result.subject().name()));
      counts(xml, result.findings());
      xml.writeAttribute("time", Xml.seconds(result.duration().toMillis()));
      Map<String, List<Finding>> topics =
          result.findings().stream()
              .collect(
                  Collectors.groupingBy(Finding::topic, LinkedHashMap::new, Collectors.toList()));
      for (Map.Entry<String, List<Finding>> topic : topics.entrySet()) {
        suite(xml, topic.getKey(), topic.getValue(), result);
      }
      xml.writeCharacters("\n");
      xml.writeEndElement();
      xml.writeCharacters("\n");
      xml.writeEndDocument();
      xml.flush();
    } catch (XMLStreamException e) {
      throw new IOException(e);
    }
  }

  private void suite(XMLStreamWriter xml, String topic, List<Finding> findings, RunResult result)
      throws XMLStreamException {
    xml.writeCharacters("\n  ");
    xml.writeStartElement("testsuite");
    xml.writeAttribute("name", topic);
    counts(xml, findings);
    xml.writeAttribute("time", Xml.seconds(findings.stream().mapToLong(Finding::durationMs).sum()));
    xml.writeAttribute("timestamp", result.startedAt().toString());
    for (Finding finding : findings) {
      testCase(xml, finding, result);
    }
    xml.writeCharacters("\n  ");
    xml.writeEndElement();
  }

  private static void counts(XMLStreamWriter xml, List<Finding> findings)
      throws XMLStreamException {
    xml.writeAttribute("tests", String.valueOf(findings.size()));
    xml.writeAttribute("failures", count(findings, f -> f.verdict() == Verdict.FAIL));
    xml.writeAttribute("errors", count(findings, f -> f.verdict().isUntested()));
    xml.writeAttribute("skipped", count(findings, f -> f.verdict() == Verdict.NOT_APPLICABLE));
  }

  private static String count(List<Finding> findings, Predicate<Finding> which) {
    return String.valueOf(findings.stream().filter(which).count());
  }

  private void testCase(XMLStreamWriter xml, Finding finding, RunResult result)
      throws XMLStreamException {
    xml.writeCharacters("\n    ");
    xml.writeStartElement("testcase");
    xml.writeAttribute("classname", finding.topic().replace('/', '.'));
    xml.writeAttribute("name", finding.scenario() + ": " + finding.requirement().id());
    xml.writeAttribute("time", Xml.seconds(finding.durationMs()));
    Verdict verdict = finding.verdict();
    Lesson lesson = Lesson.of(finding, result, command);
    if (verdict == Verdict.NOT_APPLICABLE) {
      xml.writeEmptyElement("skipped");
      xml.writeAttribute("message", Xml.legible(lesson.came()));
    } else if (verdict.isBad()) {
      xml.writeStartElement(verdict == Verdict.FAIL ? "failure" : "error");
      xml.writeAttribute("type", verdict.text());
      xml.writeAttribute("message", Xml.legible(lesson.came()));
      xml.writeCharacters(Xml.legible(lesson.text()));
      xml.writeEndElement();
    } else if (verdict != Verdict.PASS) {
      xml.writeStartElement("system-out");
      xml.writeCharacters(verdict.text() + "\n" + Xml.legible(lesson.text()));
      xml.writeEndElement();
    }
    xml.writeEndElement();
  }
}
