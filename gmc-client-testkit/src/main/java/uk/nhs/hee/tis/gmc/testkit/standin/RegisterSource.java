package uk.nhs.hee.tis.gmc.testkit.standin;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import uk.nhs.hee.tis.gmc.testkit.GmcRegister;

/** Where the register comes from: invented, or read from a file. */
final class RegisterSource {
  private static final String INVENTED = "invented:";
  private static final String BODIES = "designated-bodies.txt";
  private static final int MOST_DOCTORS = 999_999;

  private RegisterSource() {}

  static GmcRegister of(Arguments arguments) {
    String source = arguments.one(Option.REGISTER).orElse(INVENTED + "500");
    if (source.startsWith(INVENTED)) {
      return invented(source.substring(INVENTED.length()), arguments);
    }
    for (Option option : List.of(Option.SEED, Option.BODIES)) {
      if (arguments.one(option).isPresent()) {
        throw option.wrong("applies to an invented register only, but --register is " + source);
      }
    }
    return read(source);
  }

  private static GmcRegister invented(String size, Arguments arguments) {
    List<String> bodies =
        arguments.one(Option.BODIES).map(RegisterSource::codes).orElseGet(RegisterSource::bodies);
    int most = MOST_DOCTORS / bodies.size();
    int doctors = size.matches("[0-9]{1,6}") ? Integer.parseInt(size) : -1;
    if (doctors < 0 || doctors > most) {
      throw Option.REGISTER.wrong(
          "SIZE must be 0 to "
              + most
              + " with "
              + bodies.size()
              + (bodies.size() == 1 ? " body" : " bodies")
              + ", but is "
              + size);
    }
    return GmcRegister.invented(seed(arguments), bodies, doctors);
  }

  private static long seed(Arguments arguments) {
    String text = arguments.one(Option.SEED).orElse("1");
    if (!text.matches("-?[0-9]{1,18}")) {
      throw Option.SEED.wrong("must be a whole number of up to 18 digits, but is " + text);
    }
    return Long.parseLong(text);
  }

  private static List<String> codes(String text) {
    List<String> codes =
        Arrays.stream(text.split(",", -1)).map(String::strip).collect(Collectors.toList());
    if (codes.contains("") || codes.stream().distinct().count() < codes.size()) {
      throw Option.BODIES.wrong("must be distinct codes separated by commas, but is " + text);
    }
    return codes;
  }

  private static List<String> bodies() {
    try (InputStream in =
        Objects.requireNonNull(
            RegisterSource.class.getResourceAsStream(BODIES), BODIES + " is gone")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .collect(Collectors.toList());
    } catch (IOException e) {
      throw new UncheckedIOException(BODIES + " cannot be read", e);
    }
  }

  private static GmcRegister read(String file) {
    String name = file.toLowerCase(Locale.ROOT);
    try {
      if (name.endsWith(".csv")) {
        return new CsvRegister(file).read(text(file));
      }
      if (name.endsWith(".json")) {
        return new JsonRegister(file).read(text(file));
      }
    } catch (UsageException e) {
      throw Option.REGISTER.wrong(e);
    }
    throw Option.REGISTER.wrong("must be invented:SIZE, FILE.csv or FILE.json, but is " + file);
  }

  private static String text(String file) {
    try {
      String text = Files.readString(Path.of(file), StandardCharsets.UTF_8);
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (NoSuchFileException e) {
      throw new UsageException("there is no file " + file, e);
    } catch (CharacterCodingException e) {
      throw new UsageException(file + " is not UTF-8", e);
    } catch (IOException e) {
      throw new UsageException(file + " cannot be read: " + e.getClass().getSimpleName(), e);
    }
  }
}
