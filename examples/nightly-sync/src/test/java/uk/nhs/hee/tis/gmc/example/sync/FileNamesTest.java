package uk.nhs.hee.tis.gmc.example.sync;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FileNamesTest {
  @Test
  void keepsCodesAsTheyAreKnown() {
    assertThat(FileNames.of("1-25U-830")).isEqualTo("1-25U-830");
  }

  @Test
  void leavesNothingOfAPath() {
    assertThat(FileNames.of("../a\\b:c")).isEqualTo("_2e_2e_2fa_5cb_3ac");
    assertThat(FileNames.of("é_")).isEqualTo("_c3_a9_5f");
  }
}
