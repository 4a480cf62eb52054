package org.bitstck.server.session;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * When data is forced to the disk. A killed process loses nothing under any of these, because what
 * was written is in the hands of the operating system; they differ in what a power failure may
 * take.
 */
public enum Durability {
  /** Before each Ack of a fragment: no acknowledged byte is lost with the power. */
  FRAGMENT,
  /** Before a file is published: a published file is whole; an unfinished upload may be lost. */
  PUBLISH,
  /** Never. */
  NONE;

  /** Whether an Ack of a fragment waits for the disk. */
  public boolean forcesFragments() {
    return this == FRAGMENT;
  }

  boolean forcesPublished() {
    return this != NONE;
  }

  /** Makes the names in a folder durable; systems that cannot open a folder need no such thing. */
  static void forceFolder(Path folder) {
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    } catch (IOException e) {
      // Windows: a rename is durable without it
      return;
    }
  }
}
