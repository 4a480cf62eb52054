package org.bitstck.play.tap;

import java.util.function.Supplier;

/**
 * A request that waits for its answer.
 *
 * @param method as it came
 * @param answer what the script says; asked for once
 */
public record Question(String method, Supplier<Answer> answer) {}
