package io.github.tlsleak.agent.command;

import io.github.tlsleak.Request;
import io.github.tlsleak.agent.output.log.AgentLog;
import io.github.tlsleak.agent.process.Launch;
import io.github.tlsleak.common.Version;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Answers the attach that started the agent with what is covered now, and every later one with the
 * fact that the agent is there already. One thread at a time.
 */
public final class AttachAnswer implements Answer {

    private final Launch launch;
    private final AgentLog log;
    private final Function<@Nullable String, String> text;

    /** Whether the attach that started this agent has its answer. */
    private boolean answered;

    /**
     * @param launch how the agent came into the JVM
     * @param log gets a line
     * @param text the text for the first attach, see {@link AttachText}; takes the process id that
     *     the caller knows the JVM by, or null
     */
    public AttachAnswer(Launch launch, AgentLog log, Function<@Nullable String, String> text) {
        this.launch = launch;
        this.log = log;
        this.text = text;
        // nobody waits for an answer of an agent that came with the JVM
        this.answered = !launch.attached;
    }

    @Override
    public String to(Map<String, String> request) {
        if (answered) {
            return again(request.get(Request.OPTIONS));
        }
        answered = true;
        String first = text.apply(request.get(Request.PID));
        log.info("attached, version " + Version.current());
        return first;
    }

    private String again(@Nullable String options) {
        boolean none = options == null || options.isEmpty();
        return "already running, version "
                + Version.current()
                + " ("
                + launch.mode()
                + ')'
                + (none ? "" : "; the options given are not applied, use set, or detach first")
                + '\n';
    }
}
