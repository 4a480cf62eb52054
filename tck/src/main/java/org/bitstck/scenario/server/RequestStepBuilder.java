package org.bitstck.scenario.server;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bitstck.scenario.Amount;
import org.bitstck.scenario.Expectation;
import org.bitstck.scenario.FileSpec;
import org.bitstck.scenario.HeaderEdit;
import org.bitstck.scenario.PacketKind;
import org.bitstck.yaml.Place;

/** Collects what a step says; what it does not say stays as a correct client does it. */
final class RequestStepBuilder {
  final Place at;
  final Optional<PacketKind> kind;
  String type;
  FragmentRange range;
  long total = -1;
  String method = "BITS_POST";
  String target;
  boolean absolute;
  String version = "HTTP/1.1";
  final List<HeaderEdit> headers = new ArrayList<>();
  HeaderStyle style = HeaderStyle.AS_WINDOWS;
  Body body;
  String wire;
  String file = FileSpec.MAIN;
  String destination = FileSpec.MAIN;
  String session = "A";
  String directory;
  String connection;
  String login;
  Amount repeat = Amount.ONE;
  Cut cut;
  boolean expectContinue;
  boolean frontEndMayAnswer;
  List<Expectation> expectations = List.of();

  RequestStepBuilder(Place at, Optional<PacketKind> kind) {
    this.at = at;
    this.kind = kind;
  }

  RequestStep build() {
    return new RequestStep(
        at,
        kind,
        type,
        range,
        total,
        method,
        target,
        absolute,
        version,
        List.copyOf(headers),
        style,
        body,
        wire,
        file,
        destination,
        session,
        directory,
        connection,
        login,
        repeat,
        cut,
        expectContinue,
        frontEndMayAnswer,
        expectations);
  }
}
