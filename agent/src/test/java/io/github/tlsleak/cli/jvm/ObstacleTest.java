package io.github.tlsleak.cli.jvm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@EnabledOnOs(OS.LINUX)
class ObstacleTest {

    @TempDir Path dir;

    private FakeProc proc;
    private FakeProc.Entry process;

    @BeforeEach
    void machine() throws IOException {
        proc = new FakeProc(dir);
        process = proc.process(5).java("java", "Main");
    }

    private Obstacle obstacle() {
        ProcEntry self = new ProcEntry(dir.resolve("self"));
        return Obstacle.of(process.entry(), process.facts(), self);
    }

    private void is(String reason, String remedy) {
        assertThat(obstacle()).isNotNull();
        assertThat(obstacle().reason()).isEqualTo(reason);
        assertThat(obstacle().remedy()).contains(remedy);
    }

    @Test
    void none() {
        assertThat(obstacle()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "T (stopped), stopped, kill -CONT 5",
        "t (tracing stop), stopped by a debugger, resume",
        "Z (zombie), has ended (zombie), parent",
    })
    void state(String state, String reason, String remedy) throws IOException {
        process.status("State", state);
        is(reason, remedy);
    }

    /** Root can bring files there. */
    @ParameterizedTest
    @ValueSource(strings = {"mnt", "pid", "user"})
    void otherNamespace(String kind) throws IOException {
        process.namespace(kind, 77);
        assertThat(obstacle()).isNull();
    }

    /** The kernel does not show the files of a process that this one has no right to look at. */
    @Test
    void filesThatAreHidden() throws IOException {
        process.status("NSpid", "5\t1").hidden();
        is("more rights than this user", "root only");
        process.status("Uid", "424242\t424242\t424242\t424242");
        is("user 424242", "root only: sudo java -jar tlsleak.jar");
        proc.process(1).status("Uid", "0\t0\t0\t0").status("CapEff", "00000000a80425fb");
        is("CAP_SYS_PTRACE is missing", "kubectl debug --profile=general");
        proc.process(1).status("Uid", "0\t0\t0\t0").status("CapEff", "000001ffffffffff");
        is("other user namespace", "AppArmor");
    }

    @Test
    void aSignalThatRootMayNotSend() throws IOException {
        process.namespace("mnt", 77);
        proc.process(1).status("Uid", "0\t0\t0\t0").status("CapEff", "000001ffffffffdf");
        is("CAP_KILL is missing", "run as user ");
    }

    /** With the /proc of another namespace a process id means another process. */
    @Test
    void processIdsOfAnotherNamespace() throws IOException {
        proc.process(1).status("NSpid", "1\t7").namespace("pid", 88);
        process.status("NSpid", "5\t1").namespace("pid", 77);
        is("other /proc", "mount /proc");
        process.namespace("pid", 88);
        assertThat(obstacle()).isNull();
    }

    @Test
    void otherUser() throws IOException {
        process.status("Uid", "0\t0\t0\t0");
        is("user root", "sudo -u root java -jar tlsleak.jar");
        process.status("Uid", "424242\t424242\t424242\t424242");
        is("user 424242", "sudo -u '#424242' java");
    }

    @Test
    void otherGroup() throws IOException {
        process.status("Gid", "1000\t7\t7\t7");
        is("group 7", "sudo -g '#7' java");
    }

    @Test
    void rootMayAttachToAnybody() throws IOException {
        proc.process(1).status("Uid", "0\t0\t0\t0").status("Gid", "0\t0\t0\t0");
        assertThat(obstacle()).isNull();
    }

    @Test
    void optionsThatForbidIt() throws IOException {
        process.java("java", "-XX:+DisableAttachMechanism", "Main");
        is("-XX:+DisableAttachMechanism", "-javaagent:tlsleak.jar");
        process.java("java", "-XX:-EnableDynamicAgentLoading", "Main");
        is("-XX:-EnableDynamicAgentLoading", "-javaagent:tlsleak.jar");
        process.java("java", "-XX:-DisableAttachMechanism", "-XX:+EnableDynamicAgentLoading", "M");
        assertThat(obstacle()).isNull();
    }

    @Test
    void aDumpLoadsNothing() throws IOException {
        process.java("java", "-XX:-EnableDynamicAgentLoading", "Main");
        assertThat(obstacle().toDump()).isNull();
        process.status("SigCgt", "0");
        assertThat(obstacle().toDump().remedy()).contains("-Xrs").doesNotContain("javaagent");
        process.java("java", "-XX:+DisableAttachMechanism", "Main");
        assertThat(obstacle().toDump().reason()).isEqualTo("-XX:+DisableAttachMechanism");
        assertThat(obstacle().toDump().remedy()).contains("HeapDumpOnOutOfMemoryError");
        process.status("State", "T (stopped)");
        assertThat(obstacle().toDump().remedy()).isEqualTo(obstacle().remedy());
    }

    /** SIGQUIT would end the JVM. */
    @Test
    void sigquitNotHandled() throws IOException {
        process.status("SigCgt", "2000000101005cc9");
        is("still starting", "-Xrs");
        process.status("SigCgt", "nonsense");
        assertThat(obstacle()).isNull();
    }

    @Test
    void aJvmThatListensNeedsNoSignal() throws IOException {
        process.status("SigCgt", "0").file("root/tmp/.java_pid5", "");
        assertThat(obstacle()).isNull();
    }

    @Test
    void anotherVirtualMachine() throws IOException {
        process.file("maps", "7f00-7f01 r-xp 0 08:01 42 /opt/jdk/lib/default/libj9vm29.so\n");
        is("OpenJ9", "HotSpot");
    }
}
