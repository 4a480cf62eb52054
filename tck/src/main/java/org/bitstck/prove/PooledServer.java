package org.bitstck.prove;

import java.io.IOException;
import java.util.Map;
import org.bitstck.play.SubjectControl;
import org.bitstck.play.process.HookRunner;
import org.bitstck.prove.ServerPool.Started;
import org.bitstck.scenario.server.Hook;
import org.bitstck.subject.HookSpec;

/** What the kit can do to one server of a pool. */
final class PooledServer implements SubjectControl {
  private final ServerPool pool;
  private final Started server;
  private final Map<Hook, HookSpec> hooks;
  private final HookRunner commands;

  /**
   * @param hooks variables filled in; those that wait for a line of the server's output change its
   *     configuration
   */
  PooledServer(ServerPool pool, Started server, Map<Hook, HookSpec> hooks) {
    this.pool = pool;
    this.server = server;
    this.hooks = Map.copyOf(hooks);
    this.commands = new HookRunner(hooks);
  }

  @Override
  public void restart() throws Refused {
    try {
      pool.restart(server);
    } catch (IOException e) {
      throw new Refused(e.getMessage());
    }
  }

  @Override
  public void run(Hook hook) throws Refused {
    commands.run(hook);
    if (hooks.containsKey(hook) && hooks.get(hook).readyLine() != null) {
      try {
        pool.reload(server);
      } catch (IOException e) {
        throw new Refused(e.getMessage());
      }
    }
  }
}
