package uk.nhs.hee.tis.gmc.testkit.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which requests accept gzip. */
class GzipTest {
  @ParameterizedTest
  @ValueSource(strings = {"gzip", "deflate, GZIP", "gzip;q=0.5", "gzip; q=1.0", "x-gzip"})
  void isAcceptedWhereTheHeaderTakesIt(String header) {
    assertThat(Gzip.isAcceptedBy(header)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "identity", "gzip;q=0", "gzip;q=0.000", "gzipped"})
  void isNotAcceptedOtherwise(String header) {
    assertThat(Gzip.isAcceptedBy(header)).isFalse();
  }

  @Test
  void isNotAcceptedWithoutHeader() {
    assertThat(Gzip.isAcceptedBy(null)).isFalse();
  }
}
