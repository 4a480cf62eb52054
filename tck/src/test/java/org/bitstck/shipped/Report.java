package org.bitstck.shipped;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The JSON report of a run. */
record Report(JsonNode root) {
  static Report in(Path folder) {
    return new Report(JsonMapper.shared().readTree(folder.resolve("report.json").toFile()));
  }

  String verdict() {
    return root.at("/summary/verdict").asString();
  }

  int requirements(String count) {
    return root.at("/summary/requirements/" + count).asInt();
  }

  /** Verdict by {@code topic/scenario:requirement}. */
  Map<String, String> verdicts() {
    Map<String, String> verdicts = new TreeMap<>();
    for (JsonNode check : root.get("checks")) {
      verdicts.put(
          check.get("topic").asString()
              + "/"
              + check.get("scenario").asString()
              + ":"
              + check.get("requirement").asString(),
          check.get("verdict").asString());
    }
    return verdicts;
  }
}
