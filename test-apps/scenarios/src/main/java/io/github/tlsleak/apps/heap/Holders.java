package io.github.tlsleak.apps.heap;

import java.lang.ref.SoftReference;
import java.lang.ref.WeakReference;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.Timer;
import java.util.TimerTask;
import java.util.TreeMap;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/** Holds things in many ways. Each thing knows how it is held. */
public final class Holders {

    /** What is held. */
    static final class Thing implements Comparable<Thing> {
        final String how;

        Thing(String how) {
            this.how = how;
        }

        @Override
        public int compareTo(Thing other) {
            return how.compareTo(other.how);
        }
    }

    /** A connection of a pool. */
    static final class Conn {
        final Thing thing;
        Conn next;

        Conn(String how) {
            thing = new Thing(how);
        }
    }

    /** A cache with a bound, as many write it. */
    static final class Lru extends LinkedHashMap<String, Conn> {
        private static final long serialVersionUID = 1L;

        final transient Thing own = new Thing("field of a cache");

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Conn> eldest) {
            return size() > 100;
        }
    }

    /** Is held by the thread of its timer, too. */
    static final class Task extends TimerTask {
        final Thing thing = new Thing("timer");

        @Override
        public void run() {}
    }

    /** A finalizer that never ends keeps the things that wait for theirs. */
    static final class Finalized {
        final Thing thing;

        Finalized(String how) {
            thing = new Thing(how);
        }

        @Override
        protected void finalize() throws Throwable {
            FINALIZING.countDown();
            Thread.sleep(Long.MAX_VALUE);
        }
    }

    static final CountDownLatch FINALIZING = new CountDownLatch(1);

    static final Thing STATIC = new Thing("static");
    static final Map<String, Deque<Conn>> POOL = new ConcurrentHashMap<>();
    static final List<Thing> LIST = new ArrayList<>();
    static final List<Conn> LINKED = new LinkedList<>();
    static final Set<Thing> SET = new HashSet<>();
    static final Map<Thing, String> KEYS = new LinkedHashMap<>();
    static final Map<String, Thing> TREE = new TreeMap<>();
    static final PriorityQueue<Thing> PRIORITY = new PriorityQueue<>();
    static final LinkedBlockingQueue<Thing> BLOCKING = new LinkedBlockingQueue<>();
    static final ConcurrentLinkedDeque<Thing> CONCURRENT = new ConcurrentLinkedDeque<>();
    static final CopyOnWriteArrayList<Thing> COPY = new CopyOnWriteArrayList<>();
    static final Map<String, List<Thing>> SYNCHRONIZED =
            Collections.synchronizedMap(new HashMap<>());
    static final WeakHashMap<Object, Thing> WEAK_KEYS = new WeakHashMap<>();
    static final Object[][] ARRAYS = {{new Thing("array of arrays")}};
    static final Lru LRU = new Lru();
    static final Object[][] TIMERS = {{new Object[] {new Timer("ticks", true)}}};
    static final Conn CHAIN = new Conn("start of chain");
    static final ThreadLocal<Thing> LOCAL = new ThreadLocal<>();
    static final AtomicReference<Thing> ATOMIC = new AtomicReference<>();
    static final SoftReference<Thing> SOFT = new SoftReference<>(new Thing("soft"));
    static final WeakReference<Thing> WEAK = new WeakReference<>(new Thing("weak"));
    static Supplier<String> lambda;
    static Object anonymous;

    private Holders() {}

    public static void main(String[] args) throws Exception {
        fillCollections();
        Thing captured = new Thing("lambda");
        lambda = () -> captured.how;
        Thing inner = new Thing("inner class");
        anonymous =
                new Object() {
                    @Override
                    public String toString() {
                        return inner.how;
                    }
                };
        Conn at = CHAIN;
        for (int i = 0; i < 20_000; i++) {
            at.next = new Conn("chain");
            at = at.next;
        }
        startThreads();
        new Finalized("in its finalizer");
        while (FINALIZING.getCount() > 0) {
            System.gc();
            FINALIZING.await(20, java.util.concurrent.TimeUnit.MILLISECONDS);
        }
        new Finalized("finalizer");
        HeapDumper.live(args[0]);
        System.exit(0);
    }

    private static void fillCollections() {
        for (int i = 0; i < 100; i++) {
            POOL.computeIfAbsent("host" + i % 7, host -> new ArrayDeque<>()).add(new Conn("pool"));
            LIST.add(new Thing("list"));
            LINKED.add(new Conn("linked list"));
            LRU.put("key" + i, new Conn("subclass of a map"));
            SET.add(new Thing("set"));
            KEYS.put(new Thing("key"), "value");
            TREE.put("key" + i, new Thing("tree"));
            PRIORITY.add(new Thing("priority queue"));
            BLOCKING.add(new Thing("blocking queue"));
            CONCURRENT.add(new Thing("concurrent deque"));
            COPY.add(new Thing("copy on write"));
            SYNCHRONIZED
                    .computeIfAbsent("k" + i % 3, key -> new ArrayList<>())
                    .add(new Thing("synchronized map"));
        }
        ((Timer) ((Object[]) TIMERS[0][0])[0]).schedule(new Task(), 1_000_000);
        WEAK_KEYS.put(Holders.class, new Thing("weak keys"));
        ATOMIC.set(new Thing("atomic"));
    }

    private static void startThreads() throws InterruptedException {
        CountDownLatch ready = new CountDownLatch(3);
        for (int i = 1; i <= 2; i++) {
            Thread worker = new Thread(() -> work(ready), "worker-" + i);
            worker.setDaemon(true);
            worker.start();
        }
        Thread holder = new Holder(ready);
        holder.setDaemon(true);
        holder.start();
        ready.await();
    }

    private static void work(CountDownLatch ready) {
        LOCAL.set(new Thing("thread local"));
        Thing onStack = new Thing("stack");
        ready.countDown();
        sleep();
        System.out.println(onStack.how);
    }

    private static void sleep() {
        try {
            Thread.sleep(Long.MAX_VALUE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** A thread with a field. */
    static final class Holder extends Thread {
        final Thing mine = new Thing("field of a thread");
        final CountDownLatch ready;

        Holder(CountDownLatch ready) {
            super("holder");
            this.ready = ready;
        }

        @Override
        public void run() {
            ready.countDown();
            Holders.sleep();
        }
    }
}
