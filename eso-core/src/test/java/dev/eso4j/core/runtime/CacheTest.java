package dev.eso4j.core.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A cache")
class CacheTest {
    private record Item(String value, long version) {}

    private static final NamespacedName KEY = new NamespacedName("shop", "db");
    private final List<String> told = new ArrayList<>();
    private final Cache<Item> cache = new Cache<Item>(Item::version)
            .index("value", i -> Set.of(i.value()))
            .listen((before, after, initial) -> {
                String was = before == null ? "-" : before.value();
                String is = after == null ? "-" : after.value();
                told.add(was + ">" + is + (initial ? " initial" : ""));
            });

    @Test
    @DisplayName("keeps the newer of two states, whichever comes first")
    void newerWins() {
        cache.put(KEY, new Item("new", 5), true);
        cache.put(KEY, new Item("old", 4), false);
        assertThat(cache.get(KEY)).hasValue(new Item("new", 5));
        assertThat(told).containsExactly("->new initial");
    }

    @Test
    @DisplayName("does not tell of the answer to a write of our own, nor of the same state when it is watched")
    void ownWrites() {
        cache.put(KEY, new Item("a", 1), false);
        cache.written(KEY, new Item("b", 2));
        cache.put(KEY, new Item("b", 2), false);
        assertThat(cache.get(KEY)).hasValue(new Item("b", 2));
        assertThat(told).containsExactly("->a");
    }

    @Test
    @DisplayName("tells of what somebody else wrote after us")
    void foreignAfterOwn() {
        cache.written(KEY, new Item("ours", 2));
        cache.put(KEY, new Item("theirs", 3), false);
        assertThat(told).containsExactly("ours>theirs");
    }

    @Test
    @DisplayName("does not tell of a deletion of our own")
    void ownDeletion() {
        cache.put(KEY, new Item("a", 1), false);
        cache.deleted(KEY);
        cache.remove(KEY, new Item("a", 2));
        assertThat(cache.get(KEY)).isEmpty();
        assertThat(told).containsExactly("->a");
    }

    @Test
    @DisplayName("does not bring back, by the late answer to a write of our own, what has been deleted since")
    void noGhosts() {
        cache.put(KEY, new Item("a", 1), false);
        cache.remove(KEY, new Item("b", 3));
        cache.written(KEY, new Item("b", 2));
        assertThat(cache.get(KEY)).isEmpty();
        cache.written(KEY, new Item("c", 4));
        assertThat(cache.get(KEY)).hasValue(new Item("c", 4));
    }

    @Test
    @DisplayName("is not impressed by the deletion of an older state")
    void staleDeletion() {
        cache.put(KEY, new Item("again", 9), false);
        cache.remove(KEY, new Item("before", 4));
        assertThat(cache.get(KEY)).isPresent();
    }

    @Test
    @DisplayName("finds objects by the terms that they have now")
    void indexed() {
        NamespacedName other = new NamespacedName("shop", "other");
        cache.put(KEY, new Item("x", 1), false);
        cache.put(other, new Item("x", 2), false);
        assertThat(cache.indexed("value", "x")).containsExactlyInAnyOrder(KEY, other);
        cache.put(KEY, new Item("y", 3), false);
        assertThat(cache.indexed("value", "x")).containsExactly(other);
        assertThat(cache.indexed("value", "y")).containsExactly(KEY);
        cache.remove(KEY, new Item("y", 4));
        assertThat(cache.indexed("value", "y")).isEmpty();
        assertThatThrownBy(() -> cache.indexed("nothing", "x")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    @DisplayName("drops what a list did not contain, but not what came to be after it")
    void retain() {
        NamespacedName later = new NamespacedName("shop", "later");
        cache.put(KEY, new Item("vanished", 3), false);
        cache.put(later, new Item("later", 12), false);
        cache.retain(Set.of(), 10);
        assertThat(cache.get(KEY)).isEmpty();
        assertThat(cache.get(later)).isPresent();
        assertThat(told).contains("vanished>-");
    }

    @Test
    @DisplayName("keeps and tells only what is wanted")
    void wanted() {
        List<String> news = new ArrayList<>();
        Cache<Item> picky = new Cache<Item>(Item::version, KEY::equals)
                .listen((before, after, initial) -> news.add(String.valueOf(after)));
        picky.put(KEY, new Item("a", 1), false);
        picky.put(new NamespacedName("shop", "other"), new Item("b", 2), false);
        assertThat(picky.size()).isEqualTo(1);
        assertThat(news).hasSize(1);
    }
}
