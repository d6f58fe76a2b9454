package uk.nhs.hee.tis.gmc.testkit.standin;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The command line, split into options and their values: {@code --port 1} or {@code --port=1}. */
final class Arguments {
  private final Map<Option, List<String>> values = new EnumMap<>(Option.class);

  private Arguments() {}

  static Arguments parse(List<String> args) {
    Arguments arguments = new Arguments();
    Iterator<String> rest = args.iterator();
    while (rest.hasNext()) {
      arguments.take(rest.next(), rest);
    }
    return arguments;
  }

  private void take(String argument, Iterator<String> rest) {
    int equals = argument.startsWith("--") ? argument.indexOf('=') : -1;
    String flag = equals < 0 ? argument : argument.substring(0, equals);
    Option option =
        Option.of(flag)
            .orElseThrow(
                () ->
                    new UsageException(
                        (flag.startsWith("--") ? "unknown option " : "not an option: ") + flag));
    if (equals < 0 && !rest.hasNext()) {
      throw option.wrong("a value is missing: " + option.flag() + " " + option.value());
    }
    add(option, equals < 0 ? rest.next() : argument.substring(equals + 1));
  }

  private void add(Option option, String value) {
    if (value.isBlank()) {
      throw option.wrong("the value is blank, it must be " + option.value());
    }
    List<String> all = values.computeIfAbsent(option, o -> new ArrayList<>());
    if (!all.isEmpty() && !option.isRepeatable()) {
      throw option.wrong("is given twice");
    }
    all.add(value);
  }

  Optional<String> one(Option option) {
    return all(option).stream().findFirst();
  }

  List<String> all(Option option) {
    return values.getOrDefault(option, List.of());
  }
}
