package org.bitstck.play.application;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import org.bitstck.exchange.Bits;
import org.bitstck.exchange.Header;
import org.bitstck.exchange.Headers;
import org.bitstck.exchange.Request;
import org.bitstck.play.Endpoint;
import org.bitstck.play.TestFile;
import org.bitstck.scenario.FileSpec;
import org.bitstck.scenario.HeaderEdit;
import org.bitstck.scenario.Variables;
import org.bitstck.scenario.application.ApplicationScenario;
import org.bitstck.scenario.application.ApplicationStep.Download;
import org.bitstck.scenario.application.ApplicationStep.Notify;
import org.bitstck.scenario.application.ApplicationVariables;
import org.bitstck.subject.Application;
import org.bitstck.yaml.YamlValue;

/**
 * What a scenario has at hand while it is played: its uploads with their URLs and files, and the
 * requests, as a correct server sends them and changed as the steps say.
 */
final class ApplicationStage implements AutoCloseable {
  private final ApplicationScenario scenario;
  private final Application application;
  private final String prefix;
  private final Map<String, UploadFiles> files = new HashMap<>();

  /**
   * @param run name of the run, so that no two runs tell of the same upload
   */
  ApplicationStage(ApplicationScenario scenario, Application application, String run) {
    this.scenario = scenario;
    this.application = application;
    String safe = scenario.id().replaceAll("[^a-z0-9]+", "-");
    this.prefix = "bits-tck-" + run + "-" + safe + Integer.toHexString(scenario.id().hashCode());
  }

  private String name(String upload) {
    return prefix + (upload.equals(FileSpec.MAIN) ? "" : "-" + upload);
  }

  /** The absolute destination URL of an upload. */
  String originalUrl(String upload) {
    return application.destinations() + name(upload) + ".bin";
  }

  /** The bytes of an upload. */
  byte[] bytes(String file) {
    FileSpec spec = scenario.files().get(file);
    return new TestFile(spec, scenario.id().hashCode()).bytes(0, spec.size() - 1);
  }

  UploadFiles files(String upload) {
    return files.computeIfAbsent(
        upload, label -> new UploadFiles(application.files(), name(label)));
  }

  Endpoint endpoint() {
    return Endpoint.of(application.url());
  }

  /** The request of a notification. */
  Request request(Notify step) {
    byte[] body =
        step.body() != null ? step.body() : step.byReference() ? new byte[0] : bytes(step.file());
    Map<String, List<String>> headers = new LinkedHashMap<>();
    put(headers, "Host", endpoint().authority());
    application.access().headers().forEach(h -> put(headers, h.name(), h.value()));
    application.access().login().ifPresent(c -> put(headers, "Authorization", c.basic()));
    put(headers, Bits.ORIGINAL_URL, originalUrl(step.upload()));
    if (step.byReference()) {
      put(headers, Bits.REQUEST_FILE.get(0), files(step.upload()).request());
      put(headers, Bits.RESPONSE_FILE.get(0), files(step.upload()).reply());
    }
    put(headers, Bits.CONTENT_LENGTH, String.valueOf(body.length));
    step.headers().forEach(edit -> edit(headers, edit, step.upload()));
    return new Request(
        step.method(),
        application.target(step.endpoint()).orElseThrow(),
        step.version(),
        lines(headers),
        body,
        null);
  }

  /** The request of a download. */
  Request request(Download step, URI url) {
    Map<String, List<String>> headers = new LinkedHashMap<>();
    put(headers, "Host", Endpoint.of(url).authority());
    step.headers().forEach(edit -> edit(headers, edit, FileSpec.MAIN));
    String path = url.getRawPath().isEmpty() ? "/" : url.getRawPath();
    String target = url.getRawQuery() == null ? path : path + "?" + url.getRawQuery();
    return new Request(step.method(), target, "HTTP/1.1", lines(headers), new byte[0], null);
  }

  private static void put(Map<String, List<String>> headers, String name, String value) {
    headers.put(name, List.of(value));
  }

  private void edit(Map<String, List<String>> headers, HeaderEdit edit, String upload) {
    String name =
        headers.keySet().stream()
            .filter(known -> known.equalsIgnoreCase(edit.name()))
            .findFirst()
            .orElse(edit.name());
    if (edit.values().isEmpty()) {
      headers.remove(name);
    } else {
      headers.put(name, edit.values().stream().map(v -> fill(v, upload)).toList());
    }
  }

  private String fill(String text, String upload) {
    return text.contains("${") ? YamlValue.fill(text, name -> variable(name, upload)) : text;
  }

  private Optional<String> variable(String name, String upload) {
    Matcher letters = Variables.LETTERS.matcher(name);
    if (letters.matches()) {
      return Optional.of("x".repeat(Integer.parseInt(letters.group(1))));
    }
    return Optional.ofNullable(
        switch (name) {
          case ApplicationVariables.ORIGINAL_URL -> originalUrl(upload);
          case ApplicationVariables.REQUEST_FILE -> files(upload).request();
          case ApplicationVariables.REPLY_FILE -> files(upload).reply();
          case ApplicationVariables.MISSING_FILE -> files(upload).missing();
          case ApplicationVariables.FOLDER -> files(upload).folder();
          default -> null;
        });
  }

  private static Headers lines(Map<String, List<String>> headers) {
    List<Header> lines = new ArrayList<>();
    headers.forEach((name, values) -> values.forEach(v -> lines.add(new Header(name, v))));
    return new Headers(lines);
  }

  @Override
  public void close() {
    files.values().forEach(UploadFiles::close);
  }
}
