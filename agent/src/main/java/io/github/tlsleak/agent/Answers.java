package io.github.tlsleak.agent;

import io.github.tlsleak.Request;
import io.github.tlsleak.agent.command.Answer;
import io.github.tlsleak.agent.command.AttachAnswer;
import io.github.tlsleak.agent.command.AttachText;
import io.github.tlsleak.agent.command.Commands;
import io.github.tlsleak.agent.command.DetachAnswer;
import io.github.tlsleak.agent.command.DumpAnswer;
import io.github.tlsleak.agent.command.SetAnswer;
import io.github.tlsleak.agent.command.StatusAnswer;
import io.github.tlsleak.agent.output.log.AgentLog;
import io.github.tlsleak.agent.output.status.AgentStatus;
import io.github.tlsleak.agent.output.status.TrackingState;
import io.github.tlsleak.agent.process.AgentErrors;
import io.github.tlsleak.agent.process.Launch;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The list of all answers: a new command is one line here. Stateless. */
final class Answers {

    private Answers() {}

    /**
     * Connects each answer with the parts it uses.
     *
     * @param launch how the agent came into the JVM
     * @param warnings what is wrong with the options, one line each
     * @param log of the agent
     * @param errors of the agent
     * @param running the running agent; the first call starts it, so that only an answer that needs
     *     it calls
     */
    static Commands of(
            Launch launch,
            List<String> warnings,
            AgentLog log,
            AgentErrors errors,
            Supplier<RunningAgent> running) {
        Supplier<AgentStatus> status = () -> running.get().status.get();
        Supplier<TrackingState> tracking = () -> running.get().status.tracking();
        Function<@Nullable String, String> attached =
                pid ->
                        AttachText.of(
                                pid, status.get(), running.get().options.get().sample, warnings);
        Map<String, Answer> answers = new HashMap<>();
        answers.put(Request.ATTACH, new AttachAnswer(launch, log, attached));
        answers.put(Request.STATUS, new StatusAnswer(status, tracking));
        answers.put(
                Request.DUMP,
                new DumpAnswer(
                        () -> running.get().collector.collect(),
                        status,
                        tracking,
                        () -> running.get().status.withConnections(),
                        () -> running.get().report()));
        answers.put(Request.SET, new SetAnswer(() -> running.get().change));
        answers.put(Request.DETACH, new DetachAnswer(() -> running.get().stop(), errors, log));
        answers.put(Request.TESTS, request -> running.get().tests.to(request));
        return new Commands(answers);
    }
}
