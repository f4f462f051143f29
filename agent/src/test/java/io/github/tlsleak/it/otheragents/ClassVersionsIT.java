package io.github.tlsleak.it.otheragents;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tlsleak.it.harness.AppRun;
import io.github.tlsleak.it.harness.Forked;
import io.github.tlsleak.it.harness.Jdk;
import io.github.tlsleak.it.peer.Peer;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Another agent is never asked about a class of tlsleak that is too new for the JVM: glowroot wrote
 * a stack trace to the standard output of each program on Java 8.
 */
@Execution(ExecutionMode.CONCURRENT)
class ClassVersionsIT {

    private static final String AGENT = "io.github.tlsleak.apps.agents.ClassVersions";

    /** The agent loads it last, with all that nobody has asked for. */
    private static final String LOADED_LATE = "io/github/tlsleak/agent/output/status/DumpJson";

    @TempDir Path directory;

    static List<Jdk> jdks() {
        return Jdk.all();
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void noClassIsTooNew(Jdk jdk) throws Exception {
        AppRun run =
                new AppRun(jdk, directory).jvm("-javaagent:" + OtherAgent.jarOf(AGENT, directory));
        try (Peer peer = Peer.server("await", "1.2");
                Forked app =
                        run.start(
                                "others.RoundTrips",
                                "127.0.0.1",
                                String.valueOf(peer.port()),
                                "1.2",
                                "wait")) {
            app.awaitOut(line -> line.endsWith(LOADED_LATE), AppRun.LONG);
            app.in().write('\n');
            app.in().flush();
            app.release();
            app.endsWell(AppRun.LONG);
            assertThat(app.out()).contains("DONE");
            assertThat(app.out())
                    .filteredOn(line -> line.startsWith("class "))
                    .hasSizeGreaterThan(100)
                    .allMatch(line -> Integer.parseInt(line.split(" ")[1]) <= 44 + jdk.major());
        }
    }
}
