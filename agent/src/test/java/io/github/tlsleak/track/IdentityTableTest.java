package io.github.tlsleak.track;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tlsleak.verdict.Resource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class IdentityTableTest {

    /** An object that must be left alone. */
    @SuppressWarnings("EqualsHashCode")
    private static class Touchy {
        @Override
        public boolean equals(Object other) {
            throw new AssertionError("equals called");
        }

        @Override
        public int hashCode() {
            throw new AssertionError("hashCode called");
        }

        @Override
        public String toString() {
            throw new AssertionError("toString called");
        }
    }

    private static final class Touchier extends Touchy {}

    private final IdentityTable table = new IdentityTable();
    private final Tracking tracking = new Tracking();

    private Tracked add(Object object) {
        Tracked record =
                new Session(
                        object,
                        tracking.registry.queue,
                        Resource.SSL_SOCKET,
                        tracking.sites.unknown(),
                        false);
        table.add(record);
        return record;
    }

    @Test
    void findsByIdentityWithoutACall() {
        Touchy one = new Touchy();
        Touchy two = new Touchy();
        Tracked record = add(one);
        assertThat(table.find(one) == record).isTrue();
        assertThat(table.find(two) == null).isTrue();
        assertThat(record.className).isEqualTo(Touchy.class.getName());
    }

    @Test
    void equalObjectsAreTwo() {
        String one = new String("x");
        String two = new String("x");
        Tracked first = add(one);
        Tracked second = add(two);
        assertThat(table.find(one)).isSameAs(first).isNotSameAs(second);
        assertThat(table.find(two)).isSameAs(second);
        assertThat(table.size()).isEqualTo(2);
    }

    @Test
    void findsADyingObject() {
        Touchy object = new Touchy();
        Tracked record = add(object);
        assertThat(table.findDying(object) == null).isTrue();
        record.weak.clear();
        assertThat(table.find(object) == null).isTrue();
        assertThat(table.findDying(object) == record).isTrue();
        assertThat(table.findDying(new Touchy()) == null).isTrue();
        assertThat(table.findDying(new Touchier()) == null).isTrue();
        assertThat(record.isUnreachable()).isTrue();
    }

    @Test
    void stopsFollowing() {
        Touchy object = new Touchy();
        Tracked record = add(object);
        table.remove(record);
        assertThat(table.find(object) == null).isTrue();
        assertThat(table.size()).isZero();
    }

    @Test
    void manyObjects() {
        List<Object> objects = new ArrayList<>();
        List<Tracked> records = new ArrayList<>();
        for (int i = 0; i < 2_000; i++) {
            objects.add(new Touchy());
            records.add(add(objects.get(i)));
        }
        assertThat(table.all()).hasSize(2_000);
        for (int i = 0; i < 2_000; i++) {
            assertThat(table.find(objects.get(i)) == records.get(i)).isTrue();
        }
    }
}
