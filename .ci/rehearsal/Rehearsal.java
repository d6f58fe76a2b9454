import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Date;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.jar.JarInputStream;
import java.util.jar.Manifest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.bouncycastle.bcpg.ArmoredOutputStream;
import org.bouncycastle.bcpg.HashAlgorithmTags;
import org.bouncycastle.bcpg.PublicKeyPacket;
import org.bouncycastle.openpgp.PGPKeyPair;
import org.bouncycastle.openpgp.PGPKeyRingGenerator;
import org.bouncycastle.openpgp.PGPPublicKey;
import org.bouncycastle.openpgp.PGPSecretKeyRing;
import org.bouncycastle.openpgp.PGPSignature;
import org.bouncycastle.openpgp.PGPSignatureList;
import org.bouncycastle.openpgp.PGPUtil;
import org.bouncycastle.openpgp.jcajce.JcaPGPObjectFactory;
import org.bouncycastle.openpgp.operator.jcajce.JcaKeyFingerprintCalculator;
import org.bouncycastle.openpgp.operator.jcajce.JcaPGPContentSignerBuilder;
import org.bouncycastle.openpgp.operator.jcajce.JcaPGPContentVerifierBuilderProvider;
import org.bouncycastle.openpgp.operator.jcajce.JcaPGPDigestCalculatorProviderBuilder;
import org.bouncycastle.openpgp.operator.jcajce.JcaPGPKeyPair;

/**
 * The checks of a release's rehearsal: {@code key <file>} makes a key that nobody keeps, {@code
 * check <unpacked bundle> <key> <version> <forbidden path>...} goes through what it has signed.
 */
final class Rehearsal {
  private static final String GROUP = "uk/nhs/hee/tis/";
  private static final List<String> HASHES = List.of("md5", "sha1", "sha256", "sha512");

  private final Path bundle;
  private final PGPPublicKey key;
  private final String version;
  private final List<String> forbiddenPaths;
  private int failed;

  private Rehearsal(Path bundle, PGPPublicKey key, String version, List<String> forbiddenPaths) {
    this.bundle = bundle;
    this.key = key;
    this.version = version;
    this.forbiddenPaths = forbiddenPaths;
  }

  public static void main(String... args) throws Exception {
    if (args[0].equals("key")) {
      makeKey(Path.of(args[1]));
      return;
    }
    try (InputStream armored = PGPUtil.getDecoderStream(Files.newInputStream(Path.of(args[2])))) {
      PGPSecretKeyRing ring = new PGPSecretKeyRing(armored, new JcaKeyFingerprintCalculator());
      List<String> forbidden = List.of(args).subList(4, args.length);
      Rehearsal rehearsal =
          new Rehearsal(Path.of(args[1]), ring.getPublicKey(), args[3], forbidden);
      rehearsal.run();
      System.exit(rehearsal.failed == 0 ? 0 : 1);
    }
  }

  private static void makeKey(Path file) throws Exception {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(3072);
    PGPKeyPair pair =
        new JcaPGPKeyPair(
            PublicKeyPacket.VERSION_4, PGPPublicKey.RSA_GENERAL, generator.generateKeyPair(), new Date());
    PGPSecretKeyRing ring =
        new PGPKeyRingGenerator(
                PGPSignature.POSITIVE_CERTIFICATION,
                pair,
                "rehearsal <rehearsal@example.invalid>",
                new JcaPGPDigestCalculatorProviderBuilder().build().get(HashAlgorithmTags.SHA1),
                null,
                null,
                new JcaPGPContentSignerBuilder(
                    pair.getPublicKey().getAlgorithm(), HashAlgorithmTags.SHA256),
                null)
            .generateSecretKeyRing();
    try (OutputStream out = new ArmoredOutputStream(Files.newOutputStream(file))) {
      ring.encode(out);
    }
  }

  private interface Check {
    /** Returns what is wrong. */
    List<String> find() throws Exception;
  }

  private void check(String what, Check check) throws Exception {
    List<String> wrong = check.find();
    System.out.println((wrong.isEmpty() ? "passed  " : "FAILED  ") + what);
    wrong.forEach(each -> System.out.println("          " + each));
    failed += wrong.isEmpty() ? 0 : 1;
  }

  private void run() throws Exception {
    check("the bundle holds exactly the expected files", this::unexpectedFiles);
    check("every file is signed by the key", this::badSignatures);
    check("every checksum is right", this::badChecksums);
    for (String artifact : List.of("gmc-client", "gmc-client-testkit")) {
      check(artifact + ": POM with all that Central asks, no parent, no open version", () -> badPom(artifact));
      check(artifact + ": dependencies and scopes as meant", () -> badDependencies(artifact));
      check(artifact + ": manifest names module and version", () -> badManifest(artifact));
      check(artifact + ": jar has its licence, Java 11 classes and nothing foreign", () -> badJar(artifact));
      check(artifact + ": sources and javadoc are there, with the overview", () -> badExtras(artifact));
      check(artifact + ": software bill of materials names the dependencies", () -> badSbom(artifact));
    }
    check("no path of the building machine in any file", this::paths);
  }

  private Path file(String artifact, String suffix) {
    return bundle.resolve(
        GROUP + artifact + "/" + version + "/" + artifact + "-" + version + suffix);
  }

  private Set<String> files() throws IOException {
    try (Stream<Path> all = Files.walk(bundle)) {
      return all.filter(Files::isRegularFile)
          .map(path -> bundle.relativize(path).toString())
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }

  private List<String> unexpectedFiles() throws IOException {
    Set<String> expected = new TreeSet<>();
    for (String artifact : List.of("gmc-client", "gmc-client-testkit")) {
      List<String> suffixes =
          new ArrayList<>(
              List.of(
                  ".jar", ".pom", "-sources.jar", "-javadoc.jar", "-cyclonedx.json", "-cyclonedx.xml"));
      if (artifact.endsWith("testkit")) {
        suffixes.add("-standin.jar");
      }
      for (String suffix : suffixes) {
        String name = bundle.relativize(file(artifact, suffix)).toString();
        expected.add(name);
        expected.add(name + ".asc");
        HASHES.forEach(hash -> expected.add(name + "." + hash));
      }
    }
    List<String> wrong = new ArrayList<>();
    Set<String> found = files();
    expected.stream().filter(name -> !found.contains(name)).forEach(name -> wrong.add("missing: " + name));
    found.stream().filter(name -> !expected.contains(name)).forEach(name -> wrong.add("unexpected: " + name));
    return wrong;
  }

  private Stream<Path> signed() throws IOException {
    return files().stream()
        .filter(name -> !name.matches(".*\\.(asc|md5|sha1|sha256|sha512)"))
        .map(bundle::resolve);
  }

  private List<String> badSignatures() throws Exception {
    List<String> wrong = new ArrayList<>();
    for (Path file : signed().collect(Collectors.toList())) {
      Path asc = file.resolveSibling(file.getFileName() + ".asc");
      if (!Files.exists(asc) || !verifies(file, asc)) {
        wrong.add(file.getFileName().toString());
      }
    }
    return wrong;
  }

  private boolean verifies(Path file, Path asc) throws Exception {
    try (InputStream in = PGPUtil.getDecoderStream(Files.newInputStream(asc))) {
      PGPSignature signature =
          ((PGPSignatureList) new JcaPGPObjectFactory(in).nextObject()).get(0);
      signature.init(new JcaPGPContentVerifierBuilderProvider(), key);
      signature.update(Files.readAllBytes(file));
      return signature.verify();
    }
  }

  private List<String> badChecksums() throws Exception {
    Map<String, String> algorithms =
        Map.of("md5", "MD5", "sha1", "SHA-1", "sha256", "SHA-256", "sha512", "SHA-512");
    List<String> wrong = new ArrayList<>();
    for (Path file : signed().collect(Collectors.toList())) {
      for (String hash : HASHES) {
        Path sum = file.resolveSibling(file.getFileName() + "." + hash);
        byte[] digest =
            MessageDigest.getInstance(algorithms.get(hash)).digest(Files.readAllBytes(file));
        if (!Files.exists(sum)
            || !Files.readString(sum).trim().equals(HexFormat.of().formatHex(digest))) {
          wrong.add(sum.getFileName().toString());
        }
      }
    }
    return wrong;
  }

  private List<String> badPom(String artifact) throws IOException {
    String pom = Files.readString(file(artifact, ".pom"));
    List<String> wrong = new ArrayList<>();
    for (String element :
        List.of("name", "description", "url", "licenses", "developers", "scm", "connection")) {
      if (!pom.contains("<" + element + ">") && !pom.contains("<" + element + " ")) {
        wrong.add("no <" + element + ">");
      }
    }
    for (String surprise : List.of("<parent>", "${", "SNAPSHOT", "<build>", "<profiles>", "<repositories>", "<dependencyManagement>")) {
      if (pom.contains(surprise)) {
        wrong.add("has " + surprise);
      }
    }
    if (!pom.contains("<version>" + version + "</version>")) {
      wrong.add("is not of version " + version);
    }
    return wrong;
  }

  private List<String> badDependencies(String artifact) throws IOException {
    Map<String, String> expected =
        artifact.equals("gmc-client")
            ? Map.of(
                "jackson-databind", "compile",
                "failsafe", "compile",
                "slf4j-api", "compile",
                "jspecify", "compile",
                "micrometer-core", "compile optional",
                "micrometer-observation", "compile optional")
            : Map.of(
                "gmc-client", "compile",
                "wiremock-standalone", "compile",
                "jackson-databind", "compile",
                "jspecify", "compile",
                "junit-jupiter-api", "provided",
                "assertj-core", "provided");
    Map<String, String> found = new TreeMap<>();
    Matcher dependencies =
        Pattern.compile("<dependency>(.*?)</dependency>", Pattern.DOTALL)
            .matcher(Files.readString(file(artifact, ".pom")));
    while (dependencies.find()) {
      String dependency = dependencies.group(1);
      found.put(
          text(dependency, "artifactId"),
          text(dependency, "scope")
              + (text(dependency, "optional").equals("true") ? " optional" : ""));
    }
    return found.equals(expected)
        ? List.of()
        : List.of("expected " + new TreeMap<>(expected), "found    " + found);
  }

  private static String text(String xml, String element) {
    Matcher matcher = Pattern.compile("<" + element + ">(.*?)</" + element + ">").matcher(xml);
    return matcher.find() ? matcher.group(1) : "";
  }

  private List<String> badManifest(String artifact) throws IOException {
    List<String> wrong = new ArrayList<>();
    try (JarInputStream jar = new JarInputStream(Files.newInputStream(file(artifact, ".jar")))) {
      Manifest manifest = jar.getManifest();
      if (!version.equals(manifest.getMainAttributes().getValue("Implementation-Version"))) {
        wrong.add("Implementation-Version");
      }
    }
    String module = artifact.equals("gmc-client") ? "uk.nhs.hee.tis.gmc.client" : "uk.nhs.hee.tis.gmc.testkit";
    String found =
        java.lang.module.ModuleFinder.of(file(artifact, ".jar")).findAll().iterator().next()
            .descriptor()
            .name();
    if (!module.equals(found)) {
      wrong.add("module " + found);
    }
    return wrong;
  }

  private List<String> badJar(String artifact) throws IOException {
    String own = artifact.equals("gmc-client") ? "uk/nhs/hee/tis/gmc/client/" : "uk/nhs/hee/tis/gmc/testkit/";
    List<String> wrong = new ArrayList<>();
    try (ZipFile jar = new ZipFile(file(artifact, ".jar").toFile())) {
      if (jar.getEntry("META-INF/LICENSE") == null) {
        wrong.add("no META-INF/LICENSE");
      }
      for (ZipEntry entry : jar.stream().collect(Collectors.toList())) {
        String name = entry.getName();
        if (entry.isDirectory() || name.startsWith("META-INF/") || name.equals("module-info.class")) {
          continue;
        }
        if (!name.startsWith(own)) {
          wrong.add("foreign: " + name);
        }
        if (name.matches(".*(Test|Tests|IT|Example)(\\$.*)?\\.class") && !name.matches(".*/GmcTest(\\$.*)?\\.class")) {
          wrong.add("test or example: " + name);
        }
        if (name.endsWith(".class") && jar.getInputStream(entry).readNBytes(8)[7] != 55) {
          wrong.add("not of Java 11: " + name);
        }
      }
    }
    return wrong;
  }

  private List<String> badExtras(String artifact) throws IOException {
    List<String> wrong = new ArrayList<>();
    String example =
        artifact.equals("gmc-client")
            ? "uk/nhs/hee/tis/gmc/client/GmcClient"
            : "uk/nhs/hee/tis/gmc/testkit/GmcMockServer";
    try (ZipFile sources = new ZipFile(file(artifact, "-sources.jar").toFile());
        ZipFile javadoc = new ZipFile(file(artifact, "-javadoc.jar").toFile())) {
      if (sources.getEntry(example + ".java") == null) {
        wrong.add("no source of " + example);
      }
      if (javadoc.stream().noneMatch(entry -> entry.getName().endsWith(example + ".html"))) {
        wrong.add("no page of " + example);
      }
      if (javadoc.stream().anyMatch(entry -> entry.getName().contains("/internal/"))) {
        wrong.add("javadoc shows internal packages");
      }
    }
    return wrong;
  }

  private List<String> badSbom(String artifact) throws IOException {
    String sbom = Files.readString(file(artifact, "-cyclonedx.json"));
    return Stream.of("CycloneDX", "pkg:maven/uk.nhs.hee.tis/" + artifact + "@" + version, "jackson-databind", "failsafe")
        .filter(part -> !sbom.contains(part))
        .map(part -> "does not name " + part)
        .collect(Collectors.toList());
  }

  private List<String> paths() throws IOException {
    List<String> wrong = new ArrayList<>();
    for (Path file : signed().collect(Collectors.toList())) {
      String name = file.getFileName().toString();
      if (!name.endsWith(".jar")) {
        find(name, Files.readAllBytes(file), wrong);
        continue;
      }
      try (ZipFile jar = new ZipFile(file.toFile())) {
        for (ZipEntry entry : jar.stream().collect(Collectors.toList())) {
          try (InputStream in = jar.getInputStream(entry)) {
            find(name + "!" + entry.getName(), in.readAllBytes(), wrong);
          }
        }
      }
    }
    return wrong;
  }

  private void find(String where, byte[] content, List<String> wrong) {
    String text = new String(content, java.nio.charset.StandardCharsets.ISO_8859_1);
    forbiddenPaths.stream()
        .filter(text::contains)
        .forEach(path -> wrong.add(where + " names " + path));
  }
}
