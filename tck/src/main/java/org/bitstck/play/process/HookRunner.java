package org.bitstck.play.process;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.bitstck.play.SubjectControl;
import org.bitstck.scenario.server.Hook;
import org.bitstck.subject.HookSpec;

/** The hooks of a subject that runs already: it can be told things, but not restarted. */
public final class HookRunner implements SubjectControl {
  private static final Duration WITHIN = Duration.ofSeconds(20);

  private final Map<Hook, HookSpec> hooks;

  public HookRunner(Map<Hook, HookSpec> hooks) {
    this.hooks = hooks;
  }

  @Override
  public void restart() throws Refused {
    NONE.restart();
  }

  @Override
  public void run(Hook hook) throws Refused {
    run(hook, UnaryOperator.identity(), null, null);
  }

  /**
   * @param output of the subject, for hooks that wait for a line of it; may be null
   */
  void run(Hook hook, UnaryOperator<String> fill, Path folder, PeerProcess output) throws Refused {
    HookSpec spec = hooks.get(hook);
    if (spec == null) {
      NONE.run(hook);
      return;
    }
    List<String> command = spec.command().stream().map(fill).toList();
    long mark = output == null ? 0 : output.linesSoFar();
    Command.run(command, folder, WITHIN);
    if (spec.readyLine() != null && output != null) {
      output.awaitLine(spec.readyLine(), mark, WITHIN);
    }
  }
}
