package io.github.tlsleak.it.attach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.tlsleak.it.harness.AgentJvm;
import io.github.tlsleak.it.harness.Boxed;
import io.github.tlsleak.it.harness.CiOnly;
import io.github.tlsleak.it.harness.Cli;
import io.github.tlsleak.it.harness.Ended;
import io.github.tlsleak.it.harness.Forked;
import io.github.tlsleak.it.harness.Jdk;
import io.github.tlsleak.it.harness.OwnJdkOnly;
import io.github.tlsleak.it.harness.Proc;
import io.github.tlsleak.it.harness.Report;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The target is in a container, and the command line is outside. */
@CiOnly
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
            fileThatTheJvmDoesNotSee(box);
            wholeRound(box, cli());
            assertThat(box.service().endsWell().err()).isNotEmpty();
        }
    }

    private void fileThatTheJvmDoesNotSee(Boxed box) throws Exception {
        Path here = Files.createFile(temporary.resolve("rules.txt"));
        Ended attached = cli().run("attach", box.pid(), "suppressions=" + here);
        assertThat(attached.exitCode()).as(attached.everything()).isEqualTo(2);
        assertThat(attached.err().get(0))
                .contains("suppressions=" + here + ": no such file (the file is that JVM's, ")
                .contains(box.file(here.toString()) + " from here)");
        Files.delete(here);
    }

    /** The class path has the name of a jar that is gone: it must not take another for that. */
    @Test
    void twoJars() throws Exception {
        Path second = temporary.resolve("second.jar");
        Files.copy(AgentJvm.JAR, second);
        try (FileSystem zip = FileSystems.newFileSystem(second)) {
            Files.writeString(zip.getPath("more.txt"), "more");
        }
        try (Boxed box = Boxed.on(JDK).start()) {
            for (Cli cli : List.of(cli(), cli().jar(second), cli())) {
                Ended ended = cli.run("attach", box.pid());
                assertThat(ended.exitCode()).as(ended.everything()).isZero();
                box.isClean("/tmp");
            }
            assertThat(new Proc(box.pid()).files())
                    .filteredOn(name -> name.matches("/tmp/tlsleak-.*[.]jar [(]deleted[)]"))
                    .doesNotHaveDuplicates()
                    .hasSizeGreaterThanOrEqualTo(2);
            box.service().endsWell();
        }
        Files.delete(second);
        nothingIsLeftHere();
    }

    /** An earlier JVM with the same process id, and command lines, were killed. */
    @Test
    void whatWasLeftThere() throws Exception {
        try (Boxed box = Boxed.on(JDK).start()) {
            Path socket = box.file("/tmp/.java_pid1");
            try (ServerSocketChannel dead = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
                dead.bind(UnixDomainSocketAddress.of(socket));
            }
            CRC32 sum = new CRC32();
            sum.update(Files.readAllBytes(AgentJvm.JAR));
            String name = "/tmp/tlsleak-%08x.jar".formatted(sum.getValue());
            Files.writeString(box.file(name), "half a j");
            Path request = Files.createDirectory(box.file("/tmp/tlsleak-reach-7"));
            Files.createFile(request.resolve("request"));
            Instant old = Instant.now().minus(Duration.ofHours(2));
            Files.setLastModifiedTime(request, FileTime.from(old));
            assertThat(socket).exists();
            Ended attached = cli().run("attach", box.pid());
            assertThat(attached.exitCode()).as(attached.everything()).isZero();
            assertThat(new Proc(box.pid()).files()).contains(name + " (deleted)");
            box.isClean("/tmp");
            box.service().endsWell();
        }
        nothingIsLeftHere();
    }

    /** Someone in the container answers in the JVM's place, and says nothing. */
    @Test
    void controlCRemovesAll() throws Exception {
        try (Boxed box = Boxed.on(JDK).start();
                ServerSocketChannel silent =
                        ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            silent.bind(UnixDomainSocketAddress.of(box.file("/tmp/.java_pid1")));
            try (Forked cli = cli().start("attach", box.pid())) {
                await().atMost(Duration.ofSeconds(30)).until(() -> silent.accept() != null);
                assertThat(Files.list(box.file("/tmp")).map(file -> file.getFileName().toString()))
                        .anyMatch(name -> name.matches("tlsleak-.*[.]jar"))
                        .anyMatch(name -> name.startsWith("tlsleak-reach-"));
                new ProcessBuilder("kill", "-INT", "" + cli.pid()).start().waitFor();
                assertThat(cli.exitCode(Duration.ofSeconds(30))).isEqualTo(130);
            }
            box.isClean("/tmp");
            box.service().endsWell();
        }
        nothingIsLeftHere();
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
        Path next = box.file("/tmp/more/leaks-1.jsonl");
        Ended set = cli.run("set", box.pid(), "report=/tmp/more/leaks-%p.jsonl", "sample=1");
        assertThat(set.out())
                .as(set.everything())
                .anyMatch(line -> line.startsWith("report: /tmp/leaks.jsonl -> /tmp/more/"))
                .endsWith(
                        "  report    is the JVM's file /tmp/more/leaks-1.jsonl, from here " + next);
        assertThat(next).exists();
        Ended detached = cli.run("detach", box.pid());
        assertThat(detached.exitCode()).as(detached.everything()).isZero();
        assertThat(new Proc(box.pid()).hasAgentThread()).isFalse();
        for (Path file : List.of(report, next, next.getParent())) {
            assertThat(Files.isDirectory(file) || errors(file) == 0).isTrue();
            Files.delete(file);
        }
        box.isClean("/tmp");
        nothingIsLeftHere();
    }

    private static int errors(Path report) throws Exception {
        return Report.read(report).summary().path("agentErrors").asInt(-1);
    }

    private void nothingIsLeftHere() throws Exception {
        try (Stream<Path> files = Files.list(temporary)) {
            assertThat(files.toList()).isEqualTo(List.of());
        }
    }
}
