package io.github.tlsleak.it.agent;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tlsleak.it.harness.AgentJvm;
import io.github.tlsleak.it.harness.AppRun;
import io.github.tlsleak.it.harness.Ended;
import io.github.tlsleak.it.harness.Forked;
import io.github.tlsleak.it.harness.Jdk;
import io.github.tlsleak.it.harness.Report;
import io.github.tlsleak.it.harness.TlsServiceJvm;
import io.github.tlsleak.it.peer.Peer;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * The program {@code apps.stress.Stress} while it runs, and all sessions that it played. Single
 * thread.
 */
final class StressProgram implements AutoCloseable {

    static final String NAME = "io.github.tlsleak.apps.stress.Stress";
    static final String THREADS = "64";
    static final String SEED = "20261125";

    private static final Duration TOLD = Duration.ofSeconds(30);

    /**
     * What the JVM itself prints when memory or stack end, whoever caused that. It writes a line in
     * pieces, between which those of another thread may stand.
     */
    private static final String OF_THE_JVM =
            "|.*\\*\\*\\* java.lang.instrument ASSERTION FAILED .*"
                    + "|.* in ReservedStackAccess .*|.* VM warning: ";

    private final TlsServiceJvm target;
    private final StressSessions sessions;
    private final Path directory;

    StressProgram(Jdk jdk, AgentJvm jvm, Path directory, String... port) throws Exception {
        String[] args = {THREADS, SEED, port.length == 0 ? "" : port[0]};
        String[] given = port.length == 0 ? new String[] {THREADS, SEED} : args;
        target = TlsServiceJvm.of(jvm.start(NAME, given));
        sessions = new StressSessions(jdk);
        this.directory = directory;
    }

    long pid() {
        return target.pid();
    }

    /** Plays for that long in this way. Returns the last exception that was thrown. */
    String play(long millis, String how) throws IOException {
        return target.ask("play " + millis + how).substring("ok".length()).trim();
    }

    /**
     * Collects garbage and reads from the program what it played. Returns how many sessions met
     * trouble.
     */
    int collect() throws IOException {
        target.ask("gc");
        Path played = directory.resolve("played");
        target.ask("played " + played);
        return sessions.add(played);
    }

    /**
     * Plays a quiet phase: everything must go well, and exactly the misused sessions must be
     * reported.
     */
    void playExactly(long millis, Path report) throws IOException {
        int before = Report.read(report).lines().size();
        assertThat(play(millis, "")).as("thrown").isEmpty();
        assertThat(collect()).as("sessions in trouble").isZero();
        assertThat(sessions.numberOfFine()).as("sessions").isPositive();
        Map<String, String> expected = sessions.expected();
        long end = System.nanoTime() + TOLD.toNanos();
        Report since = Report.read(report).since(before);
        while (System.nanoTime() < end && !isTold(since, expected)) {
            Peer.sleep(100);
            since = Report.read(report).since(before);
        }
        assertThat(sessions.told(since)).as("told").isEqualTo(expected);
        // sessions of an earlier phase with trouble may be reported late
        assertThat(StressSessions.toldAsBegun(since)).isGreaterThanOrEqualTo(sessions.begun());
        nothingWrong(report);
    }

    private boolean isTold(Report since, Map<String, String> expected) {
        return sessions.told(since).equals(expected)
                && StressSessions.toldAsBegun(since) >= sessions.begun();
    }

    void nothingWrong(Path report) throws IOException {
        assertThat(sessions.wrong(Report.read(report))).as("wrong verdicts").isEmpty();
    }

    /**
     * Ends the program in order. Returns the lines on stderr that are neither the agent's nor the
     * JVM's.
     */
    void endsWell() throws Exception {
        Forked app = target.app();
        app.in().write("quit\n".getBytes());
        app.in().flush();
        int code = app.exitCode(AppRun.LONG);
        Ended ended = new Ended(code, app.pid(), app.out(), app.err(), new Report(List.of()));
        assertThat(code).as(ended.everything()).isZero();
        assertThat(ended.out())
                .as(ended.everything())
                .startsWith("ready")
                .endsWith("DONE")
                .allMatch(line -> line.matches("ready|DONE|ok.*"));
        assertThat(ended.otherErr()).as(ended.everything()).allMatch(l -> l.matches(OF_THE_JVM));
    }

    @Override
    public void close() {
        target.close();
    }
}
