package org.bitstck.scenario.client;

import org.bitstck.scenario.AlwaysOn;
import org.bitstck.scenario.Expectation;

/**
 * What holds for every request, or every recording, of every scenario for clients.
 *
 * @param name unique among the rules
 * @param title in plain words
 * @param unlessTagged scenarios with this tag are left out; null means none
 * @param expectation the requirement, and {@link ClientClause}s as in a scenario
 */
public record ClientRule(String name, String title, String unlessTagged, Expectation expectation)
    implements AlwaysOn {}
