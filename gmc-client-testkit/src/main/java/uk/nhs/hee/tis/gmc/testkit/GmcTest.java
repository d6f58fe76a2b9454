package uk.nhs.hee.tis.gmc.testkit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Gives the tests of a class, and of classes nested in it, a stand-in GMC as a parameter.
 *
 * <pre>{@code
 * @GmcTest
 * class NightlySyncTest {
 *   @Test
 *   void listsTheDoctorsOfABody(GmcMockServer gmc) {
 *     gmc.whenGettingDoctorsFor("1-1RSSQ2H").answers(doctor("9000001").underNotice());
 *     // call the client at gmc.endpoint() with gmc.username() and gmc.password()
 *   }
 * }
 * }</pre>
 *
 * <p>The server starts, resets and stops automatically, and behaves like one in a field with {@link
 * org.junit.jupiter.api.extension.RegisterExtension}. Where Spring needs the endpoint before there
 * is a test instance ({@code @DynamicPropertySource}), use such a static field instead.
 */
@Documented
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(GmcTestExtension.class)
public @interface GmcTest {
  /** How long a server lives. */
  enum Lifetime {
    /** One server for the class and those nested in it; tests that run in parallel take turns. */
    PER_CLASS,
    /** One server for each test; tests can run in parallel. */
    PER_METHOD
  }

  /**
   * How long a server lives: for the class, unless said otherwise.
   *
   * @return {@link Lifetime#PER_CLASS} by default
   */
  Lifetime lifetime() default Lifetime.PER_CLASS;

  /**
   * Whether a request that breaks the contract fails the test that sent it.
   *
   * @return true by default
   */
  boolean strict() default true;

  /**
   * Whether a stub set in the test method that no call matches fails the test; see {@link
   * GmcMockServerBuilder#strictStubs(boolean)}.
   *
   * @return true by default
   */
  boolean strictStubs() default true;
}
