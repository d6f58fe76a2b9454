package uk.nhs.hee.tis.gmc.example.sync;

import java.util.Arrays;
import java.util.Iterator;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads and lists the names of scenarios as the command line has them. */
final class ScenarioNames implements ITypeConverter<Scenario>, Iterable<String> {

  @Override
  public Scenario convert(String name) {
    return Arrays.stream(Scenario.values())
        .filter(scenario -> scenario.argument().equals(name))
        .findFirst()
        .orElseThrow(
            () -> new TypeConversionException("'" + name + "' is not one of " + Scenario.all()));
  }

  @Override
  public Iterator<String> iterator() {
    return Arrays.stream(Scenario.values()).map(Scenario::argument).iterator();
  }
}
