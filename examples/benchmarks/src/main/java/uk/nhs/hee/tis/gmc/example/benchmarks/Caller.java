package uk.nhs.hee.tis.gmc.example.benchmarks;

import java.util.concurrent.CompletableFuture;

/** One way to call the service. Thread-safe. */
interface Caller extends AutoCloseable {

  /** Reads the whole list and returns how many doctors it has. */
  int list() throws Exception;

  /** Makes a small call and returns its answer. */
  String status() throws Exception;

  /** Makes a small call without waiting for it. */
  default CompletableFuture<String> statusAsync() {
    throw new UnsupportedOperationException();
  }

  @Override
  default void close() {}
}
