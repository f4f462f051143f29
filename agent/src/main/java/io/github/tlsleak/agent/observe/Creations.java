package io.github.tlsleak.agent.observe;

import io.github.tlsleak.agent.instrument.Installer;
import io.github.tlsleak.agent.judge.Event;
import io.github.tlsleak.agent.process.AgentErrors;
import io.github.tlsleak.agent.site.Site;
import io.github.tlsleak.agent.track.Tracker;
import io.github.tlsleak.common.verdict.Resource;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/** New sockets, engines and factories: hooks for their classes, a record of each. Thread-safe. */
public final class Creations {

    private final Tracker tracker;
    private final Installer installer;
    private final AgentErrors failures;
    private final ObservationPolicy settled;
    private final HandshakeObserver details;

    public Creations(
            Tracker tracker,
            Installer installer,
            AgentErrors failures,
            ObservationPolicy settled,
            HandshakeObserver details) {
        this.tracker = tracker;
        this.installer = installer;
        this.failures = failures;
        this.settled = settled;
        this.details = details;
    }

    void created(Object self, boolean inside) {
        Class<?> type = self.getClass();
        boolean followed = !(self instanceof SSLSocketFactory) && !SelfTest.isProbe(self);
        // before its constructor becomes an old version of one: those have no line numbers
        Site first =
                followed && !installer.isHooked(type) && !installer.isGivenUp(type)
                        ? tracker.site(false)
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
        tracker.created(self, resource(self), first, inside, settled.isPrecise(type));
        if (self instanceof SSLServerSocket) {
            details.bound(self, tracker);
        } else if (self instanceof SSLEngine && settled.holdsMemory(type)) {
            tracker.event(self, Event.NATIVE_TAKEN);
        }
    }

    static Resource resource(Object self) {
        if (self instanceof SSLEngine) {
            return Resource.SSL_ENGINE;
        }
        return self instanceof SSLSocket ? Resource.SSL_SOCKET : Resource.SSL_SERVER_SOCKET;
    }
}
