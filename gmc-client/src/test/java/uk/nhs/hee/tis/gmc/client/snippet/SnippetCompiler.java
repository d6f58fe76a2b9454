package uk.nhs.hee.tis.gmc.client.snippet;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.spi.ToolProvider;

/**
 * Compiles snippets, each as the body of a method of a class of its own, for Java 11 and on the
 * class path of the tests. A snippet may use what the fixtures declare, may declare a variable of
 * the same name, and may end in an unfinished chain of calls.
 *
 * <p>The fixtures stand in one line and the snippet where it stands in its document, so that the
 * compiler's messages have the document's line numbers.
 */
final class SnippetCompiler {
  private static final Optional<ToolProvider> JAVAC = ToolProvider.findFirst("javac");
  private static final String ROOT = "uk.nhs.hee.tis.gmc.client.";
  private static final String FIXTURES =
      String.join(
          " ",
          "import com.fasterxml.jackson.databind.ObjectMapper;",
          "import io.micrometer.core.instrument.MeterRegistry;",
          "import io.micrometer.observation.ObservationRegistry;",
          "import java.net.URI;",
          "import java.time.*;",
          "import java.util.*;",
          "import " + ROOT + "*;",
          "import " + ROOT + "diagnose.*;",
          "import " + ROOT + "error.*;",
          "import " + ROOT + "json.*;",
          "import " + ROOT + "metrics.*;",
          "import " + ROOT + "model.*;",
          "abstract class Snippet%d {",
          "String user, password;",
          "GmcClient gmc;",
          "ClientIdentity identity;",
          "GmcListener alerts;",
          "MeterRegistry registry;",
          "ObservationRegistry observations;",
          "GmcClientBuilder builder;",
          "Recommendation recommendation;",
          "List<AddDoctor> requests;",
          "abstract String secret(String name);",
          "abstract String traceparent();",
          "abstract void mail(String text);",
          "abstract void show(String text);",
          "abstract void save(AddDoctor request, BulkResult.Outcome outcome);",
          "abstract void record(Optional<String> gmcRequestId, ReturnCode code);",
          "void snippet() throws Exception {");

  private SnippetCompiler() {}

  static boolean isThere() {
    return JAVAC.isPresent();
  }

  /** Returns what the compiler refuses, with document, line and source; empty if nothing. */
  static String errors(List<Snippet> snippets, Path folder) throws IOException {
    List<String> arguments = new ArrayList<>(List.of("--release", "11", "-proc:none", "-nowarn"));
    arguments.addAll(List.of("-encoding", "UTF-8", "-d", folder.resolve("classes").toString()));
    arguments.addAll(List.of("-cp", System.getProperty("java.class.path")));
    for (int i = 0; i < snippets.size(); i++) {
      Path own = Files.createDirectory(folder.resolve("snippet" + i));
      Path file = own.resolve(snippets.get(i).document + ".java");
      arguments.add(Files.writeString(file, source(i, snippets.get(i))).toString());
    }
    StringWriter said = new StringWriter();
    PrintWriter to = new PrintWriter(said);
    int status = JAVAC.orElseThrow().run(to, to, arguments.toArray(new String[0]));
    return status == 0 ? "" : said.toString().replace(folder.toString(), "");
  }

  private static String source(int number, Snippet snippet) {
    return String.format(FIXTURES, number)
        + "\n".repeat(snippet.firstLine - 1)
        + snippet.code
        + "\n;}}\n";
  }
}
