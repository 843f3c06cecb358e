package dev.eso4j.provider.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.eso4j.api.spi.FindRequest;
import dev.eso4j.api.spi.InvalidRequestException;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A find filter")
class FindFilterTest {
    @Test
    @DisplayName("refuses an expression whose program would fill the memory, before it is compiled")
    void giantExpression() {
        for (String expression : new String[] {"((a{1000}){1000}){1000}", "(".repeat(100_000) + ")".repeat(100_000)}) {
            assertThatThrownBy(() -> FindFilter.of(new FindRequest(null, expression, null)))
                    .isInstanceOf(InvalidRequestException.class)
                    .hasMessageStartingWith("find.name.regexp ");
        }
    }

    @Test
    @DisplayName("matches a name where the expression matches anywhere in it, and every name without one")
    void names() {
        FindFilter filter = FindFilter.of(new FindRequest(null, "b+c", null));
        assertThat(filter.matchesName("abbcd")).isTrue();
        assertThat(filter.matchesName("acb")).isFalse();
        assertThat(FindFilter.of(new FindRequest(null, "", null)).matchesName("x"))
                .isTrue();
        assertThat(FindFilter.of(new FindRequest(null, null, null)).matchesName("x"))
                .isTrue();
        assertThat(FindFilter.of(new FindRequest(null, "(?i)^ABC$", null)).matchesName("abc"))
                .isTrue();
    }

    @Test
    @DisplayName("wants all tags, and is by tags even if none is listed")
    void tags() {
        FindFilter filter = FindFilter.of(new FindRequest(null, null, Map.of("a", "1", "b", "2")));
        assertThat(filter.matchesTags(Map.of("a", "1", "b", "2", "c", "3"))).isTrue();
        assertThat(filter.matchesTags(Map.of("a", "1"))).isFalse();
        FindFilter none = FindFilter.of(new FindRequest(null, null, Map.of()));
        assertThat(none.byTags()).isTrue();
        assertThat(none.byName()).isFalse();
        assertThat(none.matchesTags(Map.of())).isTrue();
    }

    @Test
    @DisplayName("names the field of an expression that RE2 does not know")
    void badExpression() {
        assertThatThrownBy(() -> FindFilter.of(new FindRequest(null, "a(?!b)", null)))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("find.name.regexp \"a(?!b)\"");
    }
}
