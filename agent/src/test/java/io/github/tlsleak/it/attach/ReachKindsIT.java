package io.github.tlsleak.it.attach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.tlsleak.it.harness.Boxed;
import io.github.tlsleak.it.harness.CiOnly;
import io.github.tlsleak.it.harness.Cli;
import io.github.tlsleak.it.harness.Ended;
import io.github.tlsleak.it.harness.Jdk;
import io.github.tlsleak.it.harness.OtherUser;
import io.github.tlsleak.it.harness.OwnJdkOnly;
import io.github.tlsleak.it.harness.Proc;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Kinds of containers, and command lines with few rights or in a container of their own. */
@CiOnly
@OwnJdkOnly
@Execution(ExecutionMode.CONCURRENT)
class ReachKindsIT {

    private static final Jdk JDK = Jdk.own();
    private static final String BARE = "--limit-modules=java.base,java.logging,jdk.zipfs";
    private static final String READ_ONLY = "mount -o remount,bind,ro /";

    @TempDir Path temporary;

    private Cli cli() {
        return Cli.on(JDK).temporary(temporary);
    }

    /** Its root is user 100000 here, and this root is nobody there. */
    @Test
    void userNamespaceAndReadOnlyRoot() throws Exception {
        Boxed.Maker maker =
                Boxed.on(JDK)
                        .outside(OtherUser.as(100_000))
                        .namespaces("--user", "--map-root-user", "--net")
                        .script(READ_ONLY);
        try (Boxed box = maker.start()) {
            findsALeak(box, cli(), box.pid());
        }
    }

    /**
     * What {@code kubectl debug --profile=general} leaves to root. The JVM cannot write to its
     * {@code java.io.tmpdir}, and the command line has no attach module.
     */
    @Test
    void userNobodyWithTheRightsOfAnEphemeralContainer() throws Exception {
        Boxed.Maker maker =
                Boxed.on(JDK)
                        .script("mkdir /tmp/ro; mount -o remount,noexec /tmp")
                        .inside(OtherUser.as(OtherUser.ONE))
                        .jvm("-Djava.io.tmpdir=/tmp/ro");
        try (Boxed box = maker.start()) {
            String rights =
                    "--bounding-set=-all,+chown,+dac_override,+fowner,+kill,+setgid,+setuid";
            Cli cli = cli().under(List.of("setpriv", rights + ",+sys_ptrace")).jvm(BARE);
            findsALeak(box, cli, box.pid());
        }
    }

    /** Both share process ids, as in a pod, and no files. No library can be loaded there. */
    @Test
    void fromASidecar() throws Exception {
        try (Boxed box = Boxed.on(JDK).start()) {
            List<String> sidecar =
                    List.of("nsenter", "-t", "" + box.pid(), "-p", "unshare", "-m", "--mount-proc");
            List<String> own =
                    List.of(
                            "sh",
                            "-c",
                            "mount -t tmpfs -o noexec tmpfs /dev/shm; exec \"$@\"",
                            "sh");
            Cli cli =
                    Cli.on(JDK).under(sidecar).under(own).temporary(Path.of("/dev/shm")).jvm(BARE);
            findsALeak(box, cli, 1);
        }
    }

    /** An image made by jlink, as many services ship it, in the container and outside. */
    @Test
    void imagesWithoutTheAttachModule() throws Exception {
        Path jlink = JDK.home().resolve("bin/jlink");
        assumeTrue(Files.isExecutable(jlink), "no jlink: no image of its own");
        Path image = Files.createTempDirectory(Path.of("/var/tmp"), "tlsleak-it-").resolve("jre");
        String modules = "java.base,java.instrument,java.logging,jdk.zipfs,jdk.crypto.ec";
        Process made =
                new ProcessBuilder(
                                jlink.toString(), "--add-modules=" + modules, "--output=" + image)
                        .inheritIO()
                        .start();
        assertThat(made.waitFor(60, TimeUnit.SECONDS) && made.exitValue() == 0).isTrue();
        Path java = image.resolve("bin/java");
        try (Boxed box = Boxed.on(JDK).java(java).start()) {
            findsALeak(box, cli().java(java), box.pid());
        } finally {
            Boxed.delete(image.getParent());
        }
    }

    /** A container that may do nothing, and a command line that may do nothing: the same user. */
    @Test
    void noRightsAtAll() throws Exception {
        try (Boxed box = Boxed.on(JDK).inside(OtherUser.as(OtherUser.ONE)).start()) {
            Files.setPosixFilePermissions(temporary, EnumSet.allOf(PosixFilePermission.class));
            findsALeak(box, cli().under(OtherUser.as(OtherUser.ONE)), box.pid());
        }
    }

    @Test
    void aReadOnlyTmp() throws Exception {
        try (Boxed box = Boxed.on(JDK).script("mount -o remount,ro /tmp").start()) {
            Ended attached = cli().run("attach", box.pid());
            assertThat(attached.exitCode()).as(attached.everything()).isEqualTo(3);
            assertThat(attached.err())
                    .hasSize(1)
                    .first()
                    .asString()
                    .contains("its directory /tmp (Read-only file system)", "emptyDir");
            box.isClean("/dev/shm");
            assertThat(box.service().endsWell().err()).isEmpty();
        }
        assertThat(temporary).isEmptyDirectory();
    }

    @Test
    void withoutTheRightToSeeFiles() throws Exception {
        List<String> less = List.of("setpriv", "--bounding-set=-sys_ptrace");
        try (Boxed box = Boxed.on(JDK).inside(OtherUser.as(OtherUser.ONE)).start()) {
            for (String command : List.of("attach", "heap")) {
                Ended ended = cli().under(less).run(command, box.pid());
                assertThat(ended.exitCode()).as(ended.everything()).isEqualTo(3);
                assertThat(ended.err()).hasSize(1);
                assertThat(ended.err().get(0)).contains("CAP_SYS_PTRACE is missing");
            }
            assertThat(box.service().endsWell().err()).isEmpty();
        }
    }

    /** The dump is written there and read here. */
    @Test
    void aHeapDump() throws Exception {
        Path kept = temporary.resolve("kept.hprof");
        try (Boxed box = Boxed.on(JDK).inside(OtherUser.as(OtherUser.ONE)).start()) {
            Ended heap = cli().run("heap", box.pid(), "--yes", "--keep", kept);
            assertThat(heap.exitCode()).as(heap.everything()).isZero();
            assertThat(Files.getAttribute(kept, "unix:uid")).isEqualTo(0);
            box.isClean("/tmp");
            assertThat(box.service().endsWell().err()).isEmpty();
        }
    }

    private static void findsALeak(Boxed box, Cli cli, long pid) throws Exception {
        Ended attached = cli.run("attach", pid);
        assertThat(attached.exitCode()).as(attached.everything()).isZero();
        box.service().ask("leak 1");
        Ended dump = cli.run("dump", pid, "--gc");
        assertThat(dump.out()).as(dump.everything()).anyMatch(line -> line.contains(" 1 leak,"));
        Ended detached = cli.run("detach", pid);
        assertThat(detached.exitCode()).as(detached.everything()).isZero();
        assertThat(new Proc(box.pid()).hasAgentThread()).isFalse();
        box.isClean("/tmp");
        // one copy, whose name is gone, however many commands there were
        Stream<String> open = new Proc(box.pid()).files().stream();
        assertThat(open.filter(file -> file.matches(".*tlsleak-[0-9a-f]{8}.*"))).hasSize(1);
    }
}
