package io.github.tlsleak.junit;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;

/**
 * The check of what is left when all tests of Jupiter are over, as a resource that JUnit closes.
 * Immutable.
 */
final class RunCheck implements Store.CloseableResource, AutoCloseable {

    private static final Namespace NAMESPACE = Namespace.create(RunCheck.class);

    private final Settings settings;

    private RunCheck(Settings settings) {
        this.settings = settings;
    }

    /** Puts it into the context of the run, if it is not there. */
    static void in(ExtensionContext context, Settings settings) {
        context.getRoot()
                .getStore(NAMESPACE)
                .getOrComputeIfAbsent(
                        RunCheck.class, type -> new RunCheck(settings), RunCheck.class);
    }

    @Override
    public void close() {
        try {
            Check.run(settings);
        } finally {
            if (!CurrentRun.isListened()) {
                CurrentRun.ALLOWED.print();
            }
        }
    }
}
