package io.github.tlsleak.agent.observe;

import io.github.tlsleak.agent.collect.ContextTracker;
import io.github.tlsleak.agent.instrument.advice.HookEvents;
import org.jspecify.annotations.Nullable;

/** Hands new {@code SSLContext}s to their tracker. Stateless, thread-safe. */
public final class ContextObserver {

    private final ContextTracker contexts;
    private final ObservationPolicy policy;

    public ContextObserver(ContextTracker contexts, ObservationPolicy policy) {
        this.contexts = contexts;
        this.policy = policy;
    }

    void on(int event, Object context, @Nullable Object spi) {
        if (event == HookEvents.CONTEXT_CREATED && !policy.isOwn()) {
            contexts.created(context, spi, spi != null && policy.isPrecise(spi.getClass()));
        }
    }
}
