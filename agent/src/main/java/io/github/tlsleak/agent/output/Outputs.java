package io.github.tlsleak.agent.output;

import io.github.tlsleak.agent.collect.Finding;
import io.github.tlsleak.agent.collect.FindingListener;
import io.github.tlsleak.agent.collect.SessionFinding;
import io.github.tlsleak.agent.process.AgentErrors;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Passes each finding on to every listener. If one listener fails, the others still receive the
 * finding. Used by the collector's thread only.
 */
public final class Outputs implements FindingListener {

    private final AgentErrors errors;
    private final FindingListener[] listeners;

    /** The finding that some listeners have received, but not yet all. */
    private @Nullable Finding unfinished;

    /** How many listeners have received it. */
    private int received;

    /**
     * @param errors counts what listeners throw
     * @param listeners in the order in which they receive findings
     */
    public Outputs(AgentErrors errors, FindingListener... listeners) {
        this.errors = errors;
        this.listeners = listeners.clone();
    }

    /** After an error, the same finding goes to those listeners that have not received it. */
    @Override
    public void found(Finding finding) {
        if (finding != unfinished) {
            unfinished = finding;
            received = 0;
        }
        for (; received < listeners.length; received++) {
            call(listeners[received], listener -> listener.found(finding));
        }
        unfinished = null;
    }

    @Override
    public void over(SessionFinding finding) {
        each(listener -> listener.over(finding));
    }

    @Override
    public void rehearse(SessionFinding finding) {
        each(listener -> listener.rehearse(finding));
    }

    @Override
    public void tick() {
        for (FindingListener listener : listeners) {
            tick(listener);
        }
    }

    /** No lambda: this is called in every program that uses TLS. */
    private void tick(FindingListener listener) {
        try {
            listener.tick();
        } catch (VirtualMachineError e) {
            // there is no memory at this moment; another tick follows
            throw e;
        } catch (Throwable t) {
            errors.add(t);
        }
    }

    private void each(Consumer<FindingListener> action) {
        for (FindingListener listener : listeners) {
            call(listener, action);
        }
    }

    private void call(FindingListener listener, Consumer<FindingListener> action) {
        try {
            action.accept(listener);
        } catch (VirtualMachineError e) {
            // there is no memory at this moment; the collector publishes the finding again
            throw e;
        } catch (Throwable t) {
            errors.add(t);
        }
    }
}
