package uk.nhs.hee.tis.gmc.testkit.internal;

import java.net.URL;
import java.util.Objects;
import javax.xml.XMLConstants;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import javax.xml.validation.ValidatorHandler;
import org.xml.sax.SAXException;

/** The XML schema of GMC Connect's requests and answers, written from its public description. */
public final class ContractSchema {
  private static final String RESOURCE = "gmc-connect.xsd";

  private ContractSchema() {}

  /** Returns a fresh validator for the element inside a SOAP body; not thread-safe. */
  public static ValidatorHandler newValidator() {
    return Holder.SCHEMA.newValidatorHandler();
  }

  private static Schema load() {
    URL resource =
        Objects.requireNonNull(ContractSchema.class.getResource(RESOURCE), RESOURCE + " is gone");
    try {
      SchemaFactory factory = SchemaFactory.newDefaultInstance();
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      return factory.newSchema(resource);
    } catch (SAXException e) {
      throw new IllegalStateException(RESOURCE + " cannot be read", e);
    }
  }

  private static final class Holder {
    private static final Schema SCHEMA = load();
  }
}
