package org.bitstck.scenario.library;

import java.util.List;
import org.bitstck.requirement.Role;
import org.bitstck.scenario.Scenario;

/** What one scenario file holds. */
public record ScenarioFile(String topic, Role role, List<Scenario> scenarios) {}
