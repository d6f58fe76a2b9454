package uk.nhs.hee.tis.gmc.client.internal.soap;

import javax.xml.stream.XMLInputFactory;

/**
 * The one XML input factory of the library: the JDK's own, whatever else is on the class path,
 * without DTDs and external entities.
 */
public final class XmlInput {
  private static final String LIMIT = "http://www.oracle.com/xml/jaxp/properties/";
  private static final XMLInputFactory FACTORY = create();

  private XmlInput() {}

  /** Returns the factory; creating readers from it is thread-safe, as nothing else is changed. */
  public static XMLInputFactory factory() {
    return FACTORY;
  }

  private static XMLInputFactory create() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setXMLResolver(
        (publicId, systemId, baseUri, namespace) -> {
          throw new javax.xml.stream.XMLStreamException("external entities are not read");
        });
    // Without DTDs no entity can expand, but JDK 24 and later count even &amp; against these limits
    // and refuse a long list of doctors full of them.
    factory.setProperty(LIMIT + "maxGeneralEntitySizeLimit", "0");
    factory.setProperty(LIMIT + "totalEntitySizeLimit", "0");
    factory.setProperty(LIMIT + "entityExpansionLimit", "0");
    return factory;
  }
}
