package org.bitstck.subject;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * How the kit starts the subject.
 *
 * @param command program and arguments; {@code ${port}} and {@code ${folder}} are filled in
 * @param folder to run in
 * @param environment added to the kit's own
 * @param files written into {@code ${folder}} before the first start: name and content
 * @param readyLine a line of its output that says it is ready, its first group the URL; or null
 * @param readyUrl answers any HTTP status once it is ready; or null
 * @param within how long it may take
 */
public record StartSpec(
    List<String> command,
    Path folder,
    Map<String, String> environment,
    Map<String, String> files,
    Pattern readyLine,
    String readyUrl,
    Duration within) {}
