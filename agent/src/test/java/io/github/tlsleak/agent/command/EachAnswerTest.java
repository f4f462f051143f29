package io.github.tlsleak.agent.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tlsleak.agent.output.log.AgentLog;
import io.github.tlsleak.agent.output.status.AgentStatus;
import io.github.tlsleak.agent.process.AgentErrors;
import io.github.tlsleak.agent.process.Launch;
import io.github.tlsleak.agent.track.Tracking;
import io.github.tlsleak.common.Version;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Each answer with parts made up. */
class EachAnswerTest {

    private static final String NO_GC =
            "no collection happened: is the JVM run with -XX:+DisableExplicitGC?\n";

    private final ByteArrayOutputStream logged = new ByteArrayOutputStream();
    private final PrintStream stderr = new PrintStream(logged, true);
    private final AgentLog log = AgentLog.open("stderr", new ArrayList<>(), stderr);
    private final AgentErrors errors = new AgentErrors();
    private final List<String> done = new ArrayList<>();

    private AttachAnswer attach(boolean attached) {
        Launch launch = new Launch(attached, getClass().getClassLoader(), stderr);
        return new AttachAnswer(launch, log, pid -> "first\n");
    }

    @Test
    void theAttachThatStartedTheAgentGetsTheText() {
        AttachAnswer answer = attach(true);
        assertThat(answer.to(Map.of("options", "sample=2"))).isEqualTo("first\n");
        assertThat(logged.toString()).contains("attached, version " + Version.current());
        String again = "already running, version " + Version.current() + " (attach)";
        assertThat(answer.to(Map.of("options", ""))).isEqualTo(again + "\n");
        assertThat(answer.to(Map.of())).isEqualTo(again + "\n");
        assertThat(answer.to(Map.of("options", "sample=2")))
                .isEqualTo(
                        again + "; the options given are not applied, use set, or detach first\n");
    }

    @Test
    void anAgentThatCameWithTheJvmIsThereAlready() {
        assertThat(attach(false).to(Map.of()))
                .isEqualTo("already running, version " + Version.current() + " (premain)\n");
        assertThat(logged.toString()).isEmpty();
    }

    @Test
    void theTextOfAnAttach() {
        AgentStatus.Builder status = new AgentStatus.Builder();
        status.version = "1";
        status.jvm = "VM 2";
        status.options = Map.of("sample", "3");
        status.origins = Map.of("sample", "agent arguments");
        status.lost = List.of("a.B: why");
        assertThat(AttachText.of(null, status.build(), 3, List.of("odd")).lines())
                .startsWith(
                        "attached, version 1, to VM 2",
                        "  covered   nothing yet: the program has not used TLS, hooks go in when it"
                                + " does",
                        "  NOT       a.B: why",
                        "  sessions  those opened from now on, one in 3",
                        "  options   sample=3 (agent arguments)",
                        "  warning   odd")
                .last()
                .asString()
                .matches("  next      dump (\\d+|PID) --gc, status (\\d+|PID), detach (\\d+|PID)");
    }

    private DumpAnswer dump(boolean collects) {
        return new DumpAnswer(
                () -> {
                    done.add("gc");
                    return collects;
                },
                () -> new AgentStatus.Builder().build(),
                () -> new Tracking().state(),
                () -> {
                    done.add("connections");
                    return new Tracking().state();
                },
                () -> done.add("summary"));
    }

    @Test
    void aDumpCollectsIfAsked() {
        String plain = dump(true).to(Map.of());
        assertThat(done).containsExactly("summary");
        assertThat(plain).doesNotStartWith("no collection").doesNotStartWith("{");
        String collected = dump(true).to(Map.of("gc", "true", "open", "false"));
        assertThat(done).containsExactly("summary", "gc", "summary");
        assertThat(collected).doesNotContain("no collection");
        assertThat(dump(false).to(Map.of("gc", "true"))).startsWith(NO_GC);
    }

    @Test
    void onlyADumpOfOpenSessionsAsksForConnections() {
        dump(true).to(Map.of("open", "false"));
        assertThat(done).containsExactly("summary");
        dump(true).to(Map.of("open", "true"));
        assertThat(done).containsExactly("summary", "connections", "summary");
    }

    /** A reader of JSON must not meet another line. */
    @Test
    void aDumpInJsonIsJsonOnly() {
        assertThat(dump(false).to(Map.of("gc", "true", "format", "json"))).startsWith("{");
    }

    @Test
    void anInterruptedCollectionIsNone() {
        DumpAnswer answer =
                new DumpAnswer(
                        () -> {
                            throw new InterruptedException();
                        },
                        () -> new AgentStatus.Builder().build(),
                        () -> new Tracking().state(),
                        () -> new Tracking().state(),
                        () -> {});
        assertThat(answer.to(Map.of("gc", "true"))).startsWith(NO_GC);
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void detachSaysWhatWentWrong() {
        assertThat(new DetachAnswer(List::of, errors, log).to(Map.of()))
                .isEqualTo("detached, version " + Version.current() + "\n");
        DetachAnswer answer =
                new DetachAnswer(
                        () -> {
                            errors.add(new IllegalStateException("late"));
                            return List.of("a.B");
                        },
                        errors,
                        log);
        assertThat(answer.to(Map.of()).lines())
                .hasSize(3)
                .startsWith("detached, version " + Version.current())
                .anyMatch(line -> line.startsWith("1 errors of the agent, first: java.lang.Ill"))
                .endsWith("could not restore a.B");
    }
}
