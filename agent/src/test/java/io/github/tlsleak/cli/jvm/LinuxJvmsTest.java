package io.github.tlsleak.cli.jvm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@EnabledOnOs(OS.LINUX)
class LinuxJvmsTest {

    @TempDir Path dir;

    private FakeProc proc;
    private LinuxJvms jvms;

    @BeforeEach
    void machine() throws IOException {
        proc = new FakeProc(dir);
        jvms = new LinuxJvms(dir, "own.jar");
    }

    @Test
    void jvmsByPidWithoutOurselves() throws IOException {
        proc.process(300).java("java", "com.acme.Shop");
        proc.process(20).java("/opt/jdk/bin/java", "-jar", "/opt/my shop/shop.jar", "-x");
        proc.process(21).java("java", "-jar", "/opt/tlsleak-0.1.0.jar", "list");
        proc.process(22).java("java", "-jar", "own.jar", "dump", "300");
        assertThat(jvms.all()).extracting(LocalJvm::pid).containsExactly(20L, 300L);
        assertThat(jvms.all())
                .extracting(LocalJvm::main)
                .containsExactly("shop.jar", "com.acme.Shop");
    }

    @Test
    void processesThatAreHidden() throws IOException {
        assertThat(new LinuxJvms(dir, "own.jar").hidden()).isNull();
        String mounts = "tmpfs /tmp tmpfs rw 0 0\nproc /proc proc rw,relatime,hidepid=%s 0 0\n";
        proc.process(1).file("mounts", mounts.formatted("invisible"));
        assertThat(new LinuxJvms(dir, "own.jar").hidden()).contains("hidepid", "run as root");
        proc.process(1).file("mounts", mounts.formatted("off"));
        assertThat(new LinuxJvms(dir, "own.jar").hidden()).isNull();
        proc.process(1).file("mounts", mounts.formatted("2")).status("Uid", "0\t0\t0\t0");
        assertThat(new LinuxJvms(dir, "own.jar").hidden()).isNull();
    }

    @Test
    void whatIsNoJvm() throws IOException {
        proc.process(7).status("Name", "sshd").commandLine("/usr/sbin/sshd");
        proc.process(8).status("Name", "kthreadd");
        proc.process(9).status("Tgid", "7").java();
        Files.createDirectory(dir.resolve("10"));
        assertThat(jvms.find(7)).isNull();
        assertThat(jvms.find(8)).isNull();
        assertThat(jvms.find(10)).isNull();
        assertThat(jvms.process(7)).isEqualTo("sshd");
        assertThat(jvms.process(9)).isEqualTo("a thread of process 7");
        assertThat(jvms.process(10)).isNull();
        assertThat(jvms.process(11)).isNull();
    }

    @Test
    void aProgramThatHasAJvmInside() throws IOException {
        proc.process(5)
                .link("exe", "/usr/bin/jsvc")
                .commandLine("/usr/bin/jsvc", "-debug")
                .file("maps", "7f00-7f01 r-xp 0 08:01 42   /opt/jdk/lib/server/libjvm.so\n");
        assertThat(jvms.find(5).main()).isEqualTo("jsvc");
    }

    @Test
    void anotherUsersShowsItselfByItsThreads() throws IOException {
        proc.process(5).status("Uid", "7 7 7 7").commandLine("shopd").thread(6, "VM Thread");
        proc.process(7).status("Uid", "7 7 7 7").commandLine("shopd").thread(8, "worker");
        assertThat(jvms.all()).extracting(LocalJvm::pid).containsExactly(5L);
        assertThat(jvms.find(5).uid()).isEqualTo(7);
    }

    @Test
    void performanceDataTellMore() throws IOException {
        Object uid = Files.getAttribute(dir, "unix:uid");
        Map<String, String> data =
                Map.of(
                        "sun.rt.javaCommand", "/opt/my shop/shop.jar --port 80",
                        "java.property.java.version", "1.8.0_402",
                        "java.rt.vmArgs", "-Xmx1g -javaagent:/opt/tlsleak.jar=report=x",
                        "sun.rt.jvmCapabilities", "0000");
        proc.process(1).status("Uid", "0 0 0 0");
        proc.process(5)
                .java("java", "@options", "-jar", "/opt/my shop/shop.jar", "--port", "80")
                .status("Uid", uid + " " + uid + " " + uid + " " + uid)
                .status("NSpid", "5 3")
                .perfData(3, data);
        LocalJvm jvm = jvms.find(5);
        assertThat(List.of(jvm.main(), jvm.version(), jvm.presence().text()))
                .containsExactly("shop.jar", "1.8.0_402", "waiting");
        proc.process(5).java().status("Uid", uid + " " + uid).perfData(5, data);
        assertThat(jvms.find(5).obstacle().reason()).isEqualTo("-XX:+DisableAttachMechanism");
    }

    /** Any user may put a file into /tmp. */
    @Test
    void performanceDataOfAnotherOwnerAreNotBelieved() throws IOException {
        // no user has this number
        proc.process(5)
                .java()
                .status("Uid", "4242 4242 4242 4242")
                .perfData(5, Map.of("sun.rt.javaCommand", "lies.Lies"));
        assertThat(jvms.find(5).main()).isEqualTo("(unknown)");
    }

    @Test
    void versionFromTheReleaseFile() throws IOException {
        proc.process(5)
                .java()
                .file("maps", "7f00-7f01 r-xp 0 08:01 42 /opt/jdk/lib/server/libjvm.so (deleted)\n")
                .file("root/opt/jdk/release", "IMPLEMENTOR=\"X\"\nJAVA_VERSION=\"17.0.9\"\n");
        proc.process(6).java().file("root/opt/jdk/release", "JAVA_VERSION=\"21\"\n");
        assertThat(jvms.find(5).version()).isEqualTo("17.0.9");
        assertThat(jvms.find(6).version()).isEqualTo("21");
        assertThat(new LinuxJvms(dir, "x").find(1)).isNull();
    }

    @Test
    void whatIsNotKnown() throws IOException {
        proc.process(5).java("java");
        LocalJvm jvm = jvms.find(5);
        assertThat(List.of(jvm.main(), jvm.version(), jvm.presence().text()))
                .containsExactly("(unknown)", "?", "-");
        assertThat(jvm).hasToString("JVM 5 ((unknown))");
    }

    @Test
    void optionsFromAllPlaces() throws IOException {
        FakeProc.Entry process =
                proc.process(5)
                        .java("java", "-XX:-UseX", "-XX:+UseY", "Main", "-XX:+UseX")
                        .file("environ", "A=b\0JAVA_TOOL_OPTIONS=-XX:+UseX -XX:+UseZ\0");
        assertThat(process.facts().flag("UseX", true)).isFalse();
        assertThat(process.facts().flag("UseX", false)).isTrue();
        assertThat(process.facts().flag("UseY", true)).isTrue();
        assertThat(process.facts().flag("UseZ", true)).isTrue();
        assertThat(process.facts().flag("UseW", false)).isFalse();
    }

    /** Its library has a name that no file can have; another locale has more such names. */
    @Test
    void whatOneProcessShowsHidesNoOther() throws IOException {
        proc.process(4).java("java", "com.acme.First");
        proc.process(5).java("java", "com.acme.Odd").file("maps", "7f r /opt/a\0b/libjvm.so\n");
        proc.process(6).java("java", "com.acme.Last");
        assertThat(jvms.all()).extracting(LocalJvm::pid).containsExactly(4L, 5L, 6L);
        assertThat(jvms.find(5).version()).isEqualTo("?");
    }

    @Test
    void noProcAtAll() {
        LinuxJvms none = new LinuxJvms(dir.resolve("none"), "x");
        assertThat(none.all()).isEmpty();
        assertThat(none.find(1)).isNull();
        assertThat(none.process(1)).isNull();
    }

    @Test
    void thisMachine() {
        // this JVM is left out, even if it is the only one
        assertThat(LocalJvms.here("x.jar").all())
                .noneMatch(jvm -> jvm.pid() == ProcessHandle.current().pid());
        assertThat(LocalJvms.here("x.jar").process(1)).isNotEmpty();
    }
}
