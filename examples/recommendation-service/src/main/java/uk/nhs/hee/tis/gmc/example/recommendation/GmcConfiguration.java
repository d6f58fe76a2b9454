package uk.nhs.hee.tis.gmc.example.recommendation;

import java.net.URI;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import uk.nhs.hee.tis.gmc.client.ClientIdentity;
import uk.nhs.hee.tis.gmc.client.GmcClient;
import uk.nhs.hee.tis.gmc.client.GmcClientBuilder;
import uk.nhs.hee.tis.gmc.client.GmcCredentials;

/** The one client of GMC Connect that the module shares; Spring closes it. */
@Configuration(proxyBeanMethods = false)
public class GmcConfiguration {

  @Bean
  GmcClient gmcClient(
      Environment environment,
      @Value("${app.gmc.url}") URI url,
      @Value("${app.gmc.userName}") String userName,
      @Value("${app.gmc.password}") String password,
      @Value("${app.gmc.soapActionBase:https://webcache.gmc-uk.org/GMCWebServices/}")
          String soapActionBase,
      @Value("${app.gmc.allowPlainHttp:false}") boolean allowPlainHttp,
      @Value("${app.gmc.internalUser:Admin}") String internalUser,
      @Value("${app.gmc.contact:tis.support@example.nhs.uk}") String contact,
      @Value("${spring.application.name:tis-revalidation}") String product) {
    GmcClientBuilder builder =
        GmcClient.builder()
            .endpoint(url)
            .credentials(GmcCredentials.of(userName, password))
            .soapActionBase(soapActionBase)
            .internalUser(internalUser)
            .identity(ClientIdentity.builder().product(product, version()).contact(contact).build())
            .environmentVariables(environment::getProperty);
    if (allowPlainHttp) {
      builder.allowPlainHttp();
    }
    return builder.build();
  }

  /** The manifest of the module's own jar has it; in an IDE and in tests there is no jar. */
  private static String version() {
    String version = GmcConfiguration.class.getPackage().getImplementationVersion();
    return version == null ? "dev" : version;
  }
}
