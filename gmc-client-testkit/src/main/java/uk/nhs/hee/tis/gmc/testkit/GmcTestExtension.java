package uk.nhs.hee.tis.gmc.testkit;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.BeforeTestExecutionCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.LifecycleMethodExecutionExceptionHandler;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;

/** What {@link GmcTest} does. All state is in JUnit's store, which also closes the servers. */
final class GmcTestExtension
    implements BeforeAllCallback,
        BeforeEachCallback,
        BeforeTestExecutionCallback,
        AfterTestExecutionCallback,
        LifecycleMethodExecutionExceptionHandler,
        TestExecutionExceptionHandler,
        AfterEachCallback,
        ParameterResolver {
  private static final ExtensionContext.Namespace OURS =
      ExtensionContext.Namespace.create(GmcTestExtension.class);

  GmcTestExtension() {}

  @Override
  public void beforeAll(ExtensionContext context) {
    if (settings(context).lifetime() == GmcTest.Lifetime.PER_CLASS && find(context) == null) {
      start(context).beforeAll(context);
    }
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    GmcMockServer gmc =
        settings(context).lifetime() == GmcTest.Lifetime.PER_CLASS
            ? server(context)
            : start(context);
    gmc.beforeEach(context);
  }

  @Override
  public void beforeTestExecution(ExtensionContext context) {
    server(context).beforeTestExecution(context);
  }

  @Override
  public void afterTestExecution(ExtensionContext context) {
    server(context).afterTestExecution(context);
  }

  @Override
  public void handleBeforeEachMethodExecutionException(ExtensionContext context, Throwable failure)
      throws Throwable {
    server(context).handleBeforeEachMethodExecutionException(context, failure);
  }

  @Override
  public void handleTestExecutionException(ExtensionContext context, Throwable failure)
      throws Throwable {
    server(context).handleTestExecutionException(context, failure);
  }

  @Override
  public void afterEach(ExtensionContext context) {
    GmcMockServer gmc = find(context);
    if (gmc != null) {
      gmc.afterEach(context);
    }
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == GmcMockServer.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return server(context);
  }

  private static GmcMockServer start(ExtensionContext context) {
    GmcTest settings = settings(context);
    GmcMockServer gmc =
        GmcMockServer.builder()
            .strict(settings.strict())
            .strictStubs(settings.strictStubs())
            .build();
    context.getStore(OURS).put(GmcMockServer.class, new StoredServer(gmc));
    return gmc;
  }

  private static GmcMockServer server(ExtensionContext context) {
    GmcMockServer gmc = find(context);
    if (gmc == null) {
      throw new ParameterResolutionException(
          "a server of lifetime PER_METHOD exists for test, @BeforeEach and @AfterEach methods,"
              + " not for a constructor, @BeforeAll or @AfterAll: use PER_CLASS for those");
    }
    return gmc;
  }

  private static @Nullable GmcMockServer find(ExtensionContext context) {
    StoredServer stored = context.getStore(OURS).get(GmcMockServer.class, StoredServer.class);
    return stored == null ? null : stored.server;
  }

  /** A nested class is served as its outermost annotated one is. */
  private static GmcTest settings(ExtensionContext context) {
    for (Class<?> c = context.getRequiredTestClass(); c != null; c = c.getEnclosingClass()) {
      GmcTest settings = c.getAnnotation(GmcTest.class);
      if (settings != null) {
        return settings;
      }
    }
    throw new IllegalStateException("GmcTestExtension needs @GmcTest on the class");
  }

  /** JUnit before 5.13 closes only the one type, later ones want the other. */
  @SuppressWarnings("deprecation")
  private static final class StoredServer
      implements ExtensionContext.Store.CloseableResource, AutoCloseable {
    private final GmcMockServer server;

    StoredServer(GmcMockServer server) {
      this.server = server;
    }

    @Override
    public void close() {
      server.stop();
    }
  }
}
