package uk.nhs.hee.tis.gmc.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static uk.nhs.hee.tis.gmc.client.fixture.RecordingHttpClient.soap;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import uk.nhs.hee.tis.gmc.client.fixture.Call;
import uk.nhs.hee.tis.gmc.client.fixture.Nothing;
import uk.nhs.hee.tis.gmc.client.fixture.Soap;
import uk.nhs.hee.tis.gmc.client.model.AddDoctor;
import uk.nhs.hee.tis.gmc.client.model.ConnectionReceipt;
import uk.nhs.hee.tis.gmc.client.model.GmcOperation;
import uk.nhs.hee.tis.gmc.client.model.Recommendation;
import uk.nhs.hee.tis.gmc.client.model.RemoveDoctor;
import uk.nhs.hee.tis.gmc.client.model.StatusQuery;

/** What a decorator passes on, which is everything that it does not override. */
class ForwardingGmcClientTest {
  private static final CallOptions OPTIONS = CallOptions.builder().internalUser("a.tester").build();

  private final List<Method> forwarded = new ArrayList<>();
  private final List<List<Object>> arguments = new ArrayList<>();

  @ParameterizedTest(name = "{0}")
  @MethodSource("methodsOfTheClient")
  void everyMethodReachesTheOtherClientWithItsArguments(Method method) throws Exception {
    GmcClient forwarding = new ForwardingGmcClient(recorder()) {};
    List<Object> given = new ArrayList<>();
    for (Class<?> type : method.getParameterTypes()) {
      given.add(argument(type));
    }

    method.invoke(forwarding, given.toArray());

    if (!given.contains(OPTIONS) && method.getParameterCount() > 0) {
      given.add(CallOptions.defaults());
    }
    assertThat(forwarded).extracting(Method::getName).containsExactly(method.getName());
    assertThat(arguments).containsExactly(given);
  }

  static Stream<Method> methodsOfTheClient() {
    return Arrays.stream(GmcClient.class.getMethods())
        .filter(method -> !Modifier.isStatic(method.getModifiers()));
  }

  @Test
  void aDecoratorSeesACallWithoutOptionsToo() {
    Setting setting = new Setting();
    setting.http.always(soap(Soap.code(GmcOperation.TRY_ADD_DOCTOR, "100")));
    List<String> codes = new ArrayList<>();
    GmcClient recording =
        new ForwardingGmcClient(setting.client().build()) {
          @Override
          public ConnectionReceipt tryAddDoctor(AddDoctor request, CallOptions options) {
            ConnectionReceipt receipt = super.tryAddDoctor(request, options);
            codes.add(receipt.returnCode().code());
            return receipt;
          }
        };

    recording.tryAddDoctor(Call.add());
    recording.tryAddDoctor(Call.add(), OPTIONS);

    assertThat(codes).containsExactly("100", "100");
  }

  @Test
  void thereIsAlwaysAClientToForwardTo() {
    assertThatThrownBy(() -> new ForwardingGmcClient(Nothing.at(GmcClient.class)) {})
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("delegate is missing");
  }

  @Test
  void theTextNamesBoth() {
    GmcClient client = new Setting().client().build();

    assertThat(new Decorator(client)).hasToString("Decorator[" + client + "]");
  }

  private static final class Decorator extends ForwardingGmcClient {
    Decorator(GmcClient delegate) {
      super(delegate);
    }
  }

  private GmcClient recorder() {
    return (GmcClient)
        Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {GmcClient.class},
            (proxy, method, args) -> {
              forwarded.add(method);
              arguments.add(args == null ? List.of() : List.of(args));
              return null;
            });
  }

  private static Object argument(Class<?> type) {
    if (type == String.class) {
      return Call.BODY;
    }
    if (type == CallOptions.class) {
      return OPTIONS;
    }
    if (type == Supplier.class) {
      return (Supplier<?>) () -> "no sink";
    }
    if (type == StatusQuery.class) {
      return Call.statusQuery();
    }
    if (type == Recommendation.class) {
      return Call.deferral();
    }
    if (type == AddDoctor.class) {
      return Call.add();
    }
    assertThat(type).isEqualTo(RemoveDoctor.class);
    return Call.remove();
  }
}
