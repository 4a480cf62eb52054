package com.example.uploads;

import java.io.IOException;
import java.nio.file.Path;
import org.bitstck.junit.BitsServer;
import org.bitstck.junit.BitsServerConformance;
import org.bitstck.junit.ScenarioSettings;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** All scenarios against the server of this project, one test each. */
@ScenarioSettings(knownFailures = "src/test/bits/known-failures.yaml")
class UploadServerTest extends BitsServerConformance {
  @TempDir static Path folder;
  private UploadServer server;

  @BeforeAll
  void start() throws IOException {
    server = new UploadServer(folder);
  }

  @AfterAll
  void stop() {
    server.close();
  }

  @Override
  protected BitsServer server() {
    return BitsServer.at(server.url()).storingIn(folder);
  }
}
