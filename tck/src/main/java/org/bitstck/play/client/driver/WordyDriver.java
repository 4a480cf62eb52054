package org.bitstck.play.client.driver;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.bitstck.play.client.ClientDriver;
import org.bitstck.play.client.Report;
import org.bitstck.play.client.UploadOrder;

/** A driver some of whose orders carry more words than those of the contract. */
final class WordyDriver implements ClientDriver {
  private final JsonLinesDriver driver;
  private final Map<String, String> words;

  WordyDriver(JsonLinesDriver driver, Map<String, String> words) {
    this.driver = driver;
    this.words = Map.copyOf(words);
  }

  @Override
  public String name() {
    return driver.name();
  }

  @Override
  public Set<String> capabilities() {
    return driver.capabilities();
  }

  @Override
  public Upload start(UploadOrder order, Consumer<Report> outcomes) {
    return driver.start(order, outcomes, words);
  }

  @Override
  public List<String> output() {
    return driver.output();
  }

  @Override
  public String gone() {
    return driver.gone();
  }

  @Override
  public void close() {
    // the driver goes on for others
  }
}
