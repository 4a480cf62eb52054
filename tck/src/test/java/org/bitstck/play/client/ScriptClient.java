package org.bitstck.play.client;

import java.io.IOException;
import java.util.Set;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import org.bitstck.play.client.UploadOrder.Credentials;
import org.bitstck.scenario.client.ClientClause.Outcome;

/** A driver whose client is a piece of the test. */
class ScriptClient implements ClientDriver {
  /** What the client does; an exception is a failure that it reports. */
  interface Part {
    void play(UploadOrder order, Control control) throws Exception;
  }

  /** What the caller says meanwhile. */
  static final class Control {
    final LinkedBlockingQueue<String> commands = new LinkedBlockingQueue<>();
    private final Consumer<Report> outcomes;

    Control(Consumer<Report> outcomes) {
      this.outcomes = outcomes;
    }

    void report(Outcome outcome) {
      outcomes.accept(Report.of(outcome, ""));
    }
  }

  private final Part part;
  volatile String gone;
  volatile boolean closed;

  ScriptClient(Part part) {
    this.part = part;
  }

  @Override
  public String name() {
    return "script";
  }

  @Override
  public Set<String> capabilities() {
    return Set.of("pause", "resume", "cancel", "report");
  }

  @Override
  public Upload start(UploadOrder order, Consumer<Report> outcomes) {
    Control control = new Control(outcomes);
    Thread thread =
        new Thread(
            () -> {
              try {
                part.play(order, control);
              } catch (IOException e) {
                outcomes.accept(Report.of(Outcome.FAILED, e.toString()));
              } catch (Exception e) {
                outcomes.accept(Report.of(Outcome.FAILED, "bug in the test: " + e));
              }
            });
    thread.setDaemon(true);
    thread.start();
    return new Upload() {
      @Override
      public void pause() {
        control.commands.add("pause");
      }

      @Override
      public void resume(Credentials credentials) {
        control.commands.add(credentials == null ? "resume" : "resume " + credentials.password());
      }

      @Override
      public void cancel() {
        control.commands.add("cancel");
      }

      @Override
      public void close() {
        closed = true;
        thread.interrupt();
      }
    };
  }

  @Override
  public String gone() {
    return gone;
  }

  @Override
  public void close() {}
}
