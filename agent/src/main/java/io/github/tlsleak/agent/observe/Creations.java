package io.github.tlsleak.agent.observe;

import io.github.tlsleak.agent.instrument.Installer;
import io.github.tlsleak.agent.judge.Event;
import io.github.tlsleak.agent.process.AgentErrors;
import io.github.tlsleak.agent.provider.ProviderClasses;
import io.github.tlsleak.agent.site.CallStack;
import io.github.tlsleak.agent.track.Followed;
import io.github.tlsleak.agent.track.SessionEvents;
import io.github.tlsleak.agent.track.Tracker;
import io.github.tlsleak.common.verdict.Resource;
import java.net.ServerSocket;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/** New sockets, engines and factories: hooks for their classes, a record of each. Thread-safe. */
public final class Creations {

    private final Tracker tracker;
    private final SessionEvents events;
    private final Installer installer;
    private final AgentErrors failures;
    private final ObservationPolicy policy;

    public Creations(
            Tracker tracker,
            SessionEvents events,
            Installer installer,
            AgentErrors failures,
            ObservationPolicy policy) {
        this.tracker = tracker;
        this.events = events;
        this.installer = installer;
        this.failures = failures;
        this.policy = policy;
    }

    /** An empty Throwable that takes the stack; null if {@link #created} does without one. */
    @Nullable Throwable recorder() {
        return tracker.stacks.recorder();
    }

    /**
     * An object was made.
     *
     * @param inside whether a method of a tracked object runs on this thread
     * @param recorder what {@link #recorder} gave, filled
     */
    void created(Object self, boolean inside, @Nullable Throwable recorder) {
        Class<?> type = self.getClass();
        if (tracker.own.isMaking()) {
            // its class is hooked: the application may use it, too
            installer.ensure(type);
            tracker.own.add(self);
            return;
        }
        boolean followed = !(self instanceof SSLSocketFactory) && !SelfTest.isProbe(self);
        // before its constructor becomes an old version of one: those have no line numbers
        CallStack first =
                followed && !installer.isHooked(type) && !installer.isGivenUp(type)
                        ? tracker.stacks.here(recorder)
                        : null;
        boolean hooked = installer.ensure(type);
        if (!followed) {
            return;
        }
        if (!hooked) {
            // its close may not be seen: a missed leak is better than a wrong one
            if (!installer.isGivenUp(type)) {
                String name = type.getName();
                failures.add(
                        new IllegalStateException(name + " waits for its hooks: one not followed"));
            }
            return;
        }
        if (self instanceof SSLEngine) {
            installer.useChannels();
        }
        int bits = Tracker.bits(inside, policy.isPrecise(type));
        Followed session = tracker.created(self, resource(self), first, recorder, bits);
        if (self instanceof SSLServerSocket) {
            bound(session, self);
        } else if (self instanceof SSLEngine && policy.holdsMemory(type)) {
            events.apply(session, Event.NATIVE_TAKEN);
        }
    }

    /** A server socket whose constructor binds it did so before the hook. */
    private void bound(Followed session, Object self) {
        if (ProviderClasses.isSunJsse(self.getClass()) && ((ServerSocket) self).isBound()) {
            events.apply(session, Event.CONNECTED);
        }
    }

    private static Resource resource(Object self) {
        if (self instanceof SSLEngine) {
            return Resource.SSL_ENGINE;
        }
        return self instanceof SSLSocket ? Resource.SSL_SOCKET : Resource.SSL_SERVER_SOCKET;
    }
}
