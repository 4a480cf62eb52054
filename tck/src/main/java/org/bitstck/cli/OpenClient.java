package org.bitstck.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.bitstck.play.client.ClientDriver;
import org.bitstck.play.client.driver.CommandDriver;
import org.bitstck.play.client.driver.JsonLinesDriver;
import org.bitstck.play.process.PeerProcess.StartFailed;
import org.bitstck.subject.ClientFile;
import org.bitstck.subject.ClientFileReader;
import org.bitstck.yaml.Source;
import org.bitstck.yaml.Yaml;

/**
 * The client of a run, ready to be told what to do.
 *
 * @param driven how it is made to upload, in words
 */
record OpenClient(ClientDriver driver, String driven) implements AutoCloseable {
  /** Processes at once, for each scenario that works: some of them wait. */
  private static final int PROCESSES_A_JOB = 2;

  /** What is known of a client before it is opened. */
  static ClientFile file(Path file) throws IOException {
    if (!Files.isReadable(file) || Files.isDirectory(file)) {
      throw new UserError("there is no subject file to read at '" + file + "'");
    }
    String text = Yaml.textOf(file);
    return read(file.toAbsolutePath().getParent(), new Source(file.toString(), text), text);
  }

  /**
   * The reference client that comes with the kit.
   *
   * @param perProcess a process for each upload, instead of one for all
   */
  static ClientFile bundled(boolean perProcess) throws IOException {
    Bundled.check("reference client", Bundled.CLIENT);
    String name = perProcess ? "reference-client-commands.yaml" : "reference-client.yaml";
    try (InputStream in = OpenClient.class.getResourceAsStream(name)) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return read(Path.of(""), new Source(name, text), text);
    }
  }

  private static ClientFile read(Path base, Source source, String text) {
    return new ClientFileReader(base, variables()).read(source, text);
  }

  /** What may stand in a subject file as {@code ${name}}. */
  static Map<String, String> variables() {
    Map<String, String> variables = new HashMap<>(Bundled.variables());
    variables.put("java", Path.of(System.getProperty("java.home"), "bin", "java").toString());
    return variables;
  }

  /**
   * Makes the client ready; a driver is started.
   *
   * @throws StartFailed if the driver is none
   */
  static OpenClient of(ClientFile client, int jobs) throws StartFailed {
    if (client.driver().isEmpty()) {
      int atOnce = jobs == 1 ? 1 : jobs * PROCESSES_A_JOB;
      return new OpenClient(
          new CommandDriver(client, atOnce),
          described(client.command().text(), "a process for each upload"));
    }
    return new OpenClient(
        JsonLinesDriver.start(client, JsonLinesDriver.HELLO),
        described(String.join(" ", client.driver()), "one process for all uploads"));
  }

  /** Nobody has to know how the bundled client is started in detail. */
  private static String described(String command, String bundled) {
    return command.contains(Bundled.folder().toString()) ? bundled : command;
  }

  @Override
  public void close() {
    driver.close();
  }
}
