package org.bitstck.junit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.bitstck.engine.Planned;
import org.bitstck.engine.RunResult;
import org.bitstck.engine.SubjectRun;
import org.bitstck.engine.SubjectUnreachable;
import org.bitstck.engine.Suite;
import org.bitstck.judge.Finding;
import org.bitstck.judge.Verdict;
import org.bitstck.judge.Watch;
import org.bitstck.report.KnownFailures;
import org.bitstck.report.Report;
import org.bitstck.scenario.Scenario;

/** A run with one subject while its tests go on. */
final class OpenRun implements AutoCloseable {
  private final Settings settings;
  private final Bench bench;
  private final SubjectRun run;
  private final Suite suite;
  private final Ahead ahead;
  private final Judgement judgement;
  private final List<Report> reports;

  private OpenRun(Settings settings, Bench bench) throws SubjectUnreachable {
    this.settings = settings;
    this.reports = settings.reports();
    this.bench = bench;
    this.run = bench.run();
    this.suite = run.open(List.of());
    this.ahead = new Ahead(suite);
    this.judgement = new Judgement(settings);
  }

  /**
   * Meets the subject.
   *
   * @param subject a {@link BitsServer} or a {@link BitsClient}
   * @throws NonConformance if it gives no sign of life
   */
  static OpenRun of(Object subject, Settings settings) {
    Bench bench =
        subject instanceof BitsServer server
            ? Bench.of(server, settings)
            : Bench.of((BitsClient) subject, settings);
    try {
      return new OpenRun(settings, bench);
    } catch (SubjectUnreachable e) {
      bench.close();
      throw new NonConformance(e.getMessage());
    } catch (RuntimeException e) {
      bench.close();
      throw e;
    }
  }

  /**
   * The plain upload, the scenarios, the rules, the list of known failures. Where the plain upload
   * does not work only those scenarios are left that may tell why.
   */
  List<BitsScenario> tests() {
    RunResult met = run.result();
    List<BitsScenario> tests = new ArrayList<>();
    tests.add(
        new BitsScenario(
            "preflight/plain-upload", "a plain upload works", Set.of(), w -> met(met, w)));
    for (Planned planned : ahead.order()) {
      boolean blocked =
          planned.skip().filter(skip -> skip.verdict() == Verdict.BLOCKED).isPresent();
      if (!blocked) {
        tests.add(test(planned.scenario()));
      }
    }
    if (!met.subjectBroken()) {
      suite.rules().forEach(rule -> tests.add(test(rule)));
      settings.known().ifPresent(known -> tests.add(test(known)));
    }
    return tests;
  }

  private static void met(RunResult met, List<String> warnings) {
    met.notes().forEach(note -> warnings.add("the subject " + note));
    if (met.subjectBroken()) {
      throw new NonConformance(met.incomplete().orElseThrow());
    }
  }

  private BitsScenario test(Scenario scenario) {
    return new BitsScenario(
        scenario.id(),
        scenario.title(),
        scenario.requirements(),
        warnings -> judge(ahead.findings(scenario.id()), warnings));
  }

  private void judge(List<Finding> findings, List<String> warnings) {
    judgement.of(findings, run.result(), warnings);
  }

  private BitsScenario test(Watch rule) {
    return new BitsScenario(
        "rules/" + rule.name(),
        rule.title(),
        Set.of(),
        warnings -> {
          ahead.all();
          Finding finding = rule.finding();
          if (finding == null) {
            throw new NotTested("nothing came that it applies to");
          }
          judge(List.of(finding), warnings);
        });
  }

  private BitsScenario test(KnownFailures known) {
    return new BitsScenario(
        "known-failures/current",
        "what is listed as a known failure still fails",
        Set.of(),
        warnings -> {
          ahead.all();
          List<String> stale =
              known.stale(
                  run.result().findings(),
                  KnownFailures.checks(bench.scenarios()),
                  settings::isFailure);
          if (!stale.isEmpty()) {
            throw new NonConformance(
                "the list of known failures is stale: " + String.join("; ", stale));
          }
        });
  }

  @Override
  public void close() {
    try (bench;
        ahead) {
      settings.writeKnownFailures().ifPresent(this::writeKnown);
      if (!reports.isEmpty()) {
        ahead.all();
        write();
      }
    }
  }

  private void write() {
    Path folder = settings.reportFolder();
    RunResult result = run.result();
    try {
      Files.createDirectories(folder);
      for (Report report : reports) {
        try (Writer writer = Files.newBufferedWriter(folder.resolve(report.fileName()))) {
          report.write(result, writer);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void writeKnown(Path file) {
    ahead.all();
    try (Writer writer = Files.newBufferedWriter(file)) {
      KnownFailures.write(
          run.result().findings().stream().filter(settings::isFailure).toList(), writer);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
