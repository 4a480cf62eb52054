package org.bitstck.server;

import java.nio.file.Path;
import org.bitstck.server.config.ConfigException;
import org.bitstck.server.config.ConfigReader;
import org.bitstck.server.config.Overrides;
import org.bitstck.server.config.ServerConfig;
import picocli.CommandLine.Option;

/** The options that say what a server is like. */
final class ServerOptions {
  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "Configuration (YAML). The options below win over it.")
  private Path configFile;

  @Option(names = "--folder", paramLabel = "DIR", description = "Where the uploaded files go.")
  private Path folder;

  @Option(
      names = "--host",
      paramLabel = "ADDRESS",
      description = "Address to listen on (default: 127.0.0.1).")
  private String host;

  @Option(
      names = "--port",
      paramLabel = "PORT",
      description = "Port to listen on, 0 for a free one (default: 8080).")
  private Integer port;

  @Option(
      names = "--admin-port",
      paramLabel = "PORT",
      description = "Serve /metrics and /health there (default: nowhere).")
  private Integer adminPort;

  @Option(
      names = "--profile",
      paramLabel = "PROFILE",
      converter = ProfileName.class,
      description =
          "How to read the protocol where its sources differ: interop (default), strict or win32.")
  private String profile;

  @Option(
      names = "--no-fsync",
      description = "Publish files without forcing them to the disk first.")
  private Boolean noFsync;

  @Option(names = "--access-log", description = "Log every request.")
  private Boolean accessLog;

  @Option(names = "--log-json", description = "Log in JSON lines.")
  private Boolean logJson;

  /** The configuration file; null if there is none. */
  Path file() {
    return configFile;
  }

  /** What the options say beside it. */
  Overrides overrides() {
    return new Overrides(host, port, adminPort, folder, profile, noFsync, logJson, accessLog);
  }

  /** File and options together. */
  ServerConfig read() throws ConfigException {
    return ConfigReader.read(configFile, overrides());
  }
}
