package uk.nhs.hee.tis.gmc.example.benchmarks;

import java.io.File;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The runtime class paths that Maven wrote for the modules, as {@code run} asks it to. */
final class ClassPaths {
  private static final String LIST = "target/runtime-classpath.txt";

  /** Optional in gmc-client, so that no module gets them from it. */
  private static final String OF_MICROMETER = "(micrometer-|HdrHistogram-|LatencyUtils-).*";

  private final Path root;

  /** Creates it; {@code root} is the directory of the whole project. */
  ClassPaths(Path root) {
    this.root = root;
  }

  /** Returns a class path with the stack and {@link OneList}, and no other stack. */
  String of(Stack stack) throws IOException {
    return Stream.concat(
            Stream.of(root.resolve("examples/benchmarks/target/classes")), jarsOf(stack).stream())
        .map(Path::toString)
        .collect(Collectors.joining(File.pathSeparator));
  }

  /** Returns the jars of the stack, none for one that the JDK has. */
  List<Path> jarsOf(Stack stack) throws IOException {
    switch (stack) {
      case GMC_CLIENT:
      case GMC_CLIENT_SINK:
        return jars("gmc-client", "gmc-client-[0-9]*SNAPSHOT.jar").stream()
            .filter(jar -> !jar.getFileName().toString().matches(OF_MICROMETER))
            .collect(Collectors.toList());
      case TODAY:
        // The generated classes are part of the module itself today.
        return jars("examples/legacy-client", "*legacy-client-*.jar");
      case METRO:
        return jars("examples/benchmarks", "*benchmarks-*.jar");
      default:
        return List.of();
    }
  }

  private List<Path> jars(String module, String own) throws IOException {
    List<Path> jars = new ArrayList<>();
    try (DirectoryStream<Path> built =
        Files.newDirectoryStream(root.resolve(module).resolve("target"), own)) {
      built.forEach(jars::add);
    }
    String others = Files.readString(root.resolve(module).resolve(LIST)).strip();
    for (String jar : others.split(File.pathSeparator, -1)) {
      jars.add(Path.of(jar));
    }
    return jars;
  }
}
