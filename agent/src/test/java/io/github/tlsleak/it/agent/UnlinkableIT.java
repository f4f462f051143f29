package io.github.tlsleak.it.agent;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tlsleak.it.harness.AgentJvm;
import io.github.tlsleak.it.harness.AppRun;
import io.github.tlsleak.it.harness.Cli;
import io.github.tlsleak.it.harness.Ended;
import io.github.tlsleak.it.harness.Forked;
import io.github.tlsleak.it.harness.Jdk;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A class that cannot be linked can have no instance. Attach and detach leave it alone without a
 * message. A second attach covers what the first one covered.
 */
class UnlinkableIT {

    static List<Jdk> jdks() {
        return Jdk.all();
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void itIsLeftAlone(Jdk jdk) throws Exception {
        AgentJvm jvm = new AgentJvm(jdk).withoutAgent();
        try (Forked app = jvm.start("io.github.tlsleak.apps.hard.Unlinkable")) {
            app.awaitOut(line -> line.equals("READY"), AppRun.LONG);
            String first = attachAndDetach(jdk, app.pid());
            String second = attachAndDetach(jdk, app.pid());
            assertThat(second).isEqualTo(first);
            app.release();
            app.endsWell(AppRun.LONG);
            assertThat(app.err())
                    .as(app.everything())
                    .noneMatch(line -> line.matches("\\[tlsleak\\] (ERROR|WARN).*"));
        }
    }

    /** The classes that are covered. */
    private static String attachAndDetach(Jdk jdk, long pid) throws Exception {
        Ended attached = Cli.on(jdk).run("attach", pid);
        assertThat(attached.exitCode()).as(attached.everything()).isZero();
        assertThat(attached.out()).noneMatch(line -> line.startsWith("  NOT"));
        Ended status = Cli.on(jdk).run("status", pid);
        assertThat(status.out()).noneMatch(line -> line.startsWith("not covered"));
        Ended detached = Cli.on(jdk).run("detach", pid);
        assertThat(detached.exitCode()).as(detached.everything()).isZero();
        assertThat(detached.out()).noneMatch(line -> line.contains("could not"));
        return attached.out().stream()
                .filter(line -> line.startsWith("  covered"))
                .findFirst()
                .orElseThrow();
    }
}
