package uk.nhs.hee.tis.gmc.client.internal.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import org.junit.jupiter.api.Test;

/** What stands between the client and the GMC's host. */
class HopTest {
  private static final InetSocketAddress PROXY =
      InetSocketAddress.createUnresolved("proxy.example", 3128);

  @Test
  void withoutAProxyNobodyIsAskedForATunnel() {
    for (boolean tls : new boolean[] {false, true}) {
      Hop hop = new Hop(null, tls);

      assertThat(hop.isProxy()).isFalse();
      assertThat(hop.isReadByProxy()).isFalse();
      assertThat(hop.isTunnelled()).isFalse();
      assertThat(hop.proxy()).isEmpty();
      assertThat(hop.proxyName()).isEqualTo("the caller's proxy");
    }
  }

  @Test
  void aProxyReadsWhatGoesInTheClearAndTunnelsTls() {
    Hop clear = new Hop(PROXY, false);
    assertThat(clear.isProxy()).isTrue();
    assertThat(clear.isReadByProxy()).isTrue();
    assertThat(clear.isTunnelled()).isFalse();

    Hop tls = new Hop(PROXY, true);
    assertThat(tls.isProxy()).isTrue();
    assertThat(tls.isReadByProxy()).isFalse();
    assertThat(tls.isTunnelled()).isTrue();
  }

  @Test
  void theProxysNameIsToldWithoutUserInfo() {
    Hop hop = new Hop(InetSocketAddress.createUnresolved("user:secret@proxy.example", 3128), true);

    assertThat(hop.proxy()).hasValue("proxy.example:3128");
    assertThat(hop.proxyName()).isEqualTo("the proxy proxy.example:3128");
  }
}
