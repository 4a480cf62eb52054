package org.bitstck.benchmarks;

import java.io.IOException;
import java.nio.file.Path;

/**
 * Where and how often is measured.
 *
 * @param folder for what runs leave behind; deleted at the end
 * @param rounds how often each thing is measured
 */
record Bench(KitCommand kit, Path folder, int rounds) {

  /** A server to test, without waits for the disk. */
  RunningServer server() throws IOException {
    return RunningServer.start(kit.referenceServer(), folder);
  }
}
