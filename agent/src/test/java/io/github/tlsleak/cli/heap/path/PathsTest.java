package io.github.tlsleak.cli.heap.path;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tlsleak.apps.heap.Holders;
import io.github.tlsleak.cli.heap.dump.HeapDump;
import io.github.tlsleak.cli.heap.dump.TestDumps;
import io.github.tlsleak.cli.report.read.Progress;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The path is the one that a person would name. */
class PathsTest {

    private static final String THING = Holders.class.getName() + "$Thing";

    /** The paths, holdings and number of the things that are held in one way. */
    private static final class Held {
        final TreeSet<String> paths = new TreeSet<>();
        final TreeSet<Holding> holdings = new TreeSet<>();
        int count;
    }

    private static final Map<String, Held> HELD = new TreeMap<>();

    @BeforeAll
    static void read(@TempDir Path directory) throws Exception {
        try (HeapDump dump = TestDumps.of(Holders.class, directory)) {
            Reachability all =
                    Reachability.of(
                            dump,
                            new Turns(type -> type.name().equals(THING), type -> false),
                            type -> false,
                            Progress.NONE);
            Paths paths = new Paths(dump, all, List.of());
            for (PathTarget target : all.held()) {
                String how = target.object().text("how");
                Held held = HELD.computeIfAbsent(how, key -> new Held());
                held.count++;
                held.holdings.add(target.holding());
                held.paths.add(paths.to(target.object()).toString());
                assertThat(target.heldBytes()).as(how).isEqualTo(target.object().shallowBytes());
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "static | 1 | static H.STATIC",
                "pool | 100 | static H.POOL -> ConcurrentHashMap[*] -> ArrayDeque[*] -> Holders$Conn.thing",
                "list | 100 | static H.LIST -> ArrayList[*]",
                "linked list | 100 | static H.LINKED -> LinkedList[*] -> Holders$Conn.thing",
                "set | 100 | static H.SET -> HashSet[*]",
                "key | 100 | static H.KEYS -> LinkedHashMap[*]",
                "tree | 100 | static H.TREE -> TreeMap[*]",
                "priority queue | 100 | static H.PRIORITY -> PriorityQueue[*]",
                "blocking queue | 100 | static H.BLOCKING -> LinkedBlockingQueue[*]",
                "concurrent deque | 100 | static H.CONCURRENT -> ConcurrentLinkedDeque[*]",
                "copy on write | 100 | static H.COPY -> CopyOnWriteArrayList[*]",
                "synchronized map | 100 | static H.SYNCHRONIZED -> Collections$SynchronizedMap[*] -> ArrayList[*]",
                "weak keys | 1 | static H.WEAK_KEYS -> WeakHashMap[*]",
                "atomic | 1 | static H.ATOMIC -> AtomicReference[*]",
                "array of arrays | 1 | static H.ARRAYS -> [*] -> [*]",
                "start of chain | 1 | static H.CHAIN -> Holders$Conn.thing",
                "chain | 20000 | static H.CHAIN -> Holders$Conn.thing",
                "lambda | 1 | static H.lambda -> Holders$$Lambda.arg$1",
                "subclass of a map | 100 | static H.LRU -> Holders$Lru[*] -> Holders$Conn.thing",
                "field of a cache | 1 | static H.LRU -> Holders$Lru.own",
                "timer | 1 | static H.TIMERS -> [*] -> [*] -> [*] -> Timer.queue -> TaskQueue.queue"
                        + " -> [*] -> Holders$Task.thing",
                "inner class | 1 | static H.anonymous -> Holders$1.val$inner",
                "thread local | 2 | thread \"worker-*\" -> thread local H.LOCAL",
                "field of a thread | 1 | thread \"holder\" -> Holders$Holder.mine",
            })
    void strong(String how, int count, String path) {
        Held held = HELD.get(how);
        assertThat(held.paths).containsExactly(path.replace("H.", Holders.class.getName() + "."));
        assertThat(held.count).isEqualTo(count);
        assertThat(held.holdings).containsExactly(Holding.STRONG);
    }

    @Test
    void aLocalVariableHasItsMethodAndThread() {
        Held held = HELD.get("stack");
        assertThat(held.paths)
                .singleElement()
                .asString()
                .matches(
                        "local variable of "
                                + Holders.class.getName()
                                + "\\.work\\(Holders\\.java:\\d+\\), thread \"worker-\\*\"");
        assertThat(held.count).isEqualTo(2);
    }

    @Test
    void softAndFinalizerHoldingIsToldApart() {
        assertThat(HELD.get("soft").holdings).containsExactly(Holding.SOFT);
        assertThat(HELD.get("soft").paths.first())
                .startsWith("static " + Holders.class.getName() + ".SOFT");
        assertThat(HELD.get("finalizer").holdings).containsExactly(Holding.FINALIZER);
        assertThat(HELD).doesNotContainKey("weak");
    }

    @Test
    void everyThingIsThere() {
        assertThat(HELD.values().stream().mapToInt(held -> held.count).sum())
                .isEqualTo(20_000 + 12 * 100 + 17);
    }
}
