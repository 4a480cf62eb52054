package org.bitstck.scenario.server;

import java.util.List;
import java.util.Set;
import org.bitstck.scenario.AlwaysOn;
import org.bitstck.scenario.Expectation;
import org.bitstck.scenario.PacketKind;
import org.bitstck.scenario.StatusRange;

/**
 * What holds for every exchange it applies to, in every scenario.
 *
 * @param name unique among the rules
 * @param title in plain words
 * @param packets to which it applies; empty means all
 * @param statuses to which it applies; empty means all
 * @param acksOnly only answers that say they are an Ack
 * @param alsoHttp also answers to requests that are no packets, and answers that are no Acks
 * @param bodiless only answers to requests without a body
 * @param unlessIn directories in which it does not hold
 * @param expectation the requirement and the legal outcomes
 */
public record Rule(
    String name,
    String title,
    Set<PacketKind> packets,
    List<StatusRange> statuses,
    boolean acksOnly,
    boolean alsoHttp,
    boolean bodiless,
    Set<String> unlessIn,
    Expectation expectation)
    implements AlwaysOn {}
