package uk.nhs.hee.tis.gmc.client.internal.soap;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import uk.nhs.hee.tis.gmc.client.model.GmcOperation;

class SoapOperationsTest {
  @ParameterizedTest
  @EnumSource
  void everyOperationIsDescribed(GmcOperation operation) {
    assertThat(SoapOperations.of(operation).operation()).isEqualTo(operation);
  }
}
