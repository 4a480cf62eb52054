package org.bitstck.engine;

import java.util.List;
import org.bitstck.judge.Finding;
import org.bitstck.judge.Verdict;
import org.bitstck.judge.Watch;
import org.bitstck.play.client.Recording;
import org.bitstck.scenario.client.ClientScenario;

/** Says what of a recording is legal; called by several threads at once. */
public interface ClientJudging {
  /** What the scenario's own expectations find; the rules have watched it behind that. */
  List<Finding> judge(Recording recording);

  /** What is said of a scenario that is not played. */
  List<Finding> notPlayed(ClientScenario scenario, Verdict verdict, String reason);

  /** The always-on rules. */
  List<? extends Watch> rules();
}
