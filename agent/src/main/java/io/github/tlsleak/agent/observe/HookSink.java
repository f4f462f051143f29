package io.github.tlsleak.agent.observe;

import static io.github.tlsleak.agent.instrument.advice.HookOperations.CLOSE;
import static io.github.tlsleak.agent.instrument.advice.HookOperations.CLOSE_INPUT;
import static io.github.tlsleak.agent.instrument.advice.HookOperations.CLOSE_OUTPUT;
import static io.github.tlsleak.agent.instrument.advice.HookOperations.HANDSHAKE;
import static io.github.tlsleak.agent.instrument.advice.HookOperations.INTERNAL;
import static io.github.tlsleak.agent.instrument.advice.HookOperations.LINK;
import static io.github.tlsleak.agent.instrument.advice.HookOperations.UNWRAP;
import static io.github.tlsleak.agent.instrument.advice.HookOperations.WRAP;

import io.github.tlsleak.agent.instrument.BootHooks;
import io.github.tlsleak.agent.instrument.advice.HookEvents;
import io.github.tlsleak.agent.process.AgentErrors;
import io.github.tlsleak.agent.provider.ProviderClasses;
import io.github.tlsleak.agent.track.Followed;
import java.net.SocketAddress;
import javax.net.ssl.TlsLeakHooks;
import org.jspecify.annotations.Nullable;

/**
 * The end of all hooks: looks up the object of a call, once, and hands it to the observer of the
 * call. Thread-safe; runs on application threads. Each Throwable ends in {@link AgentErrors}.
 */
public final class HookSink extends TlsLeakHooks {

    private final Observers observers;
    private final Adoption adoption;
    private final ObservationPolicy policy;
    private final AgentErrors errors;
    private final HookFailures failures;

    /** What the self-test's own object has shown: 1 created, 2 closed. */
    public volatile int probe;

    public HookSink(
            Observers observers,
            ObservationPolicy policy,
            AgentErrors errors,
            HookFailures failures) {
        this.observers = observers;
        this.adoption = observers.adoption;
        this.policy = policy;
        this.errors = errors;
        this.failures = failures;
    }

    /** From now on the calls of all hooks arrive here. */
    void receive() {
        BootHooks.install(this);
    }

    @Override
    protected @Nullable Throwable recorder() {
        return observers.creations.recorder();
    }

    @Override
    protected void onCreated(Object self, boolean inside, @Nullable Throwable recorder) {
        observers.creations.created(self, inside, recorder);
        if (SelfTest.isProbe(self)) {
            probe |= 1;
        }
    }

    @Override
    protected void onEnter(Object self, int op) {
        if (SelfTest.isProbe(self)) {
            probe |= 2;
        } else {
            observers.sessions.closing(adoption.followed(self), self, op);
        }
    }

    @Override
    protected void onExit(
            @Nullable Object outer,
            Object self,
            int op,
            @Nullable Object result,
            @Nullable Throwable thrown) {
        if (op == LINK && outer == null && !policy.adopts()) {
            // engines are asked for their session with every record, and it says nothing
            return;
        }
        Followed wrapper =
                outer == null || op == INTERNAL ? Followed.NONE : adoption.followed(outer);
        Followed session = adoption.followed(self);
        if (outer != null
                && wrapper != Followed.NONE
                && !ProviderClasses.doesTls(outer.getClass())) {
            observers.sessions.link(wrapper, session);
        }
        switch (op) {
            case CLOSE:
                observers.sessions.left(self);
                observers.sessions.closed(session, self, thrown);
                break;
            case CLOSE_OUTPUT:
            case CLOSE_INPUT:
                observers.sessions.left(self);
                break;
            case HANDSHAKE:
                observers.handshakes.handshake(session, self, thrown);
                break;
            case WRAP:
            case UNWRAP:
                observers.engines.moved(session, self, op == WRAP, result, thrown);
                break;
            case LINK:
                adoption.shown(session, self, result);
                break;
            default:
                break;
        }
    }

    @Override
    protected void onEvent(int event, Object self, @Nullable Object a, @Nullable Object b) {
        if (event > HookEvents.Last.OF_TRANSPORT) {
            observers.contexts.on(event, self, a);
            return;
        }
        // a constructor may be connecting the object: half built, it is not asked for its past
        boolean whole = event != HookEvents.CONNECTED || !(a instanceof SocketAddress);
        Followed object = whole ? adoption.followed(self) : adoption.known(self);
        if (event <= HookEvents.Last.OF_HANDSHAKE) {
            observers.handshakes.on(event, object, self, a, b);
        } else if (event <= HookEvents.Last.OF_SESSION) {
            observers.sessions.on(event, object, self, a);
        } else if (event <= HookEvents.Last.OF_CHANNEL) {
            observers.channels.on(event, object, self, a, b);
        } else {
            observers.transports.on(event, object, self, a, b);
        }
    }

    @Override
    protected void onFailure(Object self, Throwable error) {
        errors.add(error);
        failures.of(self);
    }

    @Override
    protected boolean isInside(Object self) {
        return failures.isInside();
    }

    @Override
    protected boolean adopts() {
        return policy.adopts();
    }

    @Override
    protected boolean wantsActivity() {
        return policy.wantsActivity();
    }
}
