package org.bitstck.subject;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.bitstck.scenario.client.CallerAct;
import org.bitstck.scenario.client.ClientClause;

/**
 * A client under test, as its owner describes it: by a command for each upload, or by a driver that
 * takes orders for all of them.
 *
 * @param command starts an upload; null where a driver does
 * @param resume goes on with one; null means {@code command} again
 * @param cancel cancels one that does not run; null if nothing can
 * @param signals by name, without {@code SIG}, for what the caller can do to a running command
 * @param endings what exit codes mean; 0 is success and any other a failure where nothing is said
 * @param driver the command of a driver that speaks JSON lines; empty if there is none
 * @param capabilities declared beside what command or driver show by themselves
 * @param environment added to the kit's own
 * @param folder to run in; null means the kit's own
 */
public record ClientFile(
    String name,
    CommandTemplate command,
    CommandTemplate resume,
    CommandTemplate cancel,
    Map<CallerAct.Kind, String> signals,
    Map<Integer, Ending> endings,
    List<String> driver,
    Set<String> capabilities,
    Map<String, String> environment,
    Path folder) {

  /**
   * What an exit code means.
   *
   * @param cause {@code http}, {@code transport}, {@code timeout}, {@code file}, {@code
   *     invalid-answer}; null if the code does not tell
   */
  public record Ending(ClientClause.Outcome outcome, String cause) {}

  /** A client of which only the command is known. */
  public static ClientFile of(CommandTemplate command, Set<String> capabilities) {
    return new ClientFile(
        nameOf(command.filled(place -> Optional.of(""))),
        command,
        null,
        null,
        Map.of(),
        Map.of(),
        List.of(),
        capabilities,
        Map.of(),
        null);
  }

  /** A client of which only the driver is known; the driver tells the name. */
  public static ClientFile of(List<String> driver, Set<String> capabilities) {
    return new ClientFile(
        null,
        null,
        null,
        null,
        Map.of(),
        Map.of(),
        List.copyOf(driver),
        capabilities,
        Map.of(),
        null);
  }

  /** The same with more capabilities. */
  public ClientFile with(Set<String> more) {
    Set<String> all = new TreeSet<>(capabilities);
    all.addAll(more);
    return new ClientFile(
        name, command, resume, cancel, signals, endings, driver, all, environment, folder);
  }

  private static String nameOf(List<String> command) {
    Path program = Path.of(command.get(0)).getFileName();
    return program == null ? command.get(0) : program.toString();
  }
}
