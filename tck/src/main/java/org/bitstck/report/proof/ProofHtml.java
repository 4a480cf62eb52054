package org.bitstck.report.proof;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import org.bitstck.prove.Proof;

/** The matrix as one page that opens without a network. */
public final class ProofHtml implements ProofReport {
  private static final String TEMPLATE = "proof.mustache";

  private final String kitVersion;

  public ProofHtml(String kitVersion) {
    this.kitVersion = kitVersion;
  }

  @Override
  public String fileName() {
    return "proof.html";
  }

  @Override
  public void write(Proof proof, Writer writer) throws IOException {
    template().execute(ProofPage.of(proof, kitVersion), writer);
  }

  private static Template template() throws IOException {
    try (Reader reader = resource(TEMPLATE)) {
      return Mustache.compiler()
          .emptyStringIsFalse(true)
          .withLoader(ProofHtml::resource)
          .compile(reader);
    }
  }

  /** The look of the page is that of the report of a run. */
  private static Reader resource(String name) throws IOException {
    InputStream own = ProofHtml.class.getResourceAsStream(name);
    InputStream in =
        own != null ? own : ProofHtml.class.getResourceAsStream("/org/bitstck/report/html/" + name);
    if (in == null) {
      throw new IOException("the kit's own template '" + name + "' is missing");
    }
    return new InputStreamReader(in, StandardCharsets.UTF_8);
  }
}
