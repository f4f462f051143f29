package io.github.tlsleak.apps.heap;

import java.io.IOException;
import java.nio.channels.Pipe;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.ArrayList;
import java.util.Collections;
import java.util.concurrent.CountDownLatch;

/** Things that are held in two ways, or only by what is open. Each knows how it is held. */
public final class Registered {

    /** What is held. */
    static final class Thing {
        final String how;

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

    static Object pool;

    private Registered() {}

    public static void main(String[] args) throws Exception {
        CountDownLatch ready = new CountDownLatch(2);
        Selector selector = Selector.open();
        Thing pooled = new Thing("selector and pool");
        // more steps than from the thread to the attachment of a key
        Object chain = new ArrayList<>(Collections.singletonList(pooled));
        for (int i = 0; i < 10; i++) {
            chain = new Object[] {new Link(chain)};
        }
        pool = chain;
        register(selector, pooled);
        register(selector, new Thing("selector"));
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
