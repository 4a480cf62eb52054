package org.bitstck.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import org.bitstck.engine.Selection;
import org.bitstck.engine.Slots;
import org.bitstck.play.Limits;
import org.bitstck.prove.Bench;
import org.bitstck.prove.Defect;
import org.bitstck.prove.DefectList;
import org.bitstck.prove.Proof;
import org.bitstck.prove.Prover;
import org.bitstck.prove.SuiteSettings;
import org.bitstck.prove.Unplayable;
import org.bitstck.report.proof.ProofConsole;
import org.bitstck.report.proof.ProofHtml;
import org.bitstck.report.proof.ProofJson;
import org.bitstck.report.proof.ProofReport;
import org.bitstck.report.proof.ProofTable;
import org.bitstck.requirement.Peer;
import org.bitstck.scenario.Scenario;
import org.bitstck.scenario.library.Library;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Tests the kit. */
@Command(
    name = "prove",
    description = {
      "Test the kit: the bundled peers are told to be wrong, one defect at a time.",
      "The whole suite is played against each. It has to say what is wrong, and nothing else."
    },
    footer = {
      "%nExamples:",
      "  bits-tck prove",
      "  bits-tck prove --only BITS-SRV-FRAGMENT-*",
      "  bits-tck prove --role client --report html,json --out build/proof",
      "  bits-tck prove --only BITS-SRV-FRAGMENT-005 --skip fragment/ranges",
      "%nExit codes: 0 proved; 1 a defect is not accused under the requirement that it breaks, or of"
          + " more than what follows from it, or a peer without one does not pass; 2 usage;"
          + " 3 a peer cannot be started; 4 the kit is at fault."
    })
final class ProveCommand implements Callable<Integer> {
  /** Runs at a time for each core: most of a run is waiting. */
  private static final int RUNS_A_CORE = 8;

  /** Scenarios that work at a time for each core. */
  private static final int SCENARIOS_A_CORE = 4;

  /** With clients there are pauses in all of them, too short to give a slot away. */
  private static final int CLIENT_SCENARIOS_A_CORE = 12;

  @Option(
      names = "--role",
      paramLabel = "PEER",
      split = ",",
      description = "only defects of these: ${COMPLETION-CANDIDATES}")
  private Set<Peer> roles = EnumSet.noneOf(Peer.class);

  @Option(
      names = "--only",
      paramLabel = "PATTERN",
      split = ",",
      description = "only these: ids of defects or requirements; * for any text")
  private List<String> only = List.of();

  @Option(
      names = "--scenarios",
      paramLabel = "DIR|FILE",
      description =
          "prove these scenarios instead of the kit's own: files, or one folder laid out as the"
              + " kit's 'scenarios'")
  private List<Path> scenarios = List.of();

  @Option(
      names = "--skip",
      paramLabel = "PATTERN",
      split = ",",
      description = "do without these scenarios, as if they were not there")
  private List<String> skip = List.of();

  @Option(
      names = "--jobs",
      paramLabel = "N",
      description = "runs at a time, of each kind of peer (default: 8 a core)")
  private int jobs = RUNS_A_CORE * cores();

  @Option(
      names = "--timeout",
      paramLabel = "TIME",
      description = "how long to wait for an answer (default: 2s)",
      converter = RunSettings.DurationConverter.class)
  private Duration timeout = Duration.ofSeconds(2);

  @Option(
      names = "--report",
      paramLabel = "REPORT",
      split = ",",
      description = "reports to write: html, json")
  private List<String> reports = List.of();

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "folder for the reports (default: bits-tck-report)")
  private Path out = Path.of("bits-tck-report");

  @Option(
      names = "--table",
      paramLabel = "FILE",
      description = "write the proof into this page in Markdown, in place of the one in it")
  private Path table;

  @Option(names = "--list", description = "list the defects and play nothing")
  private boolean list;

  @Option(names = "--quiet", description = "print the verdict only")
  private boolean quiet;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException, InterruptedException {
    check();
    List<ProofReport> files = reports.stream().map(ProveCommand::report).toList();
    Library library = library();
    List<Scenario> own = own(library);
    PrintWriter console = spec.commandLine().getOut();
    List<Bench> benches = new ArrayList<>();
    try {
      List<Defect> defects = defects(library);
      if (list) {
        defects.forEach(defect -> console.println(defect.id() + "  " + defect.sentence()));
        console.println(defects.size() + " defects");
        return ExitCode.CONFORMANT;
      }
      for (Peer peer : roles) {
        if (defects.stream().anyMatch(defect -> defect.peer() == peer)) {
          benches.addAll(WrongPeers.benches(peer, settings(library, own, slots(peer))));
        }
      }
      Proof proof = prove(benches, defects, library);
      write(proof, files);
      return exitCode(proof);
    } catch (Unplayable e) {
      spec.commandLine().getErr().println("bits-tck: " + e.getMessage());
      return ExitCode.UNREACHABLE;
    } finally {
      benches.forEach(Bench::close);
      console.flush();
    }
  }

  /** Slots of their own: what waits for clients would keep those of servers. */
  private static Slots slots(Peer peer) {
    return new Slots((peer == Peer.CLIENT ? CLIENT_SCENARIOS_A_CORE : SCENARIOS_A_CORE) * cores());
  }

  private static int cores() {
    return Runtime.getRuntime().availableProcessors();
  }

  private void check() {
    if (jobs < 1) {
      throw new UserError("--jobs needs a number from 1 on");
    }
    if (timeout.isZero()) {
      throw new UserError("--timeout must be longer than nothing");
    }
    if (roles.isEmpty()) {
      roles = EnumSet.allOf(Peer.class);
    }
    if (table != null && isPart()) {
      throw new UserError("--table is for the whole proof, not for a part");
    }
  }

  private boolean isPart() {
    return !only.isEmpty()
        || !skip.isEmpty()
        || !scenarios.isEmpty()
        || roles.size() < Peer.values().length;
  }

  private SuiteSettings settings(Library library, List<Scenario> own, Slots slots) {
    return new SuiteSettings(
        library, own, new Selection(List.of(), skip), slots, Limits.DEFAULT.withAnswer(timeout));
  }

  private static ProofReport report(String name) {
    return switch (name.strip()) {
      case "html" -> new ProofHtml(KitVersion.text());
      case "json" -> new ProofJson(KitVersion.text());
      default -> throw new UserError("'" + name + "' is no report; there are html and json");
    };
  }

  private boolean isFolder() {
    return scenarios.size() == 1 && Files.isDirectory(scenarios.get(0));
  }

  private Library library() {
    try {
      return isFolder() ? Library.of(scenarios.get(0)) : Library.bundled();
    } catch (IOException e) {
      throw new UserError("--scenarios: " + e.getMessage());
    }
  }

  private List<Scenario> own(Library library) throws IOException {
    if (scenarios.isEmpty() || isFolder()) {
      return List.of();
    }
    for (Path file : scenarios) {
      if (!Files.isReadable(file) || Files.isDirectory(file)) {
        throw new UserError("there is no scenario file to read at '" + file + "'");
      }
    }
    return library.read(scenarios);
  }

  private Predicate<String> selected() {
    return Selection.names(only);
  }

  private List<Defect> defects(Library library) throws Unplayable {
    List<Defect> defects = new ArrayList<>();
    for (Peer peer : roles) {
      DefectList.of(peer, WrongPeers.list(peer), library.catalogue()).stream()
          .filter(d -> selected().test(d.id()) || selected().test(d.requirement()))
          .forEach(defects::add);
    }
    if (defects.isEmpty()) {
      throw new UserError("no defect matches; 'bits-tck prove --list' shows what there is");
    }
    return defects;
  }

  private Proof prove(List<Bench> benches, List<Defect> defects, Library library)
      throws InterruptedException {
    PrintWriter console = spec.commandLine().getOut();
    Instant start = Instant.now();
    long nanos = System.nanoTime();
    Terminal terminal = Terminal.detect();
    ProveProgress progress = new ProveProgress(console, terminal, quiet);
    Prover.Outcome outcome = new Prover(benches, jobs, progress).play(defects);
    progress.clear();
    Proof proof =
        Proof.of(
            outcome,
            library.catalogue(),
            roles,
            selected(),
            !isPart(),
            start,
            Duration.ofNanos(System.nanoTime() - nanos));
    if (quiet) {
      proof.shortcomings().forEach(console::println);
      console.println(proof.shortcomings().isEmpty() ? "PROVED" : "NOT PROVED");
    } else {
      new ProofConsole(console, terminal).print(proof);
    }
    return proof;
  }

  private void write(Proof proof, List<ProofReport> files) throws IOException {
    PrintWriter console = spec.commandLine().getOut();
    if (!files.isEmpty()) {
      Files.createDirectories(out);
    }
    for (ProofReport report : files) {
      Path file = out.resolve(report.fileName());
      try (Writer writer = Files.newBufferedWriter(file)) {
        report.write(proof, writer);
      }
      console.println("written: " + file);
    }
    if (table != null) {
      String page = Files.exists(table) ? Files.readString(table) : "";
      try {
        Files.writeString(table, new ProofTable(proof).into(page));
      } catch (IllegalArgumentException e) {
        throw new UserError("--table: nothing is written into " + table + ": " + e.getMessage());
      }
      console.println("written: " + table);
    }
  }

  private static int exitCode(Proof proof) {
    if (proof.isKitAtFault()) {
      return ExitCode.KIT_AT_FAULT;
    }
    return proof.shortcomings().isEmpty() ? ExitCode.CONFORMANT : ExitCode.NOT_CONFORMANT;
  }
}
