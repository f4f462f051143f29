package io.github.tlsleak.agent.live;

import static io.github.tlsleak.agent.live.SimulatedProgram.DAY;
import static io.github.tlsleak.agent.live.SimulatedProgram.HOUR;
import static io.github.tlsleak.agent.live.SimulatedProgram.MINUTE;
import static io.github.tlsleak.agent.live.SimulatedProgram.SECOND;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.tlsleak.agent.track.Session;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Healthy programs over their real durations, with the default options, stay quiet. Each of them
 * has a twin with a fault, which is reported: that the rules are not too mild.
 */
class QuietLivesTest {

    private static final String HOARD = "SESSION_HOARD defect";

    private final SimulatedProgram program = new SimulatedProgram();

    private static void expect(List<String> reported, boolean faulty, String fault) {
        assertThat(reported).isEqualTo(faulty ? List.of(fault) : List.of());
    }

    /** Demand opens 200 connections within a quarter of an hour; the twin's pool has no bound. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aPoolThatFillsAndStays(boolean faulty) {
        for (int i = 0; i < (faulty ? 1_600 : 200); i++) {
            program.at(i * 4_500L, () -> program.open("db"));
        }
        expect(program.until(DAY), faulty, HOARD);
    }

    /** Three hundred visitors at noon, hardly any at night; the twin forgets one of ten. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aServerWithADailySwing(boolean faulty) {
        for (long hour = 0; hour < (faulty ? 6 : 2) * 24; hour++) {
            double load = 1 - Math.cos(Math.PI * 2 * hour / 24);
            for (int i = 0; i < load * 150; i++) {
                boolean forgotten = faulty && i % 10 == 0;
                long comes = hour * HOUR + program.random.nextInt((int) HOUR);
                program.at(comes, () -> visit(program.exponential(HOUR), forgotten));
            }
        }
        expect(program.until((faulty ? 6 : 2) * DAY), faulty, HOARD);
    }

    private void visit(long stays, boolean forgotten) {
        Session session = program.accept("visitor");
        if (!forgotten) {
            program.in(stays, () -> program.close(session));
        }
    }

    /**
     * A broker is away for a minute and a half: 300 clients lose their sessions and come again and
     * again, at longer and longer intervals, until it is back. The twin keeps the sessions that are
     * lost.
     */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aReconnectStormThatEnds(boolean faulty) {
        for (int i = 0; i < 300; i++) {
            int client = i;
            program.at(i * 20L, () -> connected(program.open("broker"), client, faulty));
        }
        expect(program.until(6 * HOUR), faulty, "PEER_CLOSED defect");
    }

    /** The broker goes away after an hour, and once more two hours later. */
    private void connected(Session first, int client, boolean faulty) {
        for (long outage = HOUR; outage < 5 * HOUR; outage += 2 * HOUR) {
            long back = outage + 90 * SECOND;
            Session[] current = {first};
            program.at(
                    outage,
                    () -> {
                        program.leave(current[0]);
                        if (!faulty) {
                            program.in(client * 10L, () -> program.close(current[0]));
                        }
                        attempt(current, SECOND, back);
                    });
        }
    }

    private void attempt(Session[] current, long pause, long back) {
        program.in(
                pause + program.random.nextInt(500),
                () -> {
                    Session session = program.open("broker");
                    if (program.time() < back) {
                        program.leave(session);
                        program.in(50, () -> program.close(session));
                        attempt(current, Math.min(2 * pause, 30 * SECOND), back);
                    } else {
                        current[0] = session;
                    }
                });
    }

    /** Short requests over kept connections; the twin makes a session for each of them. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void manyShortRequests(boolean faulty) {
        Session[] kept = {null};
        for (long i = 0; i < 20 * 60; i++) {
            program.at(i * SECOND, () -> request(kept, faulty));
        }
        expect(program.until(HOUR), faulty, "SESSION_CHURN notice");
    }

    private void request(Session[] kept, boolean faulty) {
        Session session = kept[0] == null ? program.open("shop") : kept[0];
        if (faulty) {
            program.in(40, () -> program.close(session));
        } else {
            kept[0] = session;
        }
    }

    /** OCSP, a hardware token or a person takes 50 s; the twin's answer never comes. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aSlowHandshake(boolean faulty) {
        for (int i = 0; i < 200; i++) {
            boolean last = i == 199;
            program.at(i * MINUTE, () -> slowHandshake(faulty && last));
        }
        expect(program.until(4 * HOUR), faulty, "STUCK defect");
    }

    private void slowHandshake(boolean faulty) {
        Session session = program.connect("shop");
        if (!faulty) {
            program.in(50 * SECOND, () -> program.finish(session));
            program.in(55 * SECOND, () -> program.close(session));
        }
    }

    /** A debugger holds all threads for an hour; those of the twin run meanwhile. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aDebuggerInTheMiddleOfAHandshake(boolean faulty) {
        program.at(MINUTE, () -> debugged(faulty));
        expect(program.until(3 * HOUR), faulty, "STUCK defect");
    }

    private void debugged(boolean faulty) {
        Session session = program.connect("shop");
        if (!faulty) {
            program.in(20 * SECOND, () -> program.standStill(HOUR));
        }
        program.in(HOUR + 50 * SECOND, () -> program.finish(session));
    }

    /** The answer to each request takes five minutes; the twin's servers go, and nobody closes. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void longPolling(boolean faulty) {
        for (int i = 0; i < 200; i++) {
            program.at(i * 50L, () -> poll(10, faulty));
        }
        expect(program.until(DAY), faulty, "PEER_CLOSED defect");
    }

    private void poll(int requests, boolean faulty) {
        Session session = program.open("events");
        long end = requests * 5 * MINUTE;
        program.in(end, () -> program.leave(session));
        if (!faulty) {
            program.in(end + SECOND, () -> program.close(session));
            program.in(end + 2 * SECOND, () -> poll(requests, false));
        }
    }

    /**
     * An office of 500 opens its pages in the morning and closes them in the evening; a ping each
     * half a minute. The twin's server does not heed that one of ten pages is closed.
     */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void webSocketsWithPings(boolean faulty) {
        program.with("threshold=2m");
        for (long day = 0; day < 2; day++) {
            for (int i = 0; i < 500; i++) {
                long comes = day * DAY + 9 * HOUR + program.around(30 * MINUTE);
                boolean forgotten = faulty && i % 10 == 0;
                program.at(comes, () -> page(8 * HOUR + program.around(30 * MINUTE), forgotten));
            }
        }
        expect(program.until(2 * DAY), faulty, "PEER_CLOSED defect");
    }

    private void page(long stays, boolean forgotten) {
        Session session = program.accept("office");
        ping(session);
        program.in(
                stays,
                () -> {
                    program.leave(session);
                    if (!forgotten) {
                        program.close(session);
                    }
                });
    }

    private void ping(Session session) {
        if (program.holds(session) && !SimulatedProgram.isLeft(session)) {
            program.moveData(session);
            program.in(30 * SECOND, () -> ping(session));
        }
    }

    /** Without pings the same threshold reports what idles: the twin of the pings themselves. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aThresholdAndPings(boolean faulty) {
        program.with("threshold=2m");
        program.at(
                0,
                () -> {
                    Session session = program.accept("office");
                    if (!faulty) {
                        ping(session);
                    }
                });
        expect(program.until(HOUR), faulty, "OPEN notice");
    }

    /**
     * 150 connections, each of which is replaced after about two days; the twin keeps the old ones.
     */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void http2ConnectionsKeptForDays(boolean faulty) {
        for (int i = 0; i < 150; i++) {
            program.at(i * 4 * SECOND, () -> replaced("api", 2 * DAY, 12 * HOUR, faulty));
        }
        expect(program.until((faulty ? 7 : 4) * DAY), faulty, HOARD);
    }

    /** A minimum of 120 connections, each replaced after half an hour as HikariCP does it. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aDatabasePoolWithAMinimumSize(boolean faulty) {
        for (int i = 0; i < 120; i++) {
            program.at(i * 80L, () -> replaced("db", 30 * MINUTE, 45 * SECOND, faulty));
        }
        expect(program.until(DAY), faulty, HOARD);
    }

    private void replaced(String peer, long after, long deviation, boolean faulty) {
        Session session = program.open(peer);
        program.in(
                after - Math.abs(program.around(deviation)),
                () -> {
                    if (!faulty) {
                        program.close(session);
                    }
                    replaced(peer, after, deviation, faulty);
                });
    }
}
