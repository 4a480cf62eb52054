package org.bitstck.scenario.server;

import java.util.List;
import org.bitstck.scenario.HeaderEdit;
import org.bitstck.scenario.WireFault;

/**
 * What the kit, as server application, answers to a notification: MC-BUP 3.4.5.
 *
 * @param status 0 where nothing is answered
 * @param version of the status line
 * @param headers that are sent otherwise, variables open
 * @param reply name of the scenario's file that is the reply, put where the notification asks for
 *     it; null for none
 * @param body name of the scenario's file that is the body, whatever the notification asks for;
 *     null if the reply alone decides
 * @param wire what happens on the wire
 */
public record ApplicationAnswer(
    int status,
    String version,
    List<HeaderEdit> headers,
    String reply,
    String body,
    WireFault wire) {}
