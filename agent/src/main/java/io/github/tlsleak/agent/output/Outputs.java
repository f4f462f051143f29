package io.github.tlsleak.agent.output;

import io.github.tlsleak.agent.collect.Finding;
import io.github.tlsleak.agent.collect.FindingListener;
import io.github.tlsleak.agent.collect.SessionFinding;
import io.github.tlsleak.agent.process.AgentErrors;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Passes each finding on to every channel. A channel that fails does not keep the others from
 * hearing. The collector's thread only.
 */
public final class Outputs implements FindingListener {

    private final AgentErrors errors;
    private final FindingListener[] channels;

    /** The finding that some channels have heard and not yet all. */
    private @Nullable Finding unfinished;

    /** How many channels have heard it. */
    private int heard;

    /**
     * @param errors counts what channels throw
     * @param channels in the order in which they hear
     */
    public Outputs(AgentErrors errors, FindingListener... channels) {
        this.errors = errors;
        this.channels = channels.clone();
    }

    /** After an error, the same finding goes to those channels that have not heard it. */
    @Override
    public void found(Finding finding) {
        if (finding != unfinished) {
            unfinished = finding;
            heard = 0;
        }
        for (; heard < channels.length; heard++) {
            tell(channels[heard], channel -> channel.found(finding));
        }
        unfinished = null;
    }

    @Override
    public void reclosed(SessionFinding finding) {
        each(channel -> channel.reclosed(finding));
    }

    @Override
    public void rehearse(SessionFinding finding) {
        each(channel -> channel.rehearse(finding));
    }

    @Override
    public void tick() {
        for (FindingListener channel : channels) {
            tick(channel);
        }
    }

    /** No lambda: this is called in every program that uses TLS. */
    private void tick(FindingListener channel) {
        try {
            channel.tick();
        } catch (VirtualMachineError e) {
            // there is no memory at this moment: the next tick comes
            throw e;
        } catch (Throwable t) {
            errors.add(t);
        }
    }

    private void each(Consumer<FindingListener> action) {
        for (FindingListener channel : channels) {
            tell(channel, action);
        }
    }

    private void tell(FindingListener channel, Consumer<FindingListener> action) {
        try {
            action.accept(channel);
        } catch (VirtualMachineError e) {
            // there is no memory at this moment: the collector tells it again
            throw e;
        } catch (Throwable t) {
            errors.add(t);
        }
    }
}
