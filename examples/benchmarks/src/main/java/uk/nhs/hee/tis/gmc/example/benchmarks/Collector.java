package uk.nhs.hee.tis.gmc.example.benchmarks;

/** The garbage collectors with which the smallest heap is looked for. */
enum Collector {
  /** What a JVM takes by itself on one processor or below 1,792 MB of memory. */
  SERIAL("serial collector", "-XX:+UseSerialGC"),
  /** What it takes elsewhere. */
  G1("G1 collector", "-XX:+UseG1GC");

  private final String title;
  private final String option;

  Collector(String title, String option) {
    this.title = title;
    this.option = option;
  }

  String title() {
    return title;
  }

  String option() {
    return option;
  }
}
