package io.github.tlsleak.it.agent;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tlsleak.it.harness.AppRun;
import io.github.tlsleak.it.harness.Forked;
import io.github.tlsleak.it.harness.Jdk;
import io.github.tlsleak.it.harness.OwnJdkOnly;
import io.github.tlsleak.it.harness.Report;
import io.github.tlsleak.it.peer.Peer;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A process that was suspended in the middle of a handshake is not taken for a stuck one. */
@OwnJdkOnly
@EnabledOnOs({OS.LINUX, OS.MAC})
class SuspendedIT {

    @TempDir Path directory;

    private static void signal(Forked app, String signal) throws Exception {
        Process kill = new ProcessBuilder("kill", "-" + signal, String.valueOf(app.pid())).start();
        assertThat(kill.waitFor()).isZero();
    }

    @Test
    void aSuspendedHandshakeIsNotStuck() throws Exception {
        AppRun run = new AppRun(Jdk.own(), directory).option("stuck", "4s");
        try (Peer peer = Peer.server("await", "1.3");
                Forked app =
                        run.start(
                                "living.HandshakeSlow",
                                "127.0.0.1",
                                String.valueOf(peer.port()),
                                "1.3")) {
            app.awaitOut("ASKED"::equals, AppRun.LONG);
            signal(app, "STOP");
            // as long as nothing moves: longer than stuck
            Thread.sleep(7_000);
            signal(app, "CONT");
            app.awaitOut("DONE"::equals, AppRun.LONG);
            app.release();
            assertThat(app.exitCode(AppRun.LONG)).as(app.everything()).isZero();
            Report report = Report.read(directory.resolve("report.jsonl"));
            assertThat(report.findings()).as(app.everything()).isEmpty();
            assertThat(report.summary().path("agentErrors").asInt()).isZero();
        }
    }
}
