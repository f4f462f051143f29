package io.github.tlsleak.agent.track;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tlsleak.agent.site.CallStack;
import io.github.tlsleak.agent.site.Origin;
import io.github.tlsleak.common.verdict.Resource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
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
        Tracked record = record(object);
        table.add(record);
        return record;
    }

    private Tracked record(Object object) {
        CallStack stack = tracking.sites.unknown();
        Origin origin = stack.origin(Resource.SSL_SOCKET, object.getClass().getName());
        return new Session(object, tracking.tracker.queue, origin, 0);
    }

    @Test
    void findsByIdentityWithoutACall() {
        Touchy one = new Touchy();
        Touchy two = new Touchy();
        Tracked record = add(one);
        assertThat(table.find(one) == record).isTrue();
        assertThat(table.find(two) == null).isTrue();
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
    void growsAndShrinks() {
        List<Object> objects = new ArrayList<>();
        for (int round = 0; round < 3; round++) {
            for (int i = 0; i < 20_000; i++) {
                objects.add(new Touchy());
                add(objects.get(i));
            }
            table.fit();
            assertThat(table.size()).isEqualTo(20_000);
            for (int i = 0; i < objects.size(); i++) {
                if (i % 1_000 == 0) {
                    table.fit();
                }
                table.remove(table.find(objects.get(i)));
                table.remove(add(new Touchy()));
            }
            assertThat(table.size()).isZero();
            objects.clear();
        }
    }

    @Test
    void oneRecordOfAnObjectThatManyMeet() {
        Touchy object = new Touchy();
        Tracked first = add(object);
        assertThat(table.addIfUnknown(first, object)).isFalse();
        table.remove(first);
        assertThat(table.addIfUnknown(first, object)).isTrue();
        assertThat(table.find(object) == first).isTrue();
    }

    @Test
    void removingTwiceIsOnce() {
        Touchy object = new Touchy();
        add(new Touchy());
        Tracked record = add(object);
        table.remove(record);
        table.remove(record);
        assertThat(table.size()).isEqualTo(1);
    }

    @Test
    void manyThreadsFindTheirOwn() throws InterruptedException {
        AtomicInteger lost = new AtomicInteger();
        AtomicBoolean over = new AtomicBoolean();
        Thread collector =
                new Thread(
                        () -> {
                            while (!over.get()) {
                                table.fit();
                            }
                        });
        collector.start();
        inThreads(8, () -> lost.addAndGet(lostWhileTableMoves()));
        over.set(true);
        collector.join();
        assertThat(lost).hasValue(0);
        assertThat(table.size()).isZero();
        List<Tracked> left = new ArrayList<>();
        table.each(left::add);
        assertThat(left).isEmpty();
    }

    @Test
    void ofThreadsThatMeetAnObjectOneAddsIt() throws InterruptedException {
        List<Touchy> objects = new ArrayList<>();
        for (int i = 0; i < 20_000; i++) {
            objects.add(new Touchy());
        }
        AtomicInteger added = new AtomicInteger();
        inThreads(
                4,
                () -> {
                    for (int i = 0; i < objects.size(); i++) {
                        Touchy object = objects.get(i);
                        added.addAndGet(table.addIfUnknown(record(object), object) ? 1 : 0);
                        if (i % 500 == 0) {
                            table.fit();
                        }
                    }
                });
        assertThat(added).hasValue(objects.size());
        assertThat(table.size()).isEqualTo(objects.size());
    }

    private static void inThreads(int count, Runnable work) throws InterruptedException {
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            threads.add(new Thread(work));
        }
        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            thread.join();
        }
    }

    /** Each object is looked for while others' records come, go and are moved. */
    private int lostWhileTableMoves() {
        int lost = 0;
        for (int round = 0; round < 3; round++) {
            List<Touchy> objects = new ArrayList<>();
            for (int i = 0; i < 5_000; i++) {
                objects.add(new Touchy());
                add(objects.get(i));
                lost += table.find(objects.get(i / 2)) == null ? 1 : 0;
            }
            for (Touchy object : objects) {
                Tracked record = table.find(object);
                if (record == null) {
                    lost++;
                } else {
                    table.remove(record);
                }
            }
        }
        return lost;
    }

    @Test
    void manyObjects() {
        List<Object> objects = new ArrayList<>();
        List<Tracked> records = new ArrayList<>();
        for (int i = 0; i < 2_000; i++) {
            objects.add(new Touchy());
            records.add(add(objects.get(i)));
        }
        List<Tracked> seen = new ArrayList<>();
        table.each(seen::add);
        assertThat(seen).hasSize(2_000).doesNotHaveDuplicates();
        for (int i = 0; i < 2_000; i++) {
            assertThat(table.find(objects.get(i)) == records.get(i)).isTrue();
        }
    }
}
