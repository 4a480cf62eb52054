package org.bitstck.scenario;

import java.util.List;
import org.bitstck.requirement.Role;

/** What one scenario file holds. */
public record ScenarioFile(String topic, Role role, List<Scenario> scenarios) {}
