package org.bitstck.prove;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.bitstck.engine.RunResult;
import org.bitstck.engine.SubjectUnreachable;
import org.bitstck.engine.server.ServerRun;
import org.bitstck.play.Tls;
import org.bitstck.play.process.Scratch;
import org.bitstck.play.server.application.Applications;
import org.bitstck.play.wire.SocketTransport;
import org.bitstck.prove.ServerPool.Started;
import org.bitstck.requirement.Peer;
import org.bitstck.requirement.Profile;
import org.bitstck.requirement.Role;
import org.bitstck.scenario.Scenario;
import org.bitstck.scenario.server.Hook;
import org.bitstck.subject.HookSpec;
import org.bitstck.subject.SubjectFile;
import org.bitstck.subject.Words;
import org.bitstck.yaml.YamlValue;

/** Reference servers in one process per profile, set up as in the tour. */
public final class ServerBench implements Bench {
  private static final String APPLICATION = "${application}";

  /** Until the one of the run is known. */
  private static final String NO_APPLICATION = "http://127.0.0.1:9";

  private final SuiteSettings settings;
  private final List<Scenario> scenarios;
  private final SubjectFile file;
  private final List<String> command;
  private final Path folder;
  private final boolean https;
  private final Set<String> httpsOnly;
  private OwnCertificate certificate;
  private Tls tls;
  private SocketTransport transport;
  private final Map<Profile, ServerPool> pools = new EnumMap<>(Profile.class);

  /**
   * @param file describes the server as the tour has it
   * @param command starts a pool; words of the file are filled in, {@code ${profile}} as well
   * @param https what can be seen over https only is played there; else all the rest, over http
   */
  public ServerBench(SuiteSettings settings, SubjectFile file, List<String> command, boolean https)
      throws IOException {
    List<Scenario> all = settings.scenarios(Role.SERVER);
    this.settings = settings;
    this.https = https;
    this.httpsOnly = httpsOnly(all);
    this.scenarios = https ? all.stream().filter(ServerBench::needsHttps).toList() : all;
    this.file = file;
    this.command = List.copyOf(command);
    this.folder = Scratch.inMemory("bits-tck-pool-");
  }

  private static Map<String, String> variables(Path base, int port, String application) {
    Map<String, String> variables = new HashMap<>();
    variables.put("folder", base.toString());
    variables.put("port", String.valueOf(port));
    // a server of a pool has no process of its own that could be signalled
    variables.put("pid", "");
    variables.put("application", application);
    return variables;
  }

  private static String fill(String text, Map<String, String> variables) {
    return YamlValue.fill(text, name -> Optional.ofNullable(variables.get(name)));
  }

  private static Set<String> httpsOnly(List<Scenario> scenarios) {
    Set<String> only = new HashSet<>();
    scenarios.stream()
        .filter(ServerBench::needsHttps)
        .forEach(scenario -> only.addAll(scenario.requirements()));
    scenarios.stream()
        .filter(scenario -> !needsHttps(scenario))
        .forEach(scenario -> only.removeAll(scenario.requirements()));
    return only;
  }

  private static boolean needsHttps(Scenario scenario) {
    return scenario.needs().contains(Words.TLS);
  }

  /** A file of the server's; its configuration is the one that speaks of the application. */
  private String content(String text, UnaryOperator<String> fill) {
    return certificate == null || !text.contains(APPLICATION)
        ? fill.apply(text)
        : fill.apply(text)
            + "tls: {certificate: '%s', key: '%s'}\n"
                .formatted(certificate.certificate(), certificate.key());
  }

  private String url(UnaryOperator<String> fill) {
    String url = fill.apply(file.url());
    return https ? url.replaceFirst("^http:", "https:") : url;
  }

  @Override
  public Peer peer() {
    return Peer.SERVER;
  }

  @Override
  public String name() {
    return https ? "server over https" : "server";
  }

  @Override
  public boolean takes(Defect defect) {
    return defect.peer() == Peer.SERVER && httpsOnly.contains(defect.requirement()) == https;
  }

  @Override
  public RunResult play(Profile profile, Defect defect) throws Unplayable {
    try {
      ServerPool pool = pool(profile);
      Started server = pool.start(defect == null ? null : defect.id());
      try (Applications applications = new Applications()) {
        return play(profile, pool, server, applications);
      } finally {
        pool.stop(server);
      }
    } catch (IOException | SubjectUnreachable e) {
      throw new Unplayable(e.getMessage());
    }
  }

  private RunResult play(
      Profile profile, ServerPool pool, Started server, Applications applications)
      throws SubjectUnreachable, IOException {
    Map<String, String> variables =
        variables(server.folder(), server.port(), "http://" + applications.own().authority());
    UnaryOperator<String> fill = text -> fill(text, variables);
    notify(pool, server, fill);
    return new ServerRun(
            settings.library(),
            scenarios,
            file.at(URI.create(url(fill)), fill),
            settings.options(profile),
            transport,
            tls,
            applications,
            new PooledServer(pool, server, hooks(fill)))
        .run(List.of());
  }

  /**
   * Tells a server of the application of its own run: what one run does to its application, such as
   * to be unreachable for a while, must not happen to others.
   */
  private void notify(ServerPool pool, Started server, UnaryOperator<String> fill)
      throws IOException {
    for (Map.Entry<String, String> entry : file.spawn().orElseThrow().files().entrySet()) {
      if (entry.getValue().contains(APPLICATION)) {
        Files.writeString(server.folder().resolve(entry.getKey()), content(entry.getValue(), fill));
      }
    }
    pool.reload(server);
  }

  private Map<Hook, HookSpec> hooks(UnaryOperator<String> fill) {
    Map<Hook, HookSpec> hooks = new EnumMap<>(Hook.class);
    file.hooks()
        .forEach(
            (hook, spec) ->
                hooks.put(
                    hook,
                    new HookSpec(spec.command().stream().map(fill).toList(), spec.readyLine())));
    return hooks;
  }

  /** Only for what is played: a certificate takes a second. */
  private void prepare() throws IOException {
    if (transport != null) {
      return;
    }
    if (https) {
      certificate = OwnCertificate.in(folder);
      tls = Tls.trusting(certificate.certificate());
    }
    transport = new SocketTransport(settings.limits(), tls);
    for (Map.Entry<String, String> entry : file.spawn().orElseThrow().files().entrySet()) {
      Files.writeString(
          folder.resolve(entry.getKey()),
          content(entry.getValue(), text -> fill(text, variables(folder, 0, NO_APPLICATION))));
    }
  }

  private synchronized ServerPool pool(Profile profile) throws IOException {
    ServerPool pool = pools.get(profile);
    if (pool == null) {
      prepare();
      Map<String, String> variables = variables(folder, 0, NO_APPLICATION);
      variables.put("profile", profile.text());
      List<String> words = new ArrayList<>();
      command.forEach(word -> words.add(fill(word, variables)));
      pool = ServerPool.open(words);
      pools.put(profile, pool);
    }
    return pool;
  }

  @Override
  public void close() {
    synchronized (this) {
      pools.values().forEach(ServerPool::close);
      if (transport != null) {
        transport.close();
      }
    }
    Scratch.delete(folder);
  }
}
