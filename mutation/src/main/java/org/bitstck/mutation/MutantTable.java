package org.bitstck.mutation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Writes what PIT found into the page about the worth of the suite. */
public final class MutantTable {
  private static final String USAGE =
      "usage: MutantTable REPOSITORY PAGE EXPLANATIONS mutations.xml...";
  private static final int FIRST_REPORT = 3;

  private MutantTable() {}

  /**
   * @param args the repository, the page, the list of explanations, and PIT's reports: those of
   *     several runs make one table, and a mutant of several runs is killed if it was in one
   */
  public static void main(String[] args) throws IOException {
    if (args.length <= FIRST_REPORT) {
      System.err.println(USAGE);
      System.exit(2);
    }
    Path repository = Path.of(args[0]);
    Path page = Path.of(args[1]);
    Explanations explanations = Explanations.read(Path.of(args[2]));
    Map<String, Mutant> byId = new HashMap<>();
    for (int i = FIRST_REPORT; i < args.length; i++) {
      for (Mutant mutant : Mutant.read(Path.of(args[i]))) {
        byId.merge(mutant.id(), mutant, Mutant::best);
      }
    }
    List<Mutant> mutants = new ArrayList<>(byId.values());
    mutants.sort(
        Comparator.comparing(Mutant::type)
            .thenComparing(Mutant::line)
            .thenComparing(Mutant::change)
            .thenComparing(Mutant::id));
    List<Survivor> survivors = new ArrayList<>();
    for (Mutant mutant : mutants) {
      if (!mutant.killed()) {
        survivors.add(Survivor.of(mutant, repository, explanations));
      }
    }
    String written = new MutantPage(mutants, survivors).into(Files.readString(page));
    Files.writeString(page, written);
    explanations
        .idle(survivors)
        .forEach(row -> System.err.println("explains no mutant of these reports: " + row));
  }
}
