package org.bitstck.play.client.driver;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.bitstck.play.client.ClientDriver;
import org.bitstck.play.client.Report;
import org.bitstck.play.client.UploadOrder;
import org.bitstck.play.process.Scratch;
import org.bitstck.scenario.client.CallerAct;
import org.bitstck.subject.ClientFile;

/** A client that is started as a process of its own for each upload. */
public final class CommandDriver implements ClientDriver {
  private static final int KEPT_LINES = 200;

  private final ClientFile client;
  private final Set<String> capabilities;
  private final Path folder;
  private final int atOnce;
  private final Deque<String> output = new ArrayDeque<>();
  private volatile String gone;

  /**
   * @param atOnce how many processes may run at once
   */
  public CommandDriver(ClientFile client, int atOnce) {
    this.client = client;
    this.atOnce = atOnce;
    this.capabilities = Set.copyOf(capabilities(client));
    try {
      this.folder = Files.createTempDirectory("bits-tck-client-");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Set<String> capabilities(ClientFile client) {
    Set<String> all = new TreeSet<>(client.capabilities());
    Set<String> places = client.command().places();
    addIf(all, "reply", places.contains("reply"));
    addIf(all, "fragment-size", places.contains("fragment-size"));
    addIf(
        all,
        "credentials",
        places.contains("user")
            && (places.contains("password") || places.contains("password-file")));
    addIf(all, "timeouts", places.contains("answer-timeout"));
    addIf(all, "retry", places.contains("retry-delay"));
    addIf(all, "pause", client.signals().containsKey(CallerAct.Kind.PAUSE));
    addIf(all, "resume", client.resume() != null || places.contains("state"));
    addIf(all, "cancel", client.signals().containsKey(CallerAct.Kind.CANCEL));
    addIf(all, CANCEL_STOPPED, client.cancel() != null);
    return all;
  }

  private static void addIf(Set<String> all, String word, boolean there) {
    if (there) {
      all.add(word);
    }
  }

  @Override
  public String name() {
    return client.name();
  }

  @Override
  public Set<String> capabilities() {
    return capabilities;
  }

  @Override
  public int atOnce() {
    return atOnce;
  }

  @Override
  public Upload start(UploadOrder order, Consumer<Report> outcomes) {
    CommandUpload upload = new CommandUpload(this, order, outcomes);
    upload.start();
    return upload;
  }

  ClientFile client() {
    return client;
  }

  /** Where the driver keeps its own files. */
  Path folder() {
    return folder;
  }

  /** The command cannot be run at all. */
  void cannotStart(String why) {
    gone = why;
  }

  /** Keeps what a process said at its end. */
  void said(String id, List<String> lines) {
    synchronized (output) {
      for (String line : lines) {
        output.add(id + ": " + line);
        if (output.size() > KEPT_LINES) {
          output.remove();
        }
      }
    }
  }

  @Override
  public List<String> output() {
    synchronized (output) {
      return new ArrayList<>(output);
    }
  }

  @Override
  public String gone() {
    return gone;
  }

  @Override
  public void close() {
    Scratch.delete(folder);
  }
}
