import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.bitstck.client.http.Destination;
import org.bitstck.client.upload.Outcome;
import org.bitstck.client.upload.Upload;
import org.bitstck.client.upload.UploadListener;
import org.bitstck.client.upload.UploadOptions;
import org.bitstck.client.upload.UploadState;

/**
 * Measures the reference client: its library beside a bare sender of the same fragments to the same server, the memory
 * of the command, and its start. Run it with {@code benchmarks/run}; it prints what is in docs/benchmarks.md.
 */
public final class ClientBenchmark {
  private static final long GIB = 1L << 30;
  private static final int ROUNDS = 5;
  private static final List<String> SENDERS = List.of("bits-upload", "bare, same bytes", "bare, from file");
  private static final String PROTOCOL = "{7df0354d-249b-430f-820d-3d2a9bef4931}";

  private final Path client;
  private final Path server;
  private final Path work;

  private ClientBenchmark(Path client, Path server, Path work) {
    this.client = client;
    this.server = server;
    this.work = work;
  }

  public static void main(String[] args) throws Exception {
    Path work = Files.createTempDirectory(Path.of(args[2]), "bits-benchmark-");
    ClientBenchmark benchmark = new ClientBenchmark(Path.of(args[0]), Path.of(args[1]), work);
    List<String> parts = List.of(args[3].split(","));
    try {
      if (parts.contains("start") || parts.contains("all")) {
        benchmark.start();
      }
      if (parts.contains("upload") || parts.contains("all")) {
        benchmark.uploads();
      }
      if (parts.contains("memory") || parts.contains("all")) {
        benchmark.memory();
      }
    } finally {
      try (var files = Files.walk(work)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.deleteIfExists(file);
        }
      }
    }
  }

  // ---- subjects

  private record Server(Process process, int port) implements AutoCloseable {
    @Override
    public void close() {
      process.toHandle().destroy();
      process.onExit().join();
    }

    String url(String path) {
      return "http://127.0.0.1:" + port + path;
    }
  }

  private Server serve() throws IOException {
    Path folder = Files.createDirectories(work.resolve("in"));
    Process process =
        new ProcessBuilder("java", "-jar", server.toString(), "--port", "0", "--no-fsync", "--folder", folder.toString())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    BufferedReader out = process.inputReader();
    return new Server(process, Integer.parseInt(out.readLine().replaceAll(".*:(\\d+)/.*", "$1")));
  }

  /**
   * The floor: one array for all fragments, no look at the answers but their end.
   *
   * @param file read into the array before each fragment; null sends the same bytes each time
   */
  private static void bare(Server server, Path file, int length) throws IOException {
    byte[] payload = new byte[length];
    try (InputStream in = file == null ? InputStream.nullInputStream() : Files.newInputStream(file);
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
      socket.setTcpNoDelay(true);
      String answer = exchange(socket, packet("CREATE-SESSION", "BITS-Supported-Protocols: " + PROTOCOL + "\r\n", 0), null);
      String session = "BITS-Session-Id: " + answer.replaceAll("(?s).*BITS-Session-Id: (\\S+).*", "$1") + "\r\n";
      for (long offset = 0; offset < GIB; offset += length) {
        String range = "Content-Range: bytes " + offset + "-" + (offset + length - 1) + "/" + GIB + "\r\n";
        in.readNBytes(payload, 0, length);
        exchange(socket, packet("FRAGMENT", session + range, length), payload);
      }
      exchange(socket, packet("CLOSE-SESSION", session, 0), null);
    }
  }

  private static String packet(String type, String headers, int length) {
    return "BITS_POST /bare HTTP/1.1\r\nHost: localhost\r\nBITS-Packet-Type: " + type + "\r\n" + headers
        + "Content-Length: " + length + "\r\n\r\n";
  }

  private static String exchange(Socket socket, String head, byte[] body) throws IOException {
    OutputStream out = socket.getOutputStream();
    out.write(head.getBytes(StandardCharsets.US_ASCII));
    if (body != null) {
      out.write(body);
    }
    InputStream in = socket.getInputStream();
    byte[] buffer = new byte[4096];
    int filled = 0;
    while (true) {
      int n = in.read(buffer, filled, buffer.length - filled);
      if (n < 0) {
        throw new IOException("closed");
      }
      filled += n;
      String text = new String(buffer, 0, filled, StandardCharsets.US_ASCII);
      if (text.endsWith("\r\n\r\n")) {
        if (!text.startsWith("HTTP/1.1 20")) {
          throw new IOException(text);
        }
        return text;
      }
    }
  }

  private static void library(Server server, Path file, int length) {
    UploadOptions options =
        UploadOptions.of(file, Destination.parse(server.url("/library"))).withFragmentSize(length);
    try (Upload upload = new Upload(options, new UploadState(), new UploadListener() {})) {
      Outcome outcome = upload.run();
      if (outcome.kind() != Outcome.Kind.SUCCESS) {
        throw new IllegalStateException(outcome.toString());
      }
    }
  }

  // ---- what is measured

  private void uploads() throws Exception {
    Path file = sparse("gib", GIB);
    try (var bytes = new RandomAccessFile(file.toFile(), "rw")) {
      byte[] block = new byte[1 << 20];
      new java.util.Random(1).nextBytes(block);
      for (long at = 0; at < GIB; at += block.length) {
        bytes.write(block);
      }
    }
    int[] lengths = {64 << 10, 1 << 20, 8 << 20};
    Map<String, List<Double>> rates = new LinkedHashMap<>();
    Map<String, List<Double>> cpu = new LinkedHashMap<>();
    try (Server server = serve()) {
      for (int round = -1; round <= ROUNDS; round++) {
        for (int length : lengths) {
          for (int i = 0; i < 3; i++) {
            // the order changes, so that no one always comes first
            int turn = (i + round + 3) % 3;
            double before = cpuSeconds();
            long begin = System.nanoTime();
            if (turn == 0) {
              library(server, file, length);
            } else {
              bare(server, turn == 1 ? null : file, length);
            }
            double seconds = (System.nanoTime() - begin) / 1e9;
            String key = SENDERS.get(turn) + " " + (length >> 10);
            if (round > 0) {
              rates.computeIfAbsent(key, k -> new ArrayList<>()).add(GIB / 1e6 / seconds);
              cpu.computeIfAbsent(key, k -> new ArrayList<>()).add(cpuSeconds() - before);
            }
          }
        }
      }
    }
    System.out.println("1 GiB to the reference server, MB/s: median and best of " + ROUNDS + "; CPU s of the sender, median");
    for (String name : SENDERS) {
      StringBuilder line = new StringBuilder(String.format("%-17s", name));
      for (int length : lengths) {
        String key = name + " " + (length >> 10);
        double best = rates.get(key).stream().max(Double::compare).orElseThrow();
        line.append(
            String.format(
                Locale.ROOT, "  %5d KiB: %5.0f %5.0f, %.2f s", length >> 10, median(rates.get(key)), best, median(cpu.get(key))));
      }
      System.out.println(line);
    }
    Files.delete(file);
  }

  private void memory() throws Exception {
    Path file = sparse("sparse", 10 * GIB);
    try (Server server = serve()) {
      long begin = System.nanoTime();
      Process process =
          new ProcessBuilder("java", "-Xmx32m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-jar", client.toString(),
                  "-q", file.toString(), server.url("/sparse"))
              .inheritIO()
              .start();
      long most = 0;
      while (process.isAlive()) {
        most = Math.max(most, resident(process.pid()));
        Thread.sleep(50);
      }
      double seconds = (System.nanoTime() - begin) / 1e9;
      System.out.printf(
          Locale.ROOT, "10 GiB (sparse), -Xmx32m: exit %d, %.1f s, %.0f MB/s, most resident memory %d MiB%n",
          process.exitValue(), seconds, 10 * GIB / 1e6 / seconds, most);
    }
    Files.delete(file);
    Files.deleteIfExists(work.resolve("in/sparse"));
  }

  private void start() throws Exception {
    Path file = Files.writeString(work.resolve("small"), "hello\n");
    try (Server server = serve()) {
      for (String flags : List.of("", "-Xmx32m -Xshare:auto -XX:TieredStopAtLevel=1 -XX:+UseSerialGC")) {
        List<Double> millis = new ArrayList<>();
        List<Double> cpu = new ArrayList<>();
        for (int i = 0; i < 15; i++) {
          List<String> command = new ArrayList<>(List.of("bash", "-c",
              "TIMEFORMAT='%U %S'; time java " + flags + " -jar " + client + " -q " + file + " " + server.url("/small")));
          long begin = System.nanoTime();
          Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
          String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).trim();
          if (process.waitFor() != 0) {
            throw new IOException(said);
          }
          millis.add((System.nanoTime() - begin) / 1e6);
          String[] times = said.split(" ");
          cpu.add(1000 * (Double.parseDouble(times[0]) + Double.parseDouble(times[1])));
        }
        millis.sort(null);
        System.out.printf(
            Locale.ROOT, "upload of a small file, java %s: median %.0f ms, least %.0f, most %.0f; CPU median %.0f ms%n",
            flags, median(millis), millis.get(0), millis.get(millis.size() - 1), median(cpu));
      }
    }
  }

  private Path sparse(String name, long length) throws IOException {
    Path file = work.resolve(name);
    try (var bytes = new RandomAccessFile(file.toFile(), "rw")) {
      bytes.setLength(length);
    }
    return file;
  }

  private static long resident(long pid) {
    try {
      for (String line : Files.readAllLines(Path.of("/proc/" + pid + "/status"))) {
        if (line.startsWith("VmHWM")) {
          return Long.parseLong(line.replaceAll("\\D", "")) / 1024;
        }
      }
    } catch (IOException e) {
      // it has ended
    }
    return 0;
  }

  private static double cpuSeconds() {
    Duration time = ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
    return time.toMillis() / 1e3;
  }

  private static double median(List<Double> values) {
    return values.stream().sorted().skip(values.size() / 2).findFirst().orElseThrow();
  }
}
