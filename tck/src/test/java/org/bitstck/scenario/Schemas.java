package org.bitstck.scenario;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.schema.CoreSchema;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** The JSON Schemas of the scenario folder, applied to YAML as an editor applies them. */
public final class Schemas {
  /** The folder of the data, seen from the module of the kit, where Maven runs its tests. */
  public static final Path FOLDER = Path.of("..", "scenarios").toAbsolutePath().normalize();

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final SchemaRegistry REGISTRY =
      SchemaRegistry.withDefaultDialect(
          SpecificationVersion.DRAFT_2020_12, registry -> registry.schemas(Schemas::file));

  private Schemas() {}

  /** What the schema says against the YAML text; empty if it is valid. */
  public static List<String> errors(Path schema, String yaml) {
    return errorsOfJson(schema, json(yaml).toString());
  }

  /** What the schema says against the JSON text; empty if it is valid. */
  public static List<String> errorsOfJson(Path schema, String json) {
    Schema loaded = REGISTRY.getSchema(SchemaLocation.of(schema.toUri().toString()));
    return loaded.validate(json, InputFormat.JSON).stream()
        .map(error -> error.getInstanceLocation() + ": " + error.getMessage())
        .toList();
  }

  /** The text of a schema file; null for schemas that are no files. */
  private static String file(String iri) {
    try {
      return iri.startsWith("file:") ? Files.readString(Path.of(URI.create(iri))) : null;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The schema as data. */
  public static JsonNode tree(String name) {
    try {
      return JSON.readTree(Files.readString(FOLDER.resolve("schema").resolve(name)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** YAML 1.2 with the core schema, which is what editors read: 0x5 is a number, no is a text. */
  private static JsonNode json(String yaml) {
    LoadSettings settings = LoadSettings.builder().setSchema(new CoreSchema()).build();
    return JSON.valueToTree(new Load(settings).loadFromString(yaml));
  }
}
