package io.github.tlsleak.agent.collect;

import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The queue that the garbage collector fills. A reference whose work an error has interrupted comes
 * again. Guarded by the collector, but for {@link #await}.
 */
final class CollectedReferences {

    private static final int MOST_ATTEMPTS = 1_000;

    private final ReferenceQueue<Object> queue;
    private final Consumer<Reference<?>> work;

    /** What is being worked on, or was when an error came. */
    private @Nullable Reference<?> inWork;

    private int attempts;

    /**
     * @param queue of all records
     * @param work what to do with a reference; a second time as if it were the first
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
    Reference<?> await(int millis) throws InterruptedException {
        Reference<?> again = inWork;
        return again != null ? again : queue.remove(millis);
    }

    /** A reference if there is one now, else null. */
    Reference<?> poll() {
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
                // memory may come back, and then it is reported; a stack that is too deep stays so
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
