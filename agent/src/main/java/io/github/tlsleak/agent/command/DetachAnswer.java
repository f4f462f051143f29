package io.github.tlsleak.agent.command;

import io.github.tlsleak.agent.output.log.AgentLog;
import io.github.tlsleak.agent.process.AgentErrors;
import io.github.tlsleak.common.Version;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Ends the agent and says what could not be undone. Stateless. */
public final class DetachAnswer implements Answer {

    private final Supplier<List<String>> stop;
    private final AgentErrors errors;
    private final AgentLog log;

    /**
     * @param stop ends the agent, returns a line for each thing that could not be undone
     * @param errors errors of the agent so far
     * @param log gets a line, then is closed
     */
    public DetachAnswer(Supplier<List<String>> stop, AgentErrors errors, AgentLog log) {
        this.stop = stop;
        this.errors = errors;
        this.log = log;
    }

    @Override
    public String to(Map<String, String> request) {
        List<String> failed = stop.get();
        StringBuilder text = new StringBuilder("detached, version ").append(Version.current());
        text.append('\n');
        if (errors.count() > 0) {
            text.append(errors.count()).append(" errors of the agent, first: ");
            text.append(errors.first()).append('\n');
        }
        for (String one : failed) {
            text.append("could not restore ").append(one).append('\n');
        }
        log.info("detached, version " + Version.current());
        log.close();
        return text.toString();
    }
}
