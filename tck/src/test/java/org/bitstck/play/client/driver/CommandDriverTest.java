package org.bitstck.play.client.driver;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.bitstck.play.client.ClientDriver;
import org.bitstck.play.client.Report;
import org.bitstck.play.client.UploadOrder;
import org.bitstck.play.process.Family;
import org.bitstck.scenario.client.CallerAct;
import org.bitstck.scenario.client.ClientClause.Outcome;
import org.bitstck.subject.ClientFile;
import org.bitstck.subject.CommandTemplate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Clients that are a process for each upload: real processes. */
@Timeout(60)
class CommandDriverTest {
  private static final Map<CallerAct.Kind, String> SIGNALS =
      Map.of(CallerAct.Kind.PAUSE, "USR1", CallerAct.Kind.CANCEL, "TERM");

  @TempDir private Path folder;

  private static CommandTemplate script(String text) {
    return CommandTemplate.of(List.of("sh", "-c", text, "client", "{url}", "{file}", "{state}"));
  }

  private static ClientFile client(CommandTemplate command) {
    return client(command, null, null, Map.of());
  }

  private static ClientFile client(
      CommandTemplate command,
      CommandTemplate resume,
      CommandTemplate cancel,
      Map<Integer, ClientFile.Ending> endings) {
    return new ClientFile(
        "mine",
        command,
        resume,
        cancel,
        SIGNALS,
        endings,
        List.of(),
        Set.of(),
        Map.of("COLOUR", "red"),
        null);
  }

  private static Report run(ClientFile client, UploadOrder order) throws Exception {
    try (CommandDriver driver = new CommandDriver(client, 4)) {
      Told told = new Told();
      ClientDriver.Upload upload = driver.start(order, told);
      Report report = told.next();
      upload.close();
      return report;
    }
  }

  /** Waits until the script has said that it is there. */
  private static void await(Path file) {
    Awaitility.await().atMost(30, TimeUnit.SECONDS).until(() -> Files.exists(file));
  }

  @ParameterizedTest
  @CsvSource({"0, SUCCESS,", "1, FAILED,", "6, PAUSED,", "4, FAILED, timeout", "255, FAILED,"})
  void theExitCodeIsTheOutcome(int code, Outcome outcome, String cause) throws Exception {
    Map<Integer, ClientFile.Ending> endings =
        Map.of(
            6, new ClientFile.Ending(Outcome.PAUSED, null),
            4, new ClientFile.Ending(Outcome.FAILED, "timeout"));
    Report report = run(client(script("exit " + code), null, null, endings), Told.order("1"));

    assertThat(report.outcome()).isEqualTo(outcome);
    assertThat(report.cause()).isEqualTo(cause);
    assertThat(report.message()).isEqualTo("exit code " + code);
  }

  @Test
  void placesAndEnvironmentAreFilledIn() throws Exception {
    CommandTemplate command =
        CommandTemplate.of(
            List.of(
                "sh",
                "-c",
                "echo $COLOUR $# \"$@\"",
                "client",
                "[--reply {reply}]",
                "[--user",
                "{user}",
                "--password-file",
                "{password-file}]",
                "[--size {fragment-size}]",
                "--to={url}",
                "{file}"));
    Report bare = run(client(command), Told.order("1"));
    assertThat(bare.message()).endsWith("red 2 --to=http://127.0.0.1:9/in/a%20b /tmp/file");

    Report full =
        run(
            client(command),
            Told.order(
                "1",
                "http://h/",
                Path.of("/f"),
                Path.of("/r"),
                new UploadOrder.Credentials("me", "pw")));
    assertThat(full.message())
        .contains("red 8 --reply /r --user me --password-file /", ".password --to=http://h/ /f");
  }

  @Test
  void capabilitiesComeFromPlacesAndSignals() {
    CommandTemplate command =
        CommandTemplate.of(
            List.of("x", "{url}", "{file}", "[{reply}]", "[{user} {password}]", "{state}"));
    try (CommandDriver driver = new CommandDriver(client(command), 1)) {
      assertThat(driver.capabilities())
          .containsExactlyInAnyOrder("reply", "credentials", "pause", "resume", "cancel");
    }
  }

  @Test
  void aCommandThatDoesNotExistIsGone() throws Exception {
    CommandTemplate command = CommandTemplate.of(List.of("/no/such/client", "{url}", "{file}"));
    try (CommandDriver driver = new CommandDriver(client(command), 1)) {
      Told told = new Told();
      driver.start(Told.order("1"), told);
      assertThat(told.next().outcome()).isEqualTo(Outcome.NONE);
      assertThat(driver.gone()).contains("cannot start '/no/such/client'").doesNotContain("\n");
    }
  }

  @Test
  void megabytesOfOutputAreReadAndTheEndIsKept() throws Exception {
    try (CommandDriver driver =
        new CommandDriver(client(script("yes x | head -c 5000000; echo; echo the end")), 1)) {
      Told told = new Told();
      driver.start(Told.order("1"), told);
      assertThat(told.next().message()).isEqualTo("exit code 0: the end");
      assertThat(driver.output()).hasSizeLessThan(1000).endsWith("1: the end");
    }
  }

  @Test
  void aSignalPausesAndTheCommandAgainResumes() throws Exception {
    Path ready = folder.resolve("ready");
    String script =
        """
        if [ -e "$3/paused" ]; then exit 0; fi
        trap 'touch "$3/paused"; exit 6' USR1
        touch %s
        while :; do sleep 0.05; done
        """
            .formatted(ready);
    Map<Integer, ClientFile.Ending> endings =
        Map.of(6, new ClientFile.Ending(Outcome.PAUSED, null));
    try (CommandDriver driver = new CommandDriver(client(script(script), null, null, endings), 1)) {
      Told told = new Told();
      try (ClientDriver.Upload upload = driver.start(Told.order("1"), told)) {
        await(ready);
        upload.pause();
        assertThat(told.next().outcome()).isEqualTo(Outcome.PAUSED);
        upload.resume(null);
        assertThat(told.next().outcome()).isEqualTo(Outcome.SUCCESS);
      }
      assertThat(told.rest()).isEmpty();
    }
  }

  @Test
  void theEndByTheSignalItselfIsWhatTheSignalAsksFor() throws Exception {
    Path ready = folder.resolve("ready");
    ClientFile client = client(script("touch " + ready + "; exec sleep 60"));
    try (CommandDriver driver = new CommandDriver(client, 1)) {
      Told told = new Told();
      try (ClientDriver.Upload upload = driver.start(Told.order("1"), told)) {
        await(ready);
        upload.cancel();
        assertThat(told.next().outcome()).isEqualTo(Outcome.CANCELLED);
      }
    }
  }

  @Test
  void whatDoesNotRunIsCancelledByACommand() throws Exception {
    CommandTemplate cancel = CommandTemplate.of(List.of("sh", "-c", "exit 0", "client", "{state}"));
    try (CommandDriver driver =
        new CommandDriver(client(script("exit 1"), null, cancel, Map.of()), 1)) {
      assertThat(driver.capabilities()).contains(ClientDriver.CANCEL_STOPPED);
      Told told = new Told();
      try (ClientDriver.Upload upload = driver.start(Told.order("1"), told)) {
        assertThat(told.next().outcome()).isEqualTo(Outcome.FAILED);
        upload.cancel();
        assertThat(told.next().outcome()).isEqualTo(Outcome.CANCELLED);
      }
    }
  }

  @Test
  void whatHangsIsEndedWithItsChildren() throws Exception {
    Path pids = folder.resolve("pids");
    ClientFile client =
        client(
            script(
                "sleep 600 & echo $! >" + pids + ".new; mv " + pids + ".new " + pids + "; wait"));
    try (CommandDriver driver = new CommandDriver(client, 1)) {
      Told told = new Told();
      ClientDriver.Upload upload = driver.start(Told.order("1"), told);
      await(pids);
      Optional<ProcessHandle> child = ProcessHandle.of(pid(pids));
      assertThat(child).isPresent();
      upload.close();
      Awaitility.await().atMost(30, TimeUnit.SECONDS).until(() -> !child.get().isAlive());
    }
  }

  /** What a client leaves behind does not hold up the outcome, and is ended with the upload. */
  @Test
  void aForkedChildIsEndedToo() throws Exception {
    Process process = new ProcessBuilder("sh", "-c", "sleep 600 & echo $!; read -r line").start();
    Family family = new Family(process);
    ProcessHandle child =
        ProcessHandle.of(Long.parseLong(process.inputReader().readLine())).orElseThrow();
    CompletableFuture<Integer> end = new CompletableFuture<>();
    Thread waiting = new Thread(() -> awaitEnd(family, end));
    waiting.start();
    Awaitility.await().atMost(30, TimeUnit.SECONDS).until(() -> family.children() > 0);
    process.getOutputStream().close();
    assertThat(end.get(30, TimeUnit.SECONDS)).isEqualTo(1);
    assertThat(child.isAlive()).isTrue();

    family.end();
    Awaitility.await().atMost(30, TimeUnit.SECONDS).until(() -> !child.isAlive());
  }

  private static void awaitEnd(Family family, CompletableFuture<Integer> end) {
    try {
      end.complete(family.await());
    } catch (InterruptedException e) {
      end.completeExceptionally(e);
    }
  }

  private static long pid(Path file) throws IOException {
    return Long.parseLong(Files.readString(file).strip());
  }
}
