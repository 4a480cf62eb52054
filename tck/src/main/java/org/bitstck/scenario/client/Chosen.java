package org.bitstck.scenario.client;

import java.util.Set;

/**
 * Which recorded requests a clause speaks of.
 *
 * @param kinds empty means any
 * @param after only what came behind the first request that this trigger means; null means all
 * @param from the first of them, counted from 1
 * @param to the last of them, inclusive
 * @param required it is a mismatch if there is none
 */
public record Chosen(Set<RequestKind> kinds, Trigger after, int from, int to, boolean required) {}
