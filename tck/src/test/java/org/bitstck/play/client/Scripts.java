package org.bitstck.play.client;

import java.util.List;
import java.util.Set;
import org.bitstck.scenario.FileSpec;
import org.bitstck.scenario.HeaderEdit;
import org.bitstck.scenario.WireFault;
import org.bitstck.scenario.client.AckEdit;
import org.bitstck.scenario.client.CallerAct;
import org.bitstck.scenario.client.ClientScenario;
import org.bitstck.scenario.client.ClientSettings;
import org.bitstck.scenario.client.Deviation;
import org.bitstck.scenario.client.RequestKind;
import org.bitstck.scenario.client.ServerEvent;
import org.bitstck.scenario.client.ServerSettings;
import org.bitstck.scenario.client.Trigger;
import org.bitstck.yaml.Place;

/** Scenarios written in Java. */
public final class Scripts {
  private Scripts() {}

  /** An upload of 300 bytes with deviations. */
  static ClientScenario upload(Deviation... script) {
    return with(ClientSettings.USUAL, ServerSettings.USUAL, 300, List.of(), script);
  }

  static ClientScenario acting(List<CallerAct> acts, Deviation... script) {
    return with(ClientSettings.USUAL, ServerSettings.USUAL, 300, acts, script);
  }

  static ClientScenario with(
      ClientSettings client,
      ServerSettings server,
      long size,
      List<CallerAct> acts,
      Deviation... script) {
    return new ClientScenario(
        "client/test",
        "one",
        "a test",
        Set.of(),
        Set.of(),
        new FileSpec(FileSpec.MAIN, size, null),
        client,
        server,
        List.of(script),
        acts,
        List.of(),
        Place.nowhere());
  }

  static Trigger nth(RequestKind kind, int n) {
    return new Trigger(Set.of(kind), n, n, false, Trigger.Host.ANY);
  }

  static Deviation ack(Trigger on, AckEdit edit) {
    return new Deviation(Place.nowhere(), on, ServerEvent.NONE, edit, WireFault.NONE);
  }

  static Deviation event(Trigger on, ServerEvent.Kind kind, long value) {
    return new Deviation(
        Place.nowhere(), on, new ServerEvent(kind, value), AckEdit.NONE, WireFault.NONE);
  }

  static Deviation wire(Trigger on, WireFault.Kind kind, long bytes, long millis, String text) {
    WireFault fault = new WireFault(kind, bytes, millis, text);
    return new Deviation(Place.nowhere(), on, ServerEvent.NONE, AckEdit.NONE, fault);
  }

  static CallerAct act(CallerAct.Kind kind, Trigger when) {
    return new CallerAct(Place.nowhere(), kind, when, false);
  }

  /** An edit of the status and the offset; 0 and -1 leave them. */
  public static AckEdit edit(int status, long receivedRange, HeaderEdit... headers) {
    return new AckEdit(
        status, null, receivedRange, -1, -1, List.of(headers), null, null, null, null);
  }
}
