package org.bitstck.yaml;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.CRC32;

/**
 * The trees of the kit's own files, parsed when the kit was built: to parse them at each start was
 * a fifth of what a run cost. A file that is not the one of the build, or a build without trees,
 * costs that time and nothing else.
 */
public final class BundledTrees {
  private static final String RESOURCE = "bundled.trees";

  /** As the library names its files. */
  private static final String ROOT = "scenarios/";

  private BundledTrees() {}

  /**
   * A tree on the shelf.
   *
   * @param sum of the text that it was made of
   */
  private record Kept(int sum, byte[] tree) {}

  /** Loaded when the first file is read. */
  private static final class Shelf {
    private static final Map<String, Kept> TREES = load();

    private static Map<String, Kept> load() {
      Map<String, Kept> trees = new HashMap<>();
      try (InputStream in = BundledTrees.class.getResourceAsStream(RESOURCE)) {
        if (in == null) {
          return trees;
        }
        DataInputStream data = new DataInputStream(new ByteArrayInputStream(in.readAllBytes()));
        for (int left = data.readInt(); left > 0; left--) {
          String name = data.readUTF();
          int sum = data.readInt();
          trees.put(name, new Kept(sum, data.readNBytes(data.readInt())));
        }
        return trees;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** The tree of a text; null if there is none of a file of this name with this text. */
  static Tree find(String name, String text) {
    Kept kept = Shelf.TREES.get(name);
    return kept == null || kept.sum() != sum(text)
        ? null
        : new TreeReader(ByteBuffer.wrap(kept.tree()), text).read();
  }

  private static int sum(String text) {
    CRC32 sum = new CRC32();
    sum.update(text.getBytes(StandardCharsets.UTF_8));
    return (int) sum.getValue();
  }

  /**
   * For the build. Arguments: the folder of requirements, rules and scenarios; the file to write.
   */
  public static void main(String[] args) throws IOException {
    Path root = Path.of(args[0]);
    List<Path> files;
    try (Stream<Path> all = Files.walk(root)) {
      files =
          all.filter(file -> !root.relativize(file).startsWith("target"))
              .filter(file -> file.toString().endsWith(".yaml"))
              .sorted()
              .toList();
    }
    Path target =
        Path.of(args[1], BundledTrees.class.getPackageName().split("\\.")).resolve(RESOURCE);
    Files.createDirectories(target.getParent());
    try (DataOutputStream out = new DataOutputStream(Files.newOutputStream(target))) {
      out.writeInt(files.size());
      for (Path file : files) {
        String name = ROOT + root.relativize(file).toString().replace('\\', '/');
        String text = Yaml.textOf(file);
        ByteArrayOutputStream tree = new ByteArrayOutputStream();
        new TreeWriter(tree, text).write(TreeParser.parse(new Source(name, text), text));
        out.writeUTF(name);
        out.writeInt(sum(text));
        out.writeInt(tree.size());
        tree.writeTo(out);
      }
    }
  }
}
