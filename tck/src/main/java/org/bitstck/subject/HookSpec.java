package org.bitstck.subject;

import java.util.List;
import java.util.regex.Pattern;

/**
 * How a hook is run.
 *
 * @param command program and arguments, variables open
 * @param readyLine a line of the subject's output that says it took effect; null if the end of the
 *     command says it
 */
public record HookSpec(List<String> command, Pattern readyLine) {}
