package io.github.tlsleak.apps.living;

import io.github.tlsleak.apps.support.EngineLink;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;

/** Keeps objects reachable, and threads at work, until the program ends. */
final class Held {

    private static final List<Object> ALL = new CopyOnWriteArrayList<>();

    private Held() {}

    /** Keeps an object reachable. */
    static <T> T on(T object) {
        ALL.add(object);
        return object;
    }

    /** Starts a thread that may hang or fail for what the program has set up. */
    static Thread thread(String name, Callable<?> work) {
        return on(
                EngineLink.start(
                        () -> {
                            try {
                                work.call();
                            } catch (Exception e) {
                                // the other side is to blame for it, or the program's end
                            }
                        },
                        name));
    }
}
