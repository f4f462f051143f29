package io.github.tlsleak.apps.wrap;

import io.github.tlsleak.apps.support.Stage;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReferenceArray;

// peer: none
// tls: 1.2
// expect: none
// count: CLOSED 64

/**
 * Many threads make the first engines of a class at once and close them. No thread may go on before
 * the class has its hooks. All threads wait for the one that gives the hooks.
 */
public final class FirstEnginesAtOnce {
    private static final int THREADS = 64;

    private FirstEnginesAtOnce() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        Stage.awaitCollected(sessions());
        Stage.done();
    }

    private static WeakReference<?>[] sessions() throws InterruptedException {
        AtomicReferenceArray<WeakReference<?>> engines = new AtomicReferenceArray<>(THREADS);
        CountDownLatch ready = new CountDownLatch(THREADS);
        Thread[] threads = new Thread[THREADS];
        for (int i = 0; i < THREADS; i++) {
            int number = i;
            threads[i] = new Thread(() -> engines.set(number, session(ready)));
            threads[i].start();
        }
        WeakReference<?>[] all = new WeakReference<?>[THREADS];
        for (int i = 0; i < THREADS; i++) {
            threads[i].join();
            all[i] = engines.get(i);
        }
        return all;
    }

    private static WeakReference<?> session(CountDownLatch ready) {
        ready.countDown();
        try {
            ready.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        OwnEngine engine = new OwnEngine();
        engine.handshake();
        engine.close();
        return new WeakReference<>(engine);
    }
}
