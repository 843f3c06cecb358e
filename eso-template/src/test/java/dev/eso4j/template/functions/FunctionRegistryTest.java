package dev.eso4j.template.functions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.eso4j.template.limit.LimitExceededException;
import dev.eso4j.template.limit.Limits;
import dev.eso4j.template.value.GoType;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The registry of functions")
class FunctionRegistryTest {
    private static final GoType THING = GoType.struct("test.Thing");

    @Test
    @DisplayName("has every function that the standard groups name")
    void everyNameIsDefined() {
        FunctionRegistry registry = FunctionRegistry.of(StandardFunctions.groups());

        assertThat(registry.names())
                .isNotEmpty()
                .allSatisfy(name -> assertThat(registry.function(name))
                        .extracting(Function::name)
                        .isEqualTo(name));
    }

    @Test
    @DisplayName("loads a group only when one of its functions is named, with the methods of its types")
    void groupsAreLoadedLate() {
        Group things = new Group(List.of("thing"));
        FunctionRegistry registry = FunctionRegistry.of(List.of(things));

        assertThat(registry.function("other")).isNull();
        assertThat(things.loads).isZero();
        assertThat(registry.function("thing")).isNotNull();
        assertThat(registry.function("thing")).isNotNull();
        assertThat(things.loads).isEqualTo(1);
        assertThat(registry.method(THING, "Name")).isNotNull();
        assertThat(registry.method(GoType.INT, "Name")).isNull();
    }

    @Test
    @DisplayName("refuses a group that names other functions than it defines")
    void namesMustMatch() {
        FunctionRegistry registry = FunctionRegistry.of(List.of(new Group(List.of("thing", "more"))));

        assertThatIllegalStateException()
                .isThrownBy(() -> registry.function("more"))
                .withMessageContaining("more");
    }

    @Test
    @DisplayName("gives functions the arguments as bytes, and stops one that would make too large a value")
    void functionsWorkOnBytes() {
        assertThat(CalledFunction.call("trunc", 2L, "h\u00c3\u00a9")).isEqualTo("h\u00c3");
        assertThat(CalledFunction.call("trunc", -2L, "abc")).isEqualTo("bc");
        assertThat(CalledFunction.call("repeat", 3L, "ab")).isEqualTo("ababab");
        assertThatThrownBy(() -> CalledFunction.call("repeat", -1L, "ab")).isInstanceOf(FunctionException.class);
        assertThatThrownBy(() -> CalledFunction.within(Limits.STANDARD).with("repeat", 1L << 40, "ab"))
                .isInstanceOf(LimitExceededException.class)
                .hasMessageContaining("4194304 bytes");
    }

    private static final class Group implements FunctionGroup {
        private final List<String> names;
        private int loads;

        private Group(List<String> names) {
            this.names = names;
        }

        @Override
        public List<String> names() {
            return names;
        }

        @Override
        public void define(Definitions into) {
            loads++;
            into.function("thing").as(call -> null);
            into.method(THING, "Name").as(call -> "name");
        }
    }
}
