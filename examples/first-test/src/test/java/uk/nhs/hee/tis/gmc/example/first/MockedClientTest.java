package uk.nhs.hee.tis.gmc.example.first;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;
import uk.nhs.hee.tis.gmc.client.GmcClient;
import uk.nhs.hee.tis.gmc.client.model.AddDoctor;
import uk.nhs.hee.tis.gmc.client.model.GmcOperation;
import uk.nhs.hee.tis.gmc.client.model.ReturnCode;
import uk.nhs.hee.tis.gmc.testkit.GmcAnswers;
import uk.nhs.hee.tis.gmc.testkit.errors.GmcErrors;

class MockedClientTest {
  private final GmcClient gmc = mock(GmcClient.class);

  @Test
  void aMockAnswersAndFailsAsTheClientDoes() {
    when(gmc.tryAddDoctor(any()))
        .thenReturn(GmcAnswers.alreadyAdded())
        .thenThrow(
            GmcErrors.returnCode(ReturnCode.of("106"))
                .operation(GmcOperation.TRY_ADD_DOCTOR)
                .build());

    assertThat(FirstCalls.connect(gmc, "9000001")).isEqualTo("was connected already");
    assertThat(FirstCalls.connect(gmc, "9000002"))
        .startsWith("was refused by the GMC: The GMC's service refused TryAddDoctor with return")
        .contains("code 106");

    ArgumentCaptor<AddDoctor> sent = ArgumentCaptor.forClass(AddDoctor.class);
    verify(gmc, times(2)).tryAddDoctor(sent.capture());
    assertThat(sent.getAllValues()).extracting(AddDoctor::gmcNumber).contains("9000001", "9000002");
  }
}
