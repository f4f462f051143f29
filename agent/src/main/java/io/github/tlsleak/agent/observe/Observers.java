package io.github.tlsleak.agent.observe;

import io.github.tlsleak.agent.collect.ContextTracker;
import io.github.tlsleak.agent.instrument.Coverage;
import io.github.tlsleak.agent.instrument.Installer;
import io.github.tlsleak.agent.instrument.access.SunState;
import io.github.tlsleak.agent.process.AgentErrors;
import io.github.tlsleak.agent.track.HandshakeDetails;
import io.github.tlsleak.agent.track.SessionEvents;
import io.github.tlsleak.agent.track.Tracker;
import io.github.tlsleak.agent.track.Transports;
import io.github.tlsleak.agent.track.pairing.Channels;
import io.github.tlsleak.common.rules.KnownBehaviours;

/** All observers, each with the parts of the tracker that it works with. Immutable. */
public final class Observers {

    final Creations creations;
    final HandshakeObserver handshakes;
    final SessionObserver sessions;
    final EngineObserver engines;
    final ChannelObserver channels;
    final TransportObserver transports;
    final ContextObserver contexts;
    final Adoption adoption;

    /**
     * @param tracker where records are kept
     * @param contextTracker where contexts are counted
     * @param known which sockets throw a close_notify away
     * @param policy what hooks ask often
     * @param coverage which classes carry hooks
     * @param installer gives hooks to classes
     * @param errors where errors go
     * @param sun reads the state of SunJSSE's sockets
     */
    public Observers(
            Tracker tracker,
            ContextTracker contextTracker,
            KnownBehaviours known,
            ObservationPolicy policy,
            Coverage coverage,
            Installer installer,
            AgentErrors errors,
            SunState sun) {
        SessionEvents events = new SessionEvents(tracker);
        Transports below = new Transports(tracker, events, known);
        Channels pairs = new Channels(events, below);
        creations = new Creations(tracker, events, installer, errors, policy);
        handshakes = new HandshakeObserver(events, new HandshakeDetails(), contextTracker);
        sessions = new SessionObserver(events, below, policy);
        engines = new EngineObserver(events, handshakes);
        channels = new ChannelObserver(pairs, coverage);
        transports = new TransportObserver(tracker, events, below, pairs, handshakes);
        contexts = new ContextObserver(contextTracker, policy);
        adoption = new Adoption(tracker, below, policy, handshakes, sun, installer);
    }
}
