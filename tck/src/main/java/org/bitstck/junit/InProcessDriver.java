package org.bitstck.junit;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.bitstck.play.client.ClientDriver;
import org.bitstck.play.client.Report;
import org.bitstck.play.client.UploadOrder;
import org.bitstck.scenario.client.Capability;
import org.junit.platform.commons.support.ReflectionSupport;

/** Drives a client in this JVM, each upload in a thread of its own. */
final class InProcessDriver implements ClientDriver {
  /** What is declared by overriding. */
  private static final Map<String, Capability> METHODS =
      Map.of("pause", Capability.PAUSE, "resume", Capability.RESUME, "cancel", Capability.CANCEL);

  private final BitsClient client;
  private final Set<String> capabilities = new TreeSet<>();
  private final AtomicInteger threads = new AtomicInteger();

  InProcessDriver(BitsClient client) {
    this.client = client;
    client.capabilities().forEach(capability -> capabilities.add(capability.word()));
    METHODS.forEach(
        (method, capability) -> {
          if (isOverridden(method)) {
            capabilities.add(capability.word());
          }
        });
    if (isOverridden("cancel")) {
      capabilities.add(CANCEL_STOPPED);
    }
  }

  private boolean isOverridden(String method) {
    return ReflectionSupport.findMethod(client.getClass(), method, UploadTask.class)
        .filter(found -> found.getDeclaringClass() != BitsClient.class)
        .isPresent();
  }

  @Override
  public String name() {
    return client.name();
  }

  @Override
  public Set<String> capabilities() {
    return capabilities;
  }

  @Override
  public Upload start(UploadOrder order, Consumer<Report> outcomes) {
    InProcessUpload upload = new InProcessUpload(this, client, order, outcomes);
    upload.start();
    return upload;
  }

  /** Does something of an upload without holding up the kit. */
  Thread work(Runnable work) {
    Thread thread = new Thread(work, "bits-tck client " + threads.incrementAndGet());
    thread.setDaemon(true);
    thread.start();
    return thread;
  }

  @Override
  public List<String> output() {
    return List.of();
  }

  @Override
  public String gone() {
    return null;
  }

  @Override
  public void close() {
    // each upload is ended by itself
  }
}
