package io.github.tlsleak.cli.heap.dump;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tlsleak.apps.heap.Samples;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Reads back what a program held when it wrote a dump. */
class HeapDumpTest {

    private static HeapDump dump;
    private static DumpedObject one;

    @BeforeAll
    static void open(@TempDir Path directory) throws Exception {
        long before = System.currentTimeMillis();
        dump = TestDumps.of(Samples.class, directory);
        one = samples().staticObject("ONE");
        assertThat(dump.timeMillis()).isBetween(before - 1000, System.currentTimeMillis() + 1000);
    }

    @AfterAll
    static void close() throws IOException {
        dump.close();
    }

    private static DumpedClass samples() {
        List<DumpedClass> found = dump.classes("io.github.tlsleak.apps.heap.Samples");
        assertThat(found).hasSize(1);
        return found.get(0);
    }

    @Test
    void numbersOfEachType() {
        assertThat(one.number("yes", -1)).isEqualTo(1);
        assertThat(one.number("small", 0)).isEqualTo(-3);
        assertThat(one.number("letter", 0)).isEqualTo('x');
        assertThat(one.number("twoBytes", 0)).isEqualTo(-300);
        assertThat(one.number("four", 0)).isEqualTo(70_000);
        assertThat(one.number("eight", 0)).isEqualTo(-(1L << 50));
        assertThat(one.number("fraction", 7)).isEqualTo(7);
        assertThat(one.number("absent", 7)).isEqualTo(7);
        assertThat(samples().staticNumber("NUMBER", 0)).isEqualTo(1L << 40);
        assertThat(samples().staticNumber("absent", 9)).isEqualTo(9);
    }

    @Test
    void textsAndArrays() {
        assertThat(one.text("text")).isEqualTo("caf\u00e9 \u4e2d");
        assertThat(one.text("below")).isEqualTo("below");
        assertThat(one.text("mixed")).isNull();
        assertThat(one.object("bytes").bytes()).containsExactly(1, 2, 3);
        assertThat(one.object("ints").ints()).containsExactly(5, -6);
        List<DumpedObject> mixed = one.object("mixed").elements();
        assertThat(mixed).hasSize(3).last().isEqualTo(one);
        assertThat(mixed.get(0).string()).isEqualTo("a");
        assertThat(mixed.get(1)).isNull();
        assertThat(one.object("nothing")).isNull();
        assertThat(one.hasField("nothing")).isTrue();
        assertThat(one.hasField("absent")).isFalse();
    }

    @Test
    void referencesHoldNeitherTheirReferentNorWhatTheCollectorLinks() {
        DumpedClass reference = dump.classes("java.lang.ref.Reference").get(0);
        assertThat(reference.hasField("discovered")).isTrue();
        // its queue, and the next one in that queue
        assertThat(reference.strongOffsets()).hasSize(2);
    }

    @Test
    void typesHaveTheNamesOfTheSource() {
        assertThat(one.type())
                .isEqualTo(samples())
                .hasToString("io.github.tlsleak.apps.heap.Samples");
        assertThat(one.isA("io.github.tlsleak.apps.heap.Base")).isTrue();
        assertThat(one.isA("java.lang.String")).isFalse();
        assertThat(one.object("bytes").type().name()).isEqualTo("byte[]");
        assertThat(one.object("mixed").type().name()).isEqualTo("java.lang.Object[]");
        assertThat(samples().loader().type().name()).endsWith("AppClassLoader");
        assertThat(dump.classes("java.lang.String").get(0).loader()).isNull();
    }

    @Test
    void arraysOfNumbersHaveTheLastIndexes() {
        int bytes = one.object("bytes").index();
        assertThat(bytes).isLessThan(dump.objectCount());
        assertThat(dump.isOfNumbers(bytes)).isTrue();
        assertThat(dump.isOfNumbers(one.object("mixed").index())).isFalse();
        assertThat(one.object("ints").index()).isNotEqualTo(bytes);
    }

    @Test
    void everyObjectHasItsIndexAndClass() {
        for (int i = 0; i < dump.objectCount(); i++) {
            DumpedObject object = dump.object(i);
            assertThat(object.index()).isEqualTo(i);
            assertThat(
                            object.type()
                                    .name()
                                    .matches(
                                            "(byte|char|short|int|long|float|double|boolean)\\[\\]"))
                    .isEqualTo(dump.isOfNumbers(i));
        }
    }

    @Test
    void whatAnObjectHolds() {
        List<DumpedObject> held = new ArrayList<>();
        dump.held(one.index(), held::add);
        assertThat(held).contains(one.object("mixed"), one.object("bytes"), one.object("weak"));
        assertThat(one.fieldOf(one.object("mixed")::equals)).isEqualTo("mixed");
        List<DumpedObject> byStatics = new ArrayList<>();
        dump.held(samples().index(), byStatics::add);
        assertThat(byStatics).contains(one);
    }

    @Test
    void aReferentIsNotHeld() {
        DumpedObject weak = one.object("weak");
        assertThat(weak.object("referent")).isEqualTo(one.object("mixed"));
        List<DumpedObject> held = new ArrayList<>();
        dump.held(weak.index(), held::add);
        assertThat(held).doesNotContain(one.object("mixed"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"HashMap", "LinkedHashMap", "ConcurrentHashMap"})
    void maps(String name) {
        List<String> pairs = new ArrayList<>();
        for (DumpedCollections.Entry entry : DumpedCollections.entries(value("maps", name))) {
            pairs.add(entry.key().string() + "=" + entry.value().string());
        }
        assertThat(pairs).hasSize(100).contains("key0=value0", "key99=value99");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ArrayList",
                "LinkedList",
                "ArrayDeque",
                "HashSet",
                "ConcurrentLinkedQueue",
                "CopyOnWriteArrayList"
            })
    void collections(String name) {
        TreeSet<String> words = new TreeSet<>();
        for (DumpedObject element : DumpedCollections.values(value("collections", name))) {
            words.add(element.string());
        }
        assertThat(words).containsExactly("one", "three", "two");
    }

    private static DumpedObject value(String field, String key) {
        for (DumpedCollections.Entry entry : DumpedCollections.entries(one.object(field))) {
            if (key.equals(entry.key().string())) {
                return entry.value();
            }
        }
        throw new AssertionError(key);
    }

    @Test
    void rootsHaveThreadsAndFrames() {
        assertThat(dump.roots().all())
                .anyMatch(
                        root ->
                                root.kind() == DumpRoot.Kind.LOCAL
                                        && root.place().thread().equals("main")
                                        && root.place()
                                                .frame()
                                                .startsWith(
                                                        "io.github.tlsleak.apps.heap.Samples.main(Samples.java:"))
                .anyMatch(root -> root.kind() == DumpRoot.Kind.THREAD)
                .anyMatch(root -> root.kind() == DumpRoot.Kind.CLASS);
    }
}
