package io.github.tlsleak.agent.collect;

import io.github.tlsleak.agent.site.CallStack;
import org.jspecify.annotations.Nullable;

/** What is special about a finding on a session that is alive. Immutable. */
public final class Alive {

    /** Where a thread hangs inside the session's handshake or close; null if none is known to. */
    public final @Nullable Hang hang;

    public Alive(@Nullable Hang hang) {
        this.hang = hang;
    }

    /** Where a thread hangs. Immutable. */
    public static final class Hang {

        /** The stack of the thread. */
        public final CallStack at;

        /** The name of the thread. */
        public final String thread;

        public Hang(CallStack at, String thread) {
            this.at = at;
            this.thread = thread;
        }
    }
}
