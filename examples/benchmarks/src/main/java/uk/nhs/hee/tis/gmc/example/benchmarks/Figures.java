package uk.nhs.hee.tis.gmc.example.benchmarks;

import java.util.LinkedHashMap;
import java.util.Map;

/** What one run measured: medians by name. */
final class Figures {
  private final Map<String, Double> values = new LinkedHashMap<>();

  void put(String name, double value) {
    values.put(name, value);
  }

  boolean has(String name) {
    return values.containsKey(name);
  }

  double get(String name) {
    Double value = values.get(name);
    if (value == null) {
      throw new IllegalStateException("not measured: " + name);
    }
    return value;
  }

  static String time(String encoding, int doctors, Stack stack) {
    return "time " + encoding + " " + doctors + " " + stack;
  }

  static String allocated(String encoding, int doctors, Stack stack) {
    return "allocated " + encoding + " " + doctors + " " + stack;
  }

  static String calls(int callers, Stack stack) {
    return "calls " + callers + " " + stack;
  }

  static String callsWithCommonPool(int callers) {
    return "calls with a common pool " + callers;
  }

  static String asyncCalls(int callers) {
    return "async calls " + callers;
  }

  static String heap(Collector collector, Stack stack) {
    return "heap " + collector + " " + stack;
  }

  static String start(Stack stack) {
    return "start " + stack;
  }
}
