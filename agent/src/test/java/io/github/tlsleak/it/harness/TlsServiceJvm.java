package io.github.tlsleak.it.harness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The program that the tests give commands to: {@code apps.attach.TlsService}. */
public final class TlsServiceJvm implements AutoCloseable {

    public static final String PROGRAM = "io.github.tlsleak.apps.attach.TlsService";

    private static final Duration ANSWER = Duration.ofSeconds(60);
    private static final String[] BUSY = {"2", "4", "10"};
    private static final String[] QUIET = {"0", "4", "2"};

    private final Forked app;

    private TlsServiceJvm(Forked app) throws InterruptedException {
        this.app = app;
        app.awaitOut("ready"::equals, ANSWER);
    }

    /**
     * Two clients ask a server all the time. Four sockets and four engines are older than the
     * agent.
     */
    public static TlsServiceJvm busy(Jdk jdk) throws Exception {
        return of(new AgentJvm(jdk).withoutAgent(), BUSY);
    }

    /**
     * No traffic except what commands cause. Four sockets and four engines are older than the
     * agent.
     */
    public static TlsServiceJvm quiet(Jdk jdk) throws Exception {
        return of(new AgentJvm(jdk).withoutAgent(), QUIET);
    }

    /** The program uses no TLS before the first command. */
    public static TlsServiceJvm withoutTls(Jdk jdk) throws Exception {
        return of(new AgentJvm(jdk).withoutAgent());
    }

    /** Started with the agent. Two clients ask all the time; no session is older than the agent. */
    public static TlsServiceJvm premain(Jdk jdk, String agentArgs) throws Exception {
        return premain(new AgentJvm(jdk).agentArgs(agentArgs));
    }

    public static TlsServiceJvm premain(AgentJvm jvm) throws Exception {
        return of(jvm, "2", "0", "10");
    }

    public static TlsServiceJvm of(AgentJvm jvm, String... args) throws Exception {
        return of(jvm.start(PROGRAM, args));
    }

    public static TlsServiceJvm of(Forked started) throws Exception {
        return new TlsServiceJvm(started);
    }

    /** Gives a command and returns the answer. */
    public String ask(String command) throws IOException {
        int before = app.out().size();
        app.in().write((command + "\n").getBytes(StandardCharsets.US_ASCII));
        app.in().flush();
        await(command)
                .atMost(ANSWER)
                .pollInterval(Duration.ofMillis(10))
                .until(() -> app.out().size() > before || !app.isAlive());
        assertThat(app.isAlive()).as("alive after " + command + app.everything()).isTrue();
        String answer = app.out().get(before);
        assertThat(answer).as(command + app.everything()).doesNotStartWith("failed");
        return answer;
    }

    /** Drops sockets and engines and collects them. Returns once they are in the report. */
    public Report leak(int number, Path report, int findings) throws IOException {
        ask("leak " + number);
        ask("leak " + number + " engine");
        return collected(report, findings);
    }

    /** Collects the dropped sessions until the report has that many findings. */
    public Report collected(Path report, int findings) throws IOException {
        ask("gc");
        await("findings in " + report)
                .atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> Report.read(report).numberOfFindings() >= findings);
        return Report.read(report);
    }

    /** Checks that nothing failed so far. Returns one counter of the statistics. */
    public long stats(String name) throws IOException {
        String stats = ask("stats");
        assertThat(stats).as(app.everything()).contains(" failures=0 ");
        Matcher value = Pattern.compile("\\b" + name + "=(\\d+)").matcher(stats);
        assertThat(value.find()).as(stats).isTrue();
        return Long.parseLong(value.group(1));
    }

    /** Waits until that many more requests of the clients were answered. */
    public void serves(int more) throws IOException {
        long from = stats("requests");
        await("requests").atMost(ANSWER).until(() -> stats("requests") >= from + more);
    }

    /** Ends the program in order. Nothing failed in the program or in the agent. */
    public Ended endsWell() throws Exception {
        stats("requests");
        app.in().write("quit\n".getBytes(StandardCharsets.US_ASCII));
        app.in().flush();
        Ended ended =
                new Ended(
                        app.exitCode(ANSWER),
                        app.pid(),
                        app.out(),
                        app.err(),
                        new Report(List.of()));
        assertThat(ended.exitCode()).as(ended.everything()).isZero();
        assertThat(ended.out()).endsWith("DONE");
        assertThat(ended.err())
                .filteredOn(line -> line.matches("\\[tlsleak\\] ERROR.*|.* of the agent.*"))
                .as("errors of the agent")
                .isEmpty();
        return ended;
    }

    public long pid() {
        return app.pid();
    }

    public Forked app() {
        return app;
    }

    @Override
    public void close() {
        app.close();
    }
}
