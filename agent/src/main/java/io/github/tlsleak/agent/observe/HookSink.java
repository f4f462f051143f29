package io.github.tlsleak.agent.observe;

import static io.github.tlsleak.agent.instrument.advice.HookEvents.BOUND;
import static io.github.tlsleak.agent.instrument.advice.HookEvents.CONNECTED;
import static io.github.tlsleak.agent.instrument.advice.HookEvents.CONTEXT_CREATED;
import static io.github.tlsleak.agent.instrument.advice.HookEvents.ESTABLISHED;
import static io.github.tlsleak.agent.instrument.advice.HookEvents.ESTABLISHED_CLIENT;
import static io.github.tlsleak.agent.instrument.advice.HookEvents.ESTABLISHED_SERVER;
import static io.github.tlsleak.agent.instrument.advice.HookEvents.FATAL;
import static io.github.tlsleak.agent.instrument.advice.HookEvents.LAYERED;
import static io.github.tlsleak.agent.instrument.advice.HookEvents.NATIVE_FREED;
import static io.github.tlsleak.agent.instrument.advice.HookEvents.PEER_CLOSE_NOTIFY;
import static io.github.tlsleak.agent.instrument.advice.HookEvents.PEER_EOF;
import static io.github.tlsleak.agent.instrument.advice.HookEvents.STARTED_CLIENT;
import static io.github.tlsleak.agent.instrument.advice.HookEvents.STARTED_SERVER;
import static io.github.tlsleak.agent.instrument.advice.HookEvents.TRANSPORT_CLOSED;
import static io.github.tlsleak.agent.instrument.advice.HookEvents.TRANSPORT_LINGER;
import static io.github.tlsleak.agent.instrument.advice.HookOperations.CLOSE;
import static io.github.tlsleak.agent.instrument.advice.HookOperations.CLOSE_OUTPUT;
import static io.github.tlsleak.agent.instrument.advice.HookOperations.HANDSHAKE;
import static io.github.tlsleak.agent.instrument.advice.HookOperations.INTERNAL;
import static io.github.tlsleak.agent.instrument.advice.HookOperations.LINK;
import static io.github.tlsleak.agent.instrument.advice.HookOperations.UNWRAP;
import static io.github.tlsleak.agent.instrument.advice.HookOperations.WRAP;

import io.github.tlsleak.agent.judge.Event;
import io.github.tlsleak.agent.process.AgentErrors;
import io.github.tlsleak.agent.provider.TlsImplementations;
import io.github.tlsleak.agent.track.ContextTracker;
import io.github.tlsleak.agent.track.Tracker;
import java.net.SocketAddress;
import java.net.SocketException;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TlsLeakHooks;

/**
 * Where hooks arrive: translates calls of JSSE into events of the tracker. Runs on application
 * threads; every Throwable of it ends in {@link AgentErrors}.
 */
public final class HookSink extends TlsLeakHooks {

    private final Tracker tracker;
    private final ContextTracker contexts;
    private final Creations creations;
    private final AgentErrors failures;
    private final ObservationPolicy settled;
    private final HandshakeObserver details;
    private final Adoption adoption;
    private final ChannelObserver channels;
    private final HookFailures doubts;

    /** What the self-test's own object has shown: 1 created, 2 closed. */
    public volatile int probe;

    public HookSink(
            Tracker tracker,
            ContextTracker contexts,
            Creations creations,
            AgentErrors failures,
            ObservationPolicy settled,
            HandshakeObserver details,
            Adoption adoption,
            ChannelObserver channels,
            HookFailures doubts) {
        this.tracker = tracker;
        this.contexts = contexts;
        this.creations = creations;
        this.failures = failures;
        this.settled = settled;
        this.details = details;
        this.adoption = adoption;
        this.channels = channels;
        this.doubts = doubts;
    }

    @Override
    protected void onCreated(Object self, boolean inside) {
        creations.created(self, inside);
        if (SelfTest.isProbe(self)) {
            probe |= 1;
        }
    }

    @Override
    protected void onEnter(Object self, int op) {
        adoption.meet(self);
        if (SelfTest.isProbe(self)) {
            probe |= 2;
        } else if (op == CLOSE) {
            tracker.transports().raw(self, Event.TRANSPORT_CLOSED, null);
            tracker.event(self, Event.CLOSE);
        } else if (op == CLOSE_OUTPUT) {
            tracker.event(self, Event.CLOSE_OUTPUT);
        } else {
            // an engine's closeInbound() says that no more data will come from the network; where
            // that is seen by itself, it need not be so
            boolean told = self instanceof SSLEngine && !tracker.channels().isPaired(self);
            tracker.event(self, told ? Event.NO_INPUT : Event.CLOSE_INPUT);
        }
    }

    @Override
    protected void onExit(Object outer, Object self, int op, Object result, Throwable thrown) {
        if (outer != null && op != INTERNAL) {
            adoption.meet(outer);
            adoption.meet(self);
            if (!TlsImplementations.doesTls(outer.getClass())) {
                tracker.link(outer, self);
            }
        } else {
            adoption.meet(self);
        }
        switch (op) {
            case CLOSE:
                tracker.closed(self, Creations.resource(self), thrown);
                break;
            case HANDSHAKE:
                details.handshake(self, thrown);
                break;
            case WRAP:
            case UNWRAP:
                details.moved(self, op == WRAP, result, thrown);
                break;
            case LINK:
                adoption.shown(self, result);
                break;
            default:
                break;
        }
    }

    @Override
    protected void onEvent(int event, Object self, Object a, Object b) {
        // a constructor may be connecting it, half built
        if (event != CONNECTED || !(a instanceof SocketAddress)) {
            adoption.meet(self);
        }
        switch (event) {
            case CONNECTED:
                if (self instanceof SSLSocket) {
                    details.connected(self, a);
                }
                break;
            case ESTABLISHED:
                details.established(self);
                break;
            case ESTABLISHED_CLIENT:
            case ESTABLISHED_SERVER:
                details.established(self, a, event == ESTABLISHED_CLIENT);
                contexts.session(b);
                break;
            case PEER_CLOSE_NOTIFY:
                tracker.event(self, Event.PEER_CLOSE_NOTIFY);
                break;
            case PEER_EOF:
                tracker.event(self, Event.PEER_EOF);
                break;
            case FATAL:
                if (a instanceof SocketException) {
                    tracker.event(self, Event.PEER_RESET);
                }
                tracker.event(self, Event.FATAL);
                break;
            case CLOSE_NOTIFY_WRITTEN:
                closeNotifyWritten(self, (Throwable) a);
                break;
            case ACTIVE:
                adoption.dataMoved(self);
                tracker.active(self);
                break;
            default:
                onRarer(event, self, a, b);
        }
    }

    private void onRarer(int event, Object self, Object a, Object b) {
        switch (event) {
            case LAYERED:
                if (a != null && a != self) {
                    tracker.transports().layered(self, a);
                    if (b != null) {
                        details.connected(self, b);
                    }
                }
                break;
            case TRANSPORT_CLOSED:
                if (self instanceof SSLSocket) {
                    tracker.event(self, Event.DESCRIPTOR_CLOSED);
                } else {
                    tracker.transports().raw(self, Event.TRANSPORT_CLOSED, current());
                }
                break;
            case TRANSPORT_LINGER:
                tracker.transports().lingers(self, (Integer) a);
                break;
            case CONTEXT_CREATED:
                contexts.created(self, a, a != null && settled.isPrecise(a.getClass()));
                break;
            case STARTED_CLIENT:
            case STARTED_SERVER:
                tracker.details().started(self, event == STARTED_CLIENT);
                break;
            case NATIVE_FREED:
                tracker.event(self, Event.NATIVE_FREED);
                break;
            case BOUND:
                tracker.event(self, Event.CONNECTED);
                break;
            default:
                channels.on(event, self, a, b);
        }
    }

    private void closeNotifyWritten(Object self, Throwable thrown) {
        if (thrown == null) {
            tracker.event(self, Event.CLOSE_NOTIFY);
            return;
        }
        if (thrown instanceof SocketException) {
            tracker.event(self, Event.PEER_RESET);
        }
        tracker.event(self, Event.CLOSE_NOTIFY_FAILED);
    }

    @Override
    protected void onFailure(Object self, Throwable error) {
        failures.add(error);
        doubts.of(self);
    }

    @Override
    protected boolean isInside(Object self) {
        return doubts.isInside();
    }

    @Override
    protected boolean adopts() {
        return settled.adopts();
    }

    @Override
    protected boolean wantsActivity() {
        return settled.wantsActivity();
    }
}
