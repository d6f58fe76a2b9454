package uk.nhs.hee.tis.gmc.client.internal.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.nhs.hee.tis.gmc.client.error.GmcBlockedException.Kind;
import uk.nhs.hee.tis.gmc.client.internal.verdict.CloudflareCode.Group;
import uk.nhs.hee.tis.gmc.client.model.Actor;

class CloudflareCodeTest {

  @ParameterizedTest
  @ValueSource(ints = {500, 530, 1000, 1999})
  void codesAreThoseOfItsOwnStatusesAndOfAThousandAndMore(int code) {
    assertThat(CloudflareCode.isPossible(code)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 403, 499, 531, 999, 2000})
  void otherNumbersAreNoCodes(int code) {
    assertThat(CloudflareCode.isPossible(code)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "1098,400,BLOCK",
    "1098,499,BLOCK",
    "1098,429,RATE_LIMIT",
    "520,429,OUTAGE",
    "1098,399,OUTAGE",
    "1098,500,OUTAGE",
    "527,403,OUTAGE"
  })
  void whatNobodyDocumentedIsJudgedByTheStatus(int code, int status, Group group) {
    assertThat(CloudflareCode.of(code, status).group()).isEqualTo(group);
  }

  @Test
  void aLimitThatNobodyDocumentedPassesByItself() {
    CloudflareCode code = CloudflareCode.of(1098, 429);

    assertThat(code.finding()).isEqualTo("error 1098: too many requests");
    assertThat(code.retryable()).isTrue();
    assertThat(code.kind()).isEqualTo(Kind.UNSPECIFIED);
    assertThat(code.actors()).containsExactly(Actor.CALLER);
    assertThat(CloudflareCode.known(1098)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "1000,true",
    "1020,true",
    "521,true",
    "523,true",
    "525,true",
    "526,true",
    "530,false",
    "1003,true",
    "1015,true",
    "1016,true",
    "1033,true",
    "1101,false",
    "1102,false",
    "1200,false",
    "1098,false",
    "1999,false",
    "503,false",
    "504,false",
    "500,false",
    "502,false",
    "520,false",
    "522,false",
    "524,false",
    "527,false"
  })
  void someCodesMeanThatTheServiceNeverSawTheRequest(int code, boolean before) {
    assertThat(CloudflareCode.of(code, code).beforeService() != null).isEqualTo(before);
  }
}
