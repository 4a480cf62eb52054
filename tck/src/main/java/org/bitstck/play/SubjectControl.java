package org.bitstck.play;

import org.bitstck.scenario.server.Hook;

/** What the kit can do to a subject besides talking to it. */
public interface SubjectControl {
  /** Nothing can be done. */
  SubjectControl NONE =
      new SubjectControl() {
        @Override
        public void restart() throws Refused {
          throw new Refused("only a server that the kit started can be restarted");
        }

        @Override
        public void run(Hook hook) throws Refused {
          throw new Refused("the subject file has no hook '" + hook.word() + "'");
        }
      };

  /** It could not be done; the message says why. */
  final class Refused extends Exception {
    public Refused(String message) {
      super(message);
    }
  }

  /**
   * Kills the subject, as a crash would, and starts it again at the same address.
   *
   * @throws Refused if it does not come back
   */
  void restart() throws Refused;

  /**
   * Runs a command of the subject file and waits until it took effect.
   *
   * @throws Refused if it fails
   */
  void run(Hook hook) throws Refused;
}
