package uk.nhs.hee.tis.gmc.example.sync;

/** What a run wrote into a file: how many bytes, and their SHA-256 as hexadecimal digits. */
final class WrittenFile {
  /** Nothing was written. */
  static final WrittenFile NONE = new WrittenFile(0, "");

  private final long bytes;
  private final String sha256;

  WrittenFile(long bytes, String sha256) {
    this.bytes = bytes;
    this.sha256 = sha256;
  }

  long bytes() {
    return bytes;
  }

  String sha256() {
    return sha256;
  }
}
