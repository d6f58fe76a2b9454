package uk.nhs.hee.tis.gmc.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import uk.nhs.hee.tis.gmc.client.error.GmcException;
import uk.nhs.hee.tis.gmc.client.fixture.Call;

/** An exception that went through Java serialisation, as in a session or a remote call. */
class DeserialisedFailureTest {

  private static GmcException copy(GmcException failure) throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(failure);
    }
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      return (GmcException) in.readObject();
    }
  }

  @ParameterizedTest
  @EnumSource
  void everyAccessorTellsWhatItTold(Failure kind) throws Exception {
    for (Call call : Call.values()) {
      Setting setting = new Setting();
      setting.http.then(kind.of(call.operation()));
      GmcException failure = Setting.failureOf(Setting.start(call, setting.client().build()));

      GmcException copy = copy(failure);

      assertThat(copy).hasSameClassAs(failure).hasMessage(failure.getMessage());
      for (Method accessor : failure.getClass().getMethods()) {
        if (isAccessor(accessor)) {
          assertThat(accessor.invoke(copy))
              .as(accessor.getName())
              .isEqualTo(accessor.invoke(failure));
        }
      }
    }
  }

  private static boolean isAccessor(Method method) {
    return method.getDeclaringClass().getName().startsWith("uk.nhs.hee.tis.gmc.client.error")
        && method.getParameterCount() == 0
        && !Modifier.isStatic(method.getModifiers());
  }
}
