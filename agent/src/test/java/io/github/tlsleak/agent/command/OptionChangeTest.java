package io.github.tlsleak.agent.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.tlsleak.agent.collect.ConnectionStates;
import io.github.tlsleak.agent.instrument.Coverage;
import io.github.tlsleak.agent.instrument.SaidLines;
import io.github.tlsleak.agent.observe.HookSwitch;
import io.github.tlsleak.agent.output.file.ReportSwitch;
import io.github.tlsleak.agent.output.jmx.JmxRegistration;
import io.github.tlsleak.agent.output.log.AgentLog;
import io.github.tlsleak.agent.output.status.TrackingSource;
import io.github.tlsleak.agent.process.AgentErrors;
import io.github.tlsleak.agent.process.Endpoints;
import io.github.tlsleak.agent.process.Launch;
import io.github.tlsleak.agent.process.TcpTables;
import io.github.tlsleak.agent.track.Tracking;
import io.github.tlsleak.common.rules.Suppressions;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Options that change while the agent runs, with all parts that a change needs. */
class OptionChangeTest {

    @TempDir Path dir;

    private final PrintStream stderr = new PrintStream(new ByteArrayOutputStream(), true);
    private final AgentLog log = AgentLog.open("stderr", new ArrayList<>(), stderr);
    private final AgentErrors errors = new AgentErrors();
    private final Tracking tracking = new Tracking();
    private final Launch launch = new Launch(true, getClass().getClassLoader(), stderr);
    private final ReportSwitch reports = new ReportSwitch(launch, log::warn);
    private final StatusSource status =
            new StatusSource(
                    launch,
                    tracking.options,
                    new Coverage(new SaidLines(new ArrayList<>()), errors),
                    errors,
                    new TrackingSource(
                            tracking.tracker,
                            tracking.sites,
                            Suppressions.none(),
                            new ConnectionStates(
                                    tracking.tracker, Endpoints.none(), TcpTables.ofThisProcess())),
                    reports,
                    JmxRegistration.off("not wanted"),
                    null);
    private final OptionChange change =
            new OptionChange(
                    tracking.options,
                    new HookSwitch(null, tracking.tracker, null),
                    log,
                    reports,
                    status);

    private String set(String arguments) {
        return change.set(arguments, dir.toString());
    }

    @Test
    void aChangeIsInForceAtOnce() {
        assertThat(set("threshold=90s")).isEqualTo("threshold: off -> 90s\n");
        assertThat(tracking.options.get().thresholdMillis).isEqualTo(90_000);
        assertThat(status.get().options).containsEntry("threshold", "90s");
        assertThat(status.get().origins).containsEntry("threshold", "set at run time");
        assertThat(set("threshold=off,sample=2"))
                .isEqualTo("threshold: 90s -> off\nsample: 1 -> 2\n");
        assertThat(set("enabled=true")).isEqualTo("enabled: true -> true\n");
    }

    @ParameterizedTest
    @CsvSource({
        "'', nothing to set",
        "sampel=3, did you mean sample",
        "strict=true, cannot be changed while the agent runs",
        "stack.depth=deep, not a whole number from 0 to 1024",
        "report=/dev/null/a.jsonl, /dev/null",
    })
    void oneThatIsWrongChangesNothing(String wrong, String why) {
        String arguments = wrong.isEmpty() ? "" : "sample=2," + wrong;
        assertThatThrownBy(() -> set(arguments))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(why);
        assertThat(tracking.options.get().sample).isEqualTo(1);
        assertThat(status.get().reportFile).isNull();
    }

    @Test
    void aReportEndsWithItsSummaryWhenAnotherBegins() throws IOException {
        assertThat(set("report=a.jsonl"))
                .isEqualTo("report: off -> " + dir.resolve("a.jsonl") + "\n");
        assertThat(status.get().reportFile).isEqualTo(dir.resolve("a.jsonl").toString());
        set("report=b.jsonl");
        assertThat(Files.readString(dir.resolve("a.jsonl"))).contains("\"type\":\"summary\"");
        assertThat(Files.readString(dir.resolve("b.jsonl"))).contains("\"type\":\"meta\"");
        set("report=off");
        assertThat(Files.readString(dir.resolve("b.jsonl"))).contains("\"type\":\"summary\"");
        assertThat(status.get().reportFile).isNull();
    }

    @Test
    void theLogMoves() throws IOException {
        set("log=log.txt");
        log.info("here");
        assertThat(Files.readString(dir.resolve("log.txt"))).contains("here");
        set("log=stderr");
    }
}
