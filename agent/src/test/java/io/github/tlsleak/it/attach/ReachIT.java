package io.github.tlsleak.it.attach;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tlsleak.it.harness.Boxed;
import io.github.tlsleak.it.harness.Cli;
import io.github.tlsleak.it.harness.Ended;
import io.github.tlsleak.it.harness.Jdk;
import io.github.tlsleak.it.harness.OwnJdkOnly;
import io.github.tlsleak.it.harness.Proc;
import io.github.tlsleak.it.harness.Report;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The target is in a container, and the command line is outside. */
@OwnJdkOnly
@Execution(ExecutionMode.CONCURRENT)
class ReachIT {

    private static final Jdk JDK = Jdk.own();

    @TempDir Path temporary;

    private Cli cli() {
        return Cli.on(JDK).temporary(temporary);
    }

    @Test
    void fromTheHost() throws Exception {
        try (Boxed box = Boxed.on(JDK).start()) {
            Ended list = cli().run("list");
            assertThat(list.out())
                    .as(list.everything())
                    .anyMatch(line -> line.matches("\\s*" + box.pid() + " .*namespaces mnt, pid"));
            wholeRound(box, cli());
            assertThat(box.service().endsWell().err()).isNotEmpty();
        }
    }

    private void wholeRound(Boxed box, Cli cli) throws Exception {
        Ended attached = cli.run("attach", box.pid(), "report=/tmp/leaks.jsonl");
        assertThat(attached.exitCode()).as(attached.everything()).isZero();
        Path report = box.file("/tmp/leaks.jsonl");
        assertThat(String.join("\n", attached.out()))
                .contains("next      dump " + box.pid() + " --gc", "from here " + report);
        box.isClean("/tmp");
        box.service().leak(1, report, 2);
        Ended dump = cli.run("dump", box.pid(), "--gc");
        assertThat(dump.exitCode()).as(dump.everything()).isZero();
        assertThat(dump.out()).anyMatch(line -> line.contains("2 leaks"));
        assertThat(dump.out().get(dump.out().size() - 1)).contains("is process " + box.pid());
        Ended detached = cli.run("detach", box.pid());
        assertThat(detached.exitCode()).as(detached.everything()).isZero();
        assertThat(new Proc(box.pid()).hasAgentThread()).isFalse();
        assertThat(Report.read(report).summary().path("agentErrors").asInt()).isZero();
        Files.delete(report);
        box.isClean("/tmp");
        nothingIsLeftHere();
    }

    private void nothingIsLeftHere() throws Exception {
        try (Stream<Path> files = Files.list(temporary)) {
            assertThat(files.toList()).isEqualTo(List.of());
        }
    }
}
