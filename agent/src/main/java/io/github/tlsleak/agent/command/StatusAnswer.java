package io.github.tlsleak.agent.command;

import io.github.tlsleak.agent.output.status.AgentStatus;
import io.github.tlsleak.agent.output.status.StatusText;
import io.github.tlsleak.agent.output.status.TrackingState;
import java.util.Map;
import java.util.function.Supplier;

/** Says how the agent is doing. Stateless. */
public final class StatusAnswer implements Answer {

    private final Supplier<AgentStatus> status;
    private final Supplier<TrackingState> tracking;

    /**
     * @param status the agent now
     * @param tracking the sessions now
     */
    public StatusAnswer(Supplier<AgentStatus> status, Supplier<TrackingState> tracking) {
        this.status = status;
        this.tracking = tracking;
    }

    @Override
    public String to(Map<String, String> request) {
        return StatusText.of(status.get(), tracking.get());
    }
}
