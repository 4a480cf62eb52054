package org.bitstck.scenario;

import java.util.List;

/**
 * A header that a scenario sends otherwise than a correct peer would.
 *
 * @param values one line each, variables still open; none removes the header
 */
public record HeaderEdit(String name, List<String> values) {}
