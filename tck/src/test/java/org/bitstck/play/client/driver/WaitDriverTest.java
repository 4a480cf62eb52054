package org.bitstck.play.client.driver;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.bitstck.play.client.ClientDriver;
import org.bitstck.play.client.UploadOrder;
import org.bitstck.scenario.client.ClientClause.Outcome;
import org.bitstck.scenario.client.RequestKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class WaitDriverTest {
  private static final Duration LONG = Duration.ofMinutes(10);

  private static WaitDriver driver(Duration first, Duration idle, List<UploadOrder> announced) {
    return new WaitDriver("x", Set.of("host-id"), first, idle, announced::add);
  }

  @Test
  void itSaysWhatToSendAndDrivesNothing() {
    List<UploadOrder> announced = new CopyOnWriteArrayList<>();
    try (WaitDriver driver = driver(LONG, LONG, announced)) {
      assertThat(driver.isDriven()).isFalse();
      assertThat(driver.capabilities()).containsExactly("host-id");
      driver.start(Told.order("1"), new Told());
      assertThat(announced).extracting(UploadOrder::id).containsExactly("1");
    }
  }

  @Test
  void anUploadThatNobodyBeginsEnds() throws Exception {
    try (WaitDriver driver = driver(Duration.ofMillis(50), LONG, new CopyOnWriteArrayList<>())) {
      Told told = new Told();
      driver.start(Told.order("1"), told);
      assertThat(told.next().outcome()).isEqualTo(Outcome.UNKNOWN);
    }
  }

  @Test
  void anUploadThatHasBegunEndsWhenNothingMoreComes() throws Exception {
    try (WaitDriver driver = driver(LONG, Duration.ofMillis(50), new CopyOnWriteArrayList<>())) {
      Told told = new Told();
      ClientDriver.Upload upload = driver.start(Told.order("1"), told);
      Told other = new Told();
      driver.start(Told.order("2"), other);
      upload.answered(RequestKind.CREATE_SESSION);
      assertThat(told.next().message()).isEqualTo("nothing more came");
      assertThat(other.rest()).isEmpty();
    }
  }

  @Test
  void behindTheEndOfTheSessionItWaitsLessLong() throws Exception {
    try (WaitDriver driver = driver(LONG, Duration.ofSeconds(2), new CopyOnWriteArrayList<>())) {
      Told told = new Told();
      ClientDriver.Upload upload = driver.start(Told.order("1"), told);
      upload.answered(RequestKind.CLOSE_SESSION);
      assertThat(told.next().outcome()).isEqualTo(Outcome.UNKNOWN);
    }
  }
}
