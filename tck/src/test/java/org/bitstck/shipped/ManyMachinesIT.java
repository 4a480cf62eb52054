package org.bitstck.shipped;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bitstck.peers.PlainServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The recipes of docs/many-machines.md: what stands there is run, one machine after the other. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "recipes for shells")
class ManyMachinesIT {
  private static final Path PAGE = Path.of("..", "docs", "many-machines.md");
  private static final String PLACEHOLDER = "http://127.0.0.1:8080/uploads/";
  private static final Pattern BLOCK = Pattern.compile("(?ms)^```(\\w+)\\n(.*?)^```$");

  @TempDir Path folder;
  private PlainServer server;

  @BeforeEach
  void startServer() {
    server = new PlainServer().start();
  }

  @AfterEach
  void stopServer() {
    server.close();
  }

  /** The block of the page that begins with these words. */
  private static String block(String language, String start) throws Exception {
    Matcher blocks = BLOCK.matcher(Files.readString(PAGE));
    while (blocks.find()) {
      if (blocks.group(1).equals(language) && blocks.group(2).startsWith(start)) {
        return blocks.group(2);
      }
    }
    throw new AssertionError("no such block: " + start);
  }

  /** What stands at a path of words and numbers in a YAML block. */
  private static Object at(String block, Object... path) {
    Object value = new Load(LoadSettings.builder().build()).loadFromString(block);
    for (Object word : path) {
      value =
          word instanceof Integer index
              ? ((List<?>) value).get(index)
              : ((Map<?, ?>) value).get(word);
    }
    return value;
  }

  private void shell(String script, Map<String, String> environment) throws Exception {
    assertThat(run(script, environment)).isZero();
  }

  private int run(String script, Map<String, String> environment) throws Exception {
    Path output = Files.createTempFile(folder, "output", ".txt");
    ProcessBuilder builder =
        new ProcessBuilder("/bin/sh", "-ec", script.replace(PLACEHOLDER, server.url().toString()))
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile());
    builder.environment().putAll(environment);
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    builder
        .environment()
        .merge("PATH", Kit.JAR.getParent().toString(), (path, own) -> own + ":" + path);
    Process process = builder.start();
    assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
    System.out.print(Files.readString(output));
    return process.exitValue();
  }

  private Report whole() {
    return Report.in(folder.resolve("whole"));
  }

  private void conformant() {
    assertThat(whole().verdict()).startsWith("CONFORMANT");
    assertThat(whole().requirements("notExercised")).isZero();
  }

  @Test
  void byHand() throws Exception {
    shell(block("sh", "for shard"), Map.of("SERVER", server.url().toString()));

    conformant();
    Kit.run("server", server.url().toString(), "--report", "json", "--out", folder + "/one");
    assertThat(whole().verdicts()).isEqualTo(Report.in(folder.resolve("one")).verdicts());
  }

  @Test
  void aLostPartIsNoSuccess() throws Exception {
    String script = block("sh", "for shard").replace("in 1 2 3", "in 1 3");

    assertThat(run(script, Map.of("SERVER", server.url().toString()))).isEqualTo(2);
    assertThat(whole().verdict()).isEqualTo("INCOMPLETE");
    assertThat(whole().root().at("/summary/incomplete").asString())
        .isEqualTo("Shard 2 of 3 is missing.");
  }

  @Test
  void gitHubActions() throws Exception {
    String block = block("yaml", "name: conformance");
    String play = (String) at(block, "jobs", "part", "steps", 2, "run");
    String merge = (String) at(block, "jobs", "verdict", "steps", 1, "run");
    List<?> shards = (List<?>) at(block, "jobs", "part", "strategy", "matrix", "shard");

    for (Object shard : shards) {
      shell(play.replace("${{ matrix.shard }}", shard.toString()), Map.of());
    }
    Path summary = folder.resolve("summary.md");
    shell(merge, Map.of("GITHUB_STEP_SUMMARY", summary.toString()));

    conformant();
    assertThat(summary).content().contains("## BITS conformance: CONFORMANT");
  }

  @Test
  void gitLab() throws Exception {
    String block = block("yaml", "part:");
    String play = (String) at(block, "part", "script", 0);
    int parts = (int) at(block, "part", "parallel");

    for (int i = 1; i <= parts; i++) {
      shell(play, Map.of("CI_NODE_INDEX", "" + i, "CI_NODE_TOTAL", "" + parts));
    }
    shell((String) at(block, "verdict", "script", 0), Map.of());

    conformant();
  }

  @Test
  void kubernetes() throws Exception {
    String parts =
        block("yaml", "apiVersion: batch/v1\nkind: Job\nmetadata:\n  name: bits-tck-parts");
    String verdict =
        block("yaml", "apiVersion: batch/v1\nkind: Job\nmetadata:\n  name: bits-tck-verdict");
    assertThat(at(parts, "spec", "completionMode")).isEqualTo("Indexed");
    int completions = (int) at(parts, "spec", "completions");
    Map<String, String> environment = environment(parts);
    assertThat(environment).containsEntry("PARTS", "" + completions);

    for (int i = 0; i < completions; i++) {
      environment.put("JOB_COMPLETION_INDEX", "" + i);
      shell(command(parts), environment);
    }
    shell(command(verdict), environment(verdict));

    assertThat(at(parts, "spec", "template", "spec", "volumes"))
        .isEqualTo(at(verdict, "spec", "template", "spec", "volumes"));
    assertThat(Report.in(folder.resolve("reports/whole")).verdict()).startsWith("CONFORMANT");
  }

  private static String command(String job) {
    Object container = at(job, "spec", "template", "spec", "containers", 0);
    assertThat(((Map<?, ?>) container).get("command")).isEqualTo(List.of("/bin/sh", "-c"));
    return (String) at(job, "spec", "template", "spec", "containers", 0, "args", 0);
  }

  /** The container's, with the volume in this test's folder and its server for the sidecar. */
  private Map<String, String> environment(String job) {
    Map<String, String> environment = new HashMap<>();
    List<Object> entries = new ArrayList<>();
    entries.addAll((List<?>) at(job, "spec", "template", "spec", "containers", 0, "env"));
    for (Object entry : entries) {
      Map<?, ?> words = (Map<?, ?>) entry;
      environment.put(
          (String) words.get("name"),
          words
              .get("value")
              .toString()
              .replace(PLACEHOLDER, server.url().toString())
              .replace("/reports", folder.resolve("reports").toString()));
    }
    return environment;
  }
}
