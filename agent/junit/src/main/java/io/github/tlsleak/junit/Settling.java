package io.github.tlsleak.junit;

import io.github.tlsleak.test.TestScopes;
import io.github.tlsleak.test.TlsLeaks;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.opentest4j.AssertionFailedError;

/** Collects garbage until all that leaked was found. Thread-safe. */
final class Settling {

    private static final String BLIND =
            "this JVM does not collect garbage on request (-XX:+DisableExplicitGC?): leaks are found"
                    + " by chance alone";

    private static final AtomicBoolean IS_BLIND = new AtomicBoolean();

    private Settling() {}

    /**
     * Collects if a session of that scope could have leaked.
     *
     * @throws AssertionFailedError if the JVM does not collect, and the check is required
     */
    static void scope(Settings settings, String scope) {
        settle(settings, () -> TestScopes.settle(scope));
    }

    /** As {@link #scope}, for the sessions of all tests, and of none. */
    static void all(Settings settings) {
        settle(settings, TlsLeaks::settle);
    }

    private static void settle(Settings settings, BooleanSupplier collection) {
        if (!IS_BLIND.get() && !collects(collection) && IS_BLIND.compareAndSet(false, true)) {
            Notes.warn(BLIND);
        }
        if (IS_BLIND.get() && settings.required) {
            throw new AssertionFailedError(Settings.CANNOT + BLIND);
        }
    }

    private static boolean collects(BooleanSupplier collection) {
        // a test may have left its thread interrupted, which would end the wait for the collector
        boolean interrupted = Thread.interrupted();
        try {
            return collection.getAsBoolean();
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
