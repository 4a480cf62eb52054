import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Measures the reference server, beside nginx and a bare copy from socket to file, with one sender for all of them.
 * Run it with {@code benchmarks/run}; it prints a table for docs/benchmarks.md.
 */
public final class UploadBenchmark {
  private static final long GIB = 1L << 30;
  private static final String PROTOCOL = "{7df0354d-249b-430f-820d-3d2a9bef4931}";
  private static final byte[] PAYLOAD = new byte[8 << 20];

  private final Path jar;
  private final Path work;
  private final List<String> flags;

  private UploadBenchmark(Path jar, Path work, List<String> flags) {
    this.jar = jar;
    this.work = work;
    this.flags = flags;
  }

  public static void main(String[] args) throws Exception {
    if (args[0].equals("bare")) {
      bareCopy(Path.of(args[1]));
      return;
    }
    new java.util.Random(1).nextBytes(PAYLOAD);
    Path work = Files.createTempDirectory(Path.of(args[1]), "bits-benchmark-");
    List<String> flags = args.length > 3 ? List.of(args[3].split(" ")) : List.of();
    UploadBenchmark benchmark = new UploadBenchmark(Path.of(args[0]), work, flags);
    List<String> parts = List.of(args.length > 2 ? args[2].split(",") : new String[] {"all"});
    System.out.printf("folder %s, java %s%n", work, System.getProperty("java.version"));
    try {
      if (parts.contains("start") || parts.contains("all")) {
        benchmark.start(10);
      }
      if (parts.contains("upload") || parts.contains("all")) {
        benchmark.uploads(5);
      }
      if (parts.contains("sessions") || parts.contains("all")) {
        benchmark.concurrent(1000);
        benchmark.idle(10_000);
      }
    } finally {
      delete(work);
    }
  }

  // ---- subjects

  /** A process that takes uploads. */
  private record Subject(Process process, int port) implements AutoCloseable {
    @Override
    public void close() {
      process.toHandle().destroy();
      process.onExit().join();
    }

    /** Resident memory in MiB: now, or the most there was. */
    long memory(String field) throws IOException {
      for (String line : Files.readAllLines(Path.of("/proc/" + process.pid() + "/status"))) {
        if (line.startsWith(field)) {
          return Long.parseLong(line.replaceAll("\\D", "")) / 1024;
        }
      }
      return -1;
    }

    double cpuSeconds() {
      return process.info().totalCpuDuration().map(time -> time.toMillis() / 1e3).orElse(-1.0);
    }
  }

  private Subject bits() throws IOException {
    List<String> command = new ArrayList<>(List.of("java"));
    command.addAll(flags);
    command.addAll(List.of("-jar", jar.toString(), "--port", "0", "--folder", work.toString()));
    return java(command);
  }

  private Subject bare() throws IOException {
    String source = System.getProperty("benchmark.source");
    return java(List.of("java", source, "bare", work.toString()));
  }

  private static Subject java(List<String> command) throws IOException {
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    BufferedReader out = process.inputReader();
    String line = out.readLine();
    return new Subject(process, Integer.parseInt(line.replaceAll(".*:(\\d+)/.*", "$1")));
  }

  private Subject nginx() throws Exception {
    int port;
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    Path home = Files.createDirectories(work.resolve("nginx"));
    Path config = home.resolve("nginx.conf");
    Files.writeString(
        config,
        String.format(
            "daemon off; master_process off; pid %1$s/pid; error_log %1$s/error.log;%n"
                + "user root; events { worker_connections 4096; }%n"
                + "http { access_log off; client_max_body_size 0; keepalive_requests 10000000;%n"
                + " client_body_temp_path %1$s/body; proxy_temp_path %1$s/p;%n"
                + " fastcgi_temp_path %1$s/f; uwsgi_temp_path %1$s/u; scgi_temp_path %1$s/s;%n"
                + " server { listen 127.0.0.1:%2$d; location / { root %3$s; dav_methods PUT; } } }%n",
            home, port, work));
    Process process = new ProcessBuilder("nginx", "-p", home.toString(), "-c", config.toString()).inheritIO().start();
    while (true) {
      try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
        return new Subject(process, port);
      } catch (IOException e) {
        Thread.sleep(10);
      }
    }
  }

  /** The floor: takes {@code length\n} and that many bytes, writes them, answers a byte. */
  private static void bareCopy(Path folder) throws IOException {
    try (ServerSocketChannel listener = ServerSocketChannel.open()) {
      listener.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
      int port = ((InetSocketAddress) listener.getLocalAddress()).getPort();
      System.out.println("bare http://127.0.0.1:" + port + "/");
      while (true) {
        try (SocketChannel socket = listener.accept();
            FileChannel file =
                FileChannel.open(
                    folder.resolve("bare"),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.TRUNCATE_EXISTING,
                    StandardOpenOption.WRITE)) {
          socket.setOption(java.net.StandardSocketOptions.TCP_NODELAY, true);
          ByteBuffer head = ByteBuffer.allocate(8);
          ByteBuffer bytes = ByteBuffer.allocateDirect(256 * 1024);
          while (true) {
            while (head.hasRemaining() && socket.read(head) >= 0) {}
            if (head.hasRemaining()) {
              break;
            }
            long left = head.flip().getLong();
            head.clear();
            while (left > 0) {
              bytes.clear().limit((int) Math.min(left, bytes.capacity()));
              left -= socket.read(bytes);
              bytes.flip();
              while (bytes.hasRemaining()) {
                file.write(bytes);
              }
            }
            socket.write(ByteBuffer.wrap(new byte[] {1}));
          }
        }
      }
    }
  }

  // ---- the sender

  /** One connection. Writes a head and a body, reads the head of the answer. */
  private static final class Sender implements AutoCloseable {
    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;
    private final byte[] buffer = new byte[8192];
    private long waitedNanos;

    Sender(int port) throws IOException {
      socket = new Socket(InetAddress.getLoopbackAddress(), port);
      socket.setTcpNoDelay(true);
      socket.setSoTimeout(60_000);
      in = socket.getInputStream();
      out = socket.getOutputStream();
    }

    String exchange(String head, int length) throws IOException {
      out.write(head.getBytes(StandardCharsets.US_ASCII));
      if (length > 0) {
        out.write(PAYLOAD, 0, length);
      }
      long sent = System.nanoTime();
      int filled = 0;
      while (true) {
        int n = in.read(buffer, filled, buffer.length - filled);
        if (n < 0) {
          throw new IOException("closed");
        }
        filled += n;
        String text = new String(buffer, 0, filled, StandardCharsets.US_ASCII);
        if (text.endsWith("\r\n\r\n")) {
          waitedNanos = System.nanoTime() - sent;
          if (!text.startsWith("HTTP/1.1 20")) {
            throw new IOException(text);
          }
          return text;
        }
      }
    }

    void bare(int length) throws IOException {
      out.write(ByteBuffer.allocate(8).putLong(length).array());
      out.write(PAYLOAD, 0, length);
      if (in.read() != 1) {
        throw new IOException("closed");
      }
    }

    @Override
    public void close() throws IOException {
      socket.close();
    }
  }

  private static String packet(String type, String path, String headers, int length) {
    return "BITS_POST " + path + " HTTP/1.1\r\nHost: localhost\r\nBITS-Packet-Type: " + type
        + "\r\n" + headers + "Content-Length: " + length + "\r\n\r\n";
  }

  private static String create(Sender sender, String path) throws IOException {
    String answer =
        sender.exchange(
            packet("CREATE-SESSION", path, "BITS-Supported-Protocols: " + PROTOCOL + "\r\n", 0), 0);
    return "BITS-Session-Id: " + answer.replaceAll("(?s).*BITS-Session-Id: (\\S+).*", "$1") + "\r\n";
  }

  private static void fragment(
      Sender sender, String path, String session, long offset, int length, long total)
      throws IOException {
    String range = "Content-Range: bytes " + offset + "-" + (offset + length - 1) + "/" + total + "\r\n";
    sender.exchange(packet("FRAGMENT", path, session + range, length), length);
  }

  // ---- what is measured

  private void start(int times) throws Exception {
    List<Double> millis = new ArrayList<>();
    for (int i = 0; i < times; i++) {
      long begin = System.nanoTime();
      try (Subject subject = bits();
          Sender sender = new Sender(subject.port())) {
        sender.exchange(packet("PING", "/a", "", 0), 0);
        millis.add((System.nanoTime() - begin) / 1e6);
      }
    }
    millis.sort(null);
    System.out.printf(
        Locale.ROOT,
        "start to first Ack: median %.0f ms, least %.0f, most %.0f (%d starts)%n",
        millis.get(times / 2), millis.get(0), millis.get(times - 1), times);
  }

  private interface Upload {
    void run(Sender sender, int length) throws IOException;
  }

  /** A subject, and how one GiB gets there. */
  private record Candidate(String name, Subject subject, Upload upload) {}

  private void uploads(int times) throws Exception {
    int[] lengths = {64 << 10, 1 << 20, 8 << 20};
    Map<String, List<Double>> rates = new LinkedHashMap<>();
    Map<String, List<Double>> cpu = new LinkedHashMap<>();
    try (Subject bare = bare();
        Subject nginx = nginx();
        Subject bits = bits()) {
      List<Candidate> candidates =
          new ArrayList<>(
              List.of(
                  new Candidate("bare copy", bare, UploadBenchmark::bareUpload),
                  new Candidate("nginx PUT", nginx, UploadBenchmark::nginxUpload),
                  new Candidate("bits-server", bits, UploadBenchmark::bitsUpload)));
      // the first rounds warm up and are not counted; the order changes, so that no one always comes first
      for (int round = -1; round <= times; round++) {
        java.util.Collections.rotate(candidates, 1);
        for (int length : lengths) {
          for (Candidate candidate : candidates) {
            double before = candidate.subject().cpuSeconds();
            long begin = System.nanoTime();
            try (Sender sender = new Sender(candidate.subject().port())) {
              candidate.upload().run(sender, length);
            }
            double seconds = (System.nanoTime() - begin) / 1e9;
            String key = candidate.name() + " " + (length >> 10);
            if (round > 0) {
              rates.computeIfAbsent(key, k -> new ArrayList<>()).add(GIB / 1e6 / seconds);
              cpu.computeIfAbsent(key, k -> new ArrayList<>())
                  .add(candidate.subject().cpuSeconds() - before);
            }
            clean();
          }
        }
      }
    }
    System.out.println(
        "1 GiB on one connection, MB/s: median and best of " + times + "; CPU s of the server, median");
    for (String name : List.of("bare copy", "nginx PUT", "bits-server")) {
      StringBuilder line = new StringBuilder(String.format("%-12s", name));
      for (int length : lengths) {
        String key = name + " " + (length >> 10);
        double best = rates.get(key).stream().max(Double::compare).orElseThrow();
        line.append(
            String.format(
                Locale.ROOT, "  %5d KiB: %5.0f %5.0f, %.2f s",
                length >> 10, median(rates.get(key)), best, median(cpu.get(key))));
      }
      System.out.println(line);
    }
  }

  private static double median(List<Double> values) {
    return values.stream().sorted().skip(values.size() / 2).findFirst().orElseThrow();
  }

  private static void bitsUpload(Sender sender, int length) throws IOException {
    String session = create(sender, "/upload.bin");
    for (long offset = 0; offset < GIB; offset += length) {
      fragment(sender, "/upload.bin", session, offset, length, GIB);
    }
    sender.exchange(packet("CLOSE-SESSION", "/upload.bin", session, 0), 0);
  }

  private static void nginxUpload(Sender sender, int length) throws IOException {
    for (long offset = 0; offset < GIB; offset += length) {
      sender.exchange(
          "PUT /part-" + offset + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: " + length + "\r\n\r\n",
          length);
    }
  }

  private static void bareUpload(Sender sender, int length) throws IOException {
    for (long offset = 0; offset < GIB; offset += length) {
      sender.bare(length);
    }
  }

  private void concurrent(int sessions) throws Exception {
    try (Subject subject = bits()) {
      int mib = 1 << 20;
      int part = 128 << 10;
      CountDownLatch ready = new CountDownLatch(sessions);
      CountDownLatch go = new CountDownLatch(1);
      AtomicInteger failed = new AtomicInteger();
      ConcurrentLinkedQueue<Long> waits = new ConcurrentLinkedQueue<>();
      List<Thread> threads = new ArrayList<>();
      for (int i = 0; i < sessions; i++) {
        String path = "/file-" + i;
        Thread thread =
            new Thread(
                null,
                () -> {
                  try (Sender sender = new Sender(subject.port())) {
                    String session = create(sender, path);
                    ready.countDown();
                    go.await();
                    for (int offset = 0; offset < mib; offset += part) {
                      fragment(sender, path, session, offset, part, mib);
                      waits.add(sender.waitedNanos);
                    }
                    sender.exchange(packet("CLOSE-SESSION", path, session, 0), 0);
                    waits.add(sender.waitedNanos);
                  } catch (IOException | InterruptedException e) {
                    ready.countDown();
                    failed.incrementAndGet();
                  }
                },
                "client",
                256 << 10);
        threads.add(thread);
        thread.start();
      }
      ready.await();
      long begin = System.nanoTime();
      go.countDown();
      for (Thread thread : threads) {
        thread.join();
      }
      double seconds = (System.nanoTime() - begin) / 1e9;
      System.out.printf(
          Locale.ROOT,
          "%d sessions at once, 1 MiB each in 128 KiB fragments: %.2f s, %d failed, most memory %d MiB, %s%n",
          sessions, seconds, failed.get(), subject.memory("VmHWM"), percentiles(waits));
    }
    clean();
  }

  private void idle(int sessions) throws Exception {
    try (Subject subject = bits();
        Sender sender = new Sender(subject.port())) {
      long begin = System.nanoTime();
      List<String> ids = new ArrayList<>();
      for (int i = 0; i < sessions; i++) {
        String session = create(sender, "/idle-" + i);
        fragment(sender, "/idle-" + i, session, 0, 1000, 2000);
        ids.add(session);
      }
      double seconds = (System.nanoTime() - begin) / 1e9;
      ConcurrentLinkedQueue<Long> waits = new ConcurrentLinkedQueue<>();
      for (int i = 0; i < sessions; i++) {
        fragment(sender, "/idle-" + i, ids.get(i), 1000, 1, 2000);
        waits.add(sender.waitedNanos);
      }
      System.out.printf(
          Locale.ROOT,
          "%d open sessions, made in %.1f s: memory %d MiB (most %d), one more fragment for each: %s%n",
          sessions, seconds, subject.memory("VmRSS"), subject.memory("VmHWM"), percentiles(waits));
    }
    clean();
  }

  private static String percentiles(ConcurrentLinkedQueue<Long> nanos) {
    long[] sorted = nanos.stream().mapToLong(n -> n).sorted().toArray();
    return String.format(
        Locale.ROOT,
        "Ack p50 %.2f ms, p99 %.2f ms, most %.2f ms (%d Acks)",
        sorted[sorted.length / 2] / 1e6,
        sorted[sorted.length * 99 / 100] / 1e6,
        sorted[sorted.length - 1] / 1e6,
        sorted.length);
  }

  private void clean() throws IOException {
    try (var files = Files.list(work)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Files.delete(file);
      }
    }
  }

  private static void delete(Path folder) throws IOException {
    try (var files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }
}
