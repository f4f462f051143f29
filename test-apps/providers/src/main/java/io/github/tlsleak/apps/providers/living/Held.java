package io.github.tlsleak.apps.providers.living;

import io.github.tlsleak.apps.support.EngineLink;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Keeps objects reachable, and threads at work, until the program ends. Thread-safe. */
public final class Held {

    private static final List<Object> ALL = new CopyOnWriteArrayList<>();
    private static final List<Work> LATER = new CopyOnWriteArrayList<>();
    private static final List<Throwable> FAILURES = new CopyOnWriteArrayList<>();

    private Held() {}

    /** What a thread does. */
    @FunctionalInterface
    public interface Work {
        void run() throws Exception;
    }

    /** Keeps an object reachable. */
    public static <T> T on(T object) {
        ALL.add(object);
        return object;
    }

    /** Starts a thread that is to hang, or to fail when it is set free. */
    public static void hanging(Work work) {
        start(work, false);
    }

    /** Starts a thread whose work must not fail. */
    public static void working(Work work) {
        start(work, true);
    }

    private static void start(Work work, boolean mustSucceed) {
        Runnable task =
                () -> {
                    try {
                        work.run();
                    } catch (Exception | LinkageError e) {
                        if (mustSucceed) {
                            FAILURES.add(e);
                        }
                    }
                };
        on(EngineLink.start(task, "living-" + ALL.size()));
    }

    /** What is to be done when everything has been stuck for long enough. */
    public static void later(Work work) {
        LATER.add(work);
    }

    static void doLater() throws Exception {
        for (Work work : LATER) {
            work.run();
        }
    }

    /** Throws what a thread has failed with, if one has. */
    static void check() {
        for (Throwable failure : FAILURES) {
            throw new IllegalStateException(failure);
        }
    }
}
