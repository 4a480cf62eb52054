package org.bitstck.shipped;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bitstck.play.process.QuickJvm;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The three reference peers as processes: uploads go out, and each comes back with its reply. */
class WholeRoundIT {
  private static final Path CLIENT =
      Path.of("target", "peers", "reference-client", "bits-upload.jar").toAbsolutePath();
  private static final int UPLOADS = 100;

  @TempDir Path folder;
  private final List<Process> processes = new ArrayList<>();

  @AfterEach
  void end() {
    processes.forEach(Process::destroyForcibly);
  }

  private Process start(Path output, Path jar, String... arguments) throws IOException {
    List<String> command = new ArrayList<>(QuickJvm.command(jar));
    command.addAll(List.of("-jar", jar.toString()));
    command.addAll(List.of(arguments));
    Process process = new ProcessBuilder(command).redirectError(output.toFile()).start();
    processes.add(process);
    return process;
  }

  /** Starts a peer that prints its URL. */
  private String serve(String name, String... arguments) throws IOException {
    Process process = start(folder.resolve(name + ".log"), Kit.REFERENCE_SERVER, arguments);
    BufferedReader out = process.inputReader();
    String line = out.readLine();
    assertThat(line).as(name).contains("listening on http://");
    return line.replaceFirst(".*(http://)", "$1");
  }

  private static String digest(byte[] bytes) throws Exception {
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
  }

  @Test
  void hundredUploadsAtOnceHaveEachTheirReply() throws Exception {
    Path uploads = Files.createDirectories(folder.resolve("uploads"));
    Path journal = folder.resolve("taken.log");
    String application =
        serve(
            "application",
            "application",
            "--port",
            "0",
            "--reply",
            "digest",
            "--shared",
            Files.createDirectories(uploads.resolve(".bits-sessions")).toString(),
            "--journal",
            journal.toString());
    Path config = folder.resolve("round.yaml");
    Files.writeString(
        config,
        """
        folder: uploads
        fsync: never
        listen: {port: 0}
        directories:
          /orders/: {notification: {type: by-reference, url: "%1$stake"}}
          /letters/: {notification: {type: by-value, url: "%1$stake"}}
        """
            .formatted(application));
    String server = serve("server", "--config", config.toString());

    List<Path> files = new ArrayList<>();
    Path replies = Files.createDirectories(folder.resolve("replies"));
    for (int i = 0; i < UPLOADS; i++) {
      byte[] bytes = new byte[1 + i * 997];
      new Random(i).nextBytes(bytes);
      files.add(Files.write(folder.resolve("file-" + i), bytes));
    }
    upload(server, files, replies);

    TreeSet<String> wanted = new TreeSet<>();
    for (Path file : files) {
      String digest = digest(Files.readAllBytes(file));
      wanted.add(digest);
      assertThat(Files.readString(replies.resolve(file.getFileName())).strip())
          .as(file.toString())
          .isEqualTo(digest);
    }
    assertThat(wanted).hasSize(UPLOADS);
    try (Stream<String> lines = Files.lines(journal, StandardCharsets.UTF_8)) {
      assertThat(
              lines
                  .map(line -> line.replaceFirst(".*\"sha256\":\"([0-9a-f]{64})\".*", "$1"))
                  .collect(Collectors.toList()))
          .containsExactlyInAnyOrderElementsOf(wanted);
    }
    try (Stream<Path> left = Files.list(uploads.resolve(".bits-sessions"))) {
      assertThat(left).as("nothing is left of the uploads").isEmpty();
    }
  }

  /** All of them at once, in one process that is driven. */
  private void upload(String server, List<Path> files, Path replies) throws Exception {
    Process driver = start(folder.resolve("client.log"), CLIENT, "--driver");
    BufferedReader out = driver.inputReader();
    out.readLine();
    try (var in = driver.outputWriter()) {
      for (int i = 0; i < files.size(); i++) {
        String name = files.get(i).getFileName().toString();
        String way = i % 2 == 0 ? "orders/" : "letters/";
        in.write(
            "{\"do\":\"start\",\"id\":\"%s\",\"url\":\"%s\",\"file\":\"%s\",\"replyTo\":\"%s\"}\n"
                .formatted(name, server + way + name, files.get(i), replies.resolve(name)));
      }
      in.flush();
      List<String> ended = new ArrayList<>();
      while (ended.size() < files.size()) {
        String line = out.readLine();
        assertThat(line).as("the client goes on").isNotNull();
        if (line.contains("\"outcome\"")) {
          assertThat(line).contains("\"success\"");
          ended.add(line);
        }
      }
    }
    assertThat(driver.waitFor(20, TimeUnit.SECONDS)).isTrue();
  }
}
