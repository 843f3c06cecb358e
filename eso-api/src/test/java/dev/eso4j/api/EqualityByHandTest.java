package dev.eso4j.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.eso4j.api.externalsecret.Binding;
import dev.eso4j.api.externalsecret.ExternalSecretStatus;
import dev.eso4j.api.externalsecret.ExternalSecretStatusCondition;
import dev.eso4j.api.externalsecret.SecretStoreRef;
import dev.eso4j.api.spi.MetadataPolicy;
import dev.eso4j.api.spi.RemoteKey;
import dev.eso4j.api.store.SecretStoreStatus;
import dev.eso4j.api.store.SecretStoreStatusCondition;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Records whose equality is written by hand")
class EqualityByHandTest {
    /** Two different values for each type of component. */
    private static final Map<Class<?>, List<?>> VALUES = Map.of(
            String.class, List.of("a", "b"),
            MetadataPolicy.class, List.of(MetadataPolicy.NONE, MetadataPolicy.FETCH),
            Binding.class, List.of(new Binding("a"), new Binding("b")));

    private static Object made(Class<? extends Record> type, int changed, boolean absent)
            throws ReflectiveOperationException {
        RecordComponent[] components = type.getRecordComponents();
        Object[] values = new Object[components.length];
        for (int i = 0; i < values.length; i++) {
            List<?> choice = components[i].getName().equals("conditions")
                    ? conditions(type)
                    : VALUES.get(components[i].getType());
            assertThat(choice).as("values for %s", components[i]).isNotNull();
            values[i] = choice.get(i == changed ? 1 : 0);
            if (absent && i == changed) {
                values[i] = null;
            }
        }
        Constructor<? extends Record> constructor = type.getDeclaredConstructor(
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
        return constructor.newInstance(values);
    }

    private static List<?> conditions(Class<? extends Record> type) {
        return type == SecretStoreStatus.class
                ? List.of(List.of(), List.of(new SecretStoreStatusCondition("Ready", "True", null, null, null)))
                : List.of(List.of(), List.of(new ExternalSecretStatusCondition("Ready", "True", null, null, null)));
    }

    @ParameterizedTest
    @ValueSource(
            classes = {
                Binding.class,
                SecretStoreRef.class,
                ExternalSecretStatus.class,
                SecretStoreStatus.class,
                RemoteKey.class
            })
    @DisplayName("are equal when all components are, and differ with each of them")
    void eachComponent(Class<? extends Record> type) throws ReflectiveOperationException {
        Object one = made(type, -1, false);

        assertThat(one)
                .isEqualTo(made(type, -1, false))
                .hasSameHashCodeAs(made(type, -1, false))
                .isNotEqualTo(null)
                .isNotEqualTo("a");
        for (int i = 0; i < type.getRecordComponents().length; i++) {
            RecordComponent component = type.getRecordComponents()[i];
            assertThat(one).as("another %s", component.getName()).isNotEqualTo(made(type, i, false));
            if (component.getType() == String.class && !component.getName().equals("key")) {
                assertThat(one).as("no %s", component.getName()).isNotEqualTo(made(type, i, true));
                assertThat(made(type, i, true)).isNotEqualTo(one).isEqualTo(made(type, i, true));
            }
        }
    }
}
