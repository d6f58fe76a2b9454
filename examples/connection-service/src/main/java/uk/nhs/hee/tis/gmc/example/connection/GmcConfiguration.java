package uk.nhs.hee.tis.gmc.example.connection;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import uk.nhs.hee.tis.gmc.client.CircuitBreakerPolicy;
import uk.nhs.hee.tis.gmc.client.ClientIdentity;
import uk.nhs.hee.tis.gmc.client.GmcClient;

/** The one client of GMC Connect that the module shares; Spring closes it. */
@Configuration(proxyBeanMethods = false)
public class GmcConfiguration {

  @Bean
  GmcClient gmcClient(
      Environment settings,
      @Value("${spring.application.name}") String product,
      @Value("${app.version}") String version,
      @Value("${app.contact}") String contact) {
    return GmcClient.builder()
        .identity(ClientIdentity.builder().product(product, version).contact(contact).build())
        .environmentVariables(settings::getProperty)
        // Each call is one that a person waits for, so none is held back. A bulk stops at a block
        // without the circuit.
        .circuitBreakerPolicy(CircuitBreakerPolicy.none())
        .listener(new IncidentErrors())
        .build();
  }
}
