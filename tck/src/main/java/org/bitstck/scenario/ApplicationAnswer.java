package org.bitstck.scenario;

import java.util.List;

/**
 * What the kit, as server application, answers to a notification: MC-BUP 3.4.5.
 *
 * @param headers variables open
 * @param reply name of the scenario's file that is the reply; null for none
 */
public record ApplicationAnswer(int status, List<HeaderEdit> headers, String reply) {}
