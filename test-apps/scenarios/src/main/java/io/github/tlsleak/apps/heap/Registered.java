package io.github.tlsleak.apps.heap;

import java.io.IOException;
import java.nio.channels.Pipe;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Things that are held in two ways, or only by what is open. Each knows how it is held. */
public final class Registered {

    /** What is held. */
    static final class Thing {
        final String how;
        Object more;

        Thing(String how) {
            this.how = how;
        }
    }

    /** A holder of the next one. */
    static final class Link {
        final Object held;

        Link(Object held) {
            this.held = held;
        }
    }

    /** Looks like the task of a scheduled executor. */
    static final class ScheduledFutureTask {
        final Thing thing;

        ScheduledFutureTask(Thing thing) {
            this.thing = thing;
        }
    }

    /** What a timer will do. */
    static final class Task implements Runnable {
        final Thing thing;

        Task(Thing thing) {
            this.thing = thing;
        }

        @Override
        public void run() {
            System.out.println(thing.how);
        }
    }

    static Object pool;
    static final Thing OWNER = new Thing("owner");

    private Registered() {}

    public static void main(String[] args) throws Exception {
        CountDownLatch ready = new CountDownLatch(2);
        Selector selector = Selector.open();
        Thing pooled = new Thing("selector and pool");
        Thing timed = new Thing("timer and pool");
        // more steps than from a thread to the attachment of a key, or to a task
        Object chain = new ArrayList<>(Arrays.asList(pooled, timed));
        for (int i = 0; i < 10; i++) {
            chain = new Object[] {new Link(chain)};
        }
        pool = chain;
        register(selector, pooled);
        register(selector, new Thing("selector"));
        ScheduledExecutorService timer = Executors.newScheduledThreadPool(1);
        timer.schedule(new Task(timed), 1, TimeUnit.DAYS);
        timer.schedule(new Task(new Thing("timer")), 1, TimeUnit.DAYS);
        OWNER.more = new ScheduledFutureTask(new Thing("in a task of a thing"));
        start(() -> select(selector, ready), "selecting");
        start(() -> outer(new Thing("methods"), ready), "calling");
        ready.await();
        Thread.sleep(100);
        HeapDumper.live(args[0]);
        System.exit(0);
    }

    private static void register(Selector selector, Thing thing) throws Exception {
        Pipe pipe = Pipe.open();
        pipe.source().configureBlocking(false);
        pipe.source().register(selector, SelectionKey.OP_READ, thing);
    }

    private static void start(Runnable work, String name) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }

    private static void select(Selector selector, CountDownLatch ready) {
        ready.countDown();
        try {
            selector.select();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void outer(Thing thing, CountDownLatch ready) {
        inner(thing, ready);
        System.out.println(thing.how);
    }

    private static void inner(Thing thing, CountDownLatch ready) {
        synchronized (thing) {
            ready.countDown();
            try {
                thing.wait();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        System.out.println(thing.how);
    }
}
