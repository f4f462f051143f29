package io.github.tlsleak.agent.collect;

import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The queue that the garbage collector fills. If an error interrupts the work on a reference, the
 * same reference is returned again. Guarded by the collector, except {@link #await}.
 */
final class CollectedReferences {

    private static final int MOST_ATTEMPTS = 1_000;

    private final ReferenceQueue<Object> queue;
    private final Consumer<Reference<?>> work;

    /** The reference at work, or the one whose work an error has interrupted. */
    private @Nullable Reference<?> inWork;

    private int attempts;

    /**
     * @param queue the queue of all records
     * @param work handles a reference; after an error it is called again with the same reference
     */
    CollectedReferences(ReferenceQueue<Object> queue, Consumer<Reference<?>> work) {
        this.queue = queue;
        this.work = work;
    }

    /**
     * Waits for a reference.
     *
     * @return null if none came in time
     */
    @Nullable Reference<?> await(int millis) throws InterruptedException {
        Reference<?> again = inWork;
        return again != null ? again : queue.remove(millis);
    }

    /** A reference if there is one now, else null. */
    @Nullable Reference<?> poll() {
        return queue.poll();
    }

    /** Works on a reference, and on all that are in the queue. */
    void drain(@Nullable Reference<?> first) {
        for (Reference<?> r = first; r != null; r = queue.poll()) {
            inWork = r;
            attempts++;
            try {
                work.accept(r);
                inWork = null;
            } catch (VirtualMachineError e) {
                // memory may be free again later; a stack that is too deep stays too deep, so the
                // attempts are limited
                inWork = attempts < MOST_ATTEMPTS ? r : null;
                throw e;
            } catch (Throwable t) {
                inWork = null;
                throw t;
            } finally {
                attempts = inWork == null ? 0 : attempts;
            }
        }
    }
}
