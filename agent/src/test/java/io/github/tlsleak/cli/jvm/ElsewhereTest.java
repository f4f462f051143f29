package io.github.tlsleak.cli.jvm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@EnabledOnOs(OS.LINUX)
class ElsewhereTest {

    private static final String ID =
            "4f5e9a7c1b2d4f5e9a7c1b2d4f5e9a7c1b2d4f5e9a7c1b2d4f5e9a7c1b2d4f5e";

    @TempDir Path dir;

    private FakeProc.Entry process;

    @BeforeEach
    void machine() throws IOException {
        process = new FakeProc(dir).process(5).java("java", "-Djava.io.tmpdir=/scratch", "Main");
    }

    private Elsewhere elsewhere() {
        ProcEntry self = new ProcEntry(dir.resolve("self"));
        return Elsewhere.of(process.entry(), process.facts(), self);
    }

    private String name() throws IOException {
        process.namespace("mnt", 77);
        return Objects.requireNonNull(elsewhere()).name();
    }

    @Test
    void aJvmBesideThisOne() {
        assertThat(elsewhere()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "0::/kubepods.slice/kubepods-burstable-pod1.slice/cri-containerd-ID.scope, container 4f5e9a7c1b2d",
        "0::/../cri-containerd-ID.scope, container 4f5e9a7c1b2d",
        "12:memory:/docker/ID, container 4f5e9a7c1b2d",
        "0::/machine.slice/libpod-ID.scope/container, container 4f5e9a7c1b2d",
        "0::/lxc.payload.shop/system.slice/shop.service, container shop",
        "0::/system.slice/shop.service, service shop.service",
        "0::/, namespaces mnt",
    })
    void itsName(String groups, String name) throws IOException {
        process.file("cgroup", groups.replace("ID", ID) + "\n");
        assertThat(name()).isEqualTo(name);
    }

    @Test
    void itsNameByTheFilesThatDockerMounts() throws IOException {
        process.file("cgroup", "0::/\n");
        process.file(
                "mountinfo",
                "613 590 8:1 /var/lib/docker/containers/" + ID + "/hostname /etc/hostname rw\n");
        assertThat(name()).isEqualTo("container 4f5e9a7c1b2d");
    }

    @Test
    void itsProcessIds() throws IOException {
        process.status("NSpid", "5\t1").namespace("pid", 77);
        assertThat(elsewhere()).isNotNull();
        assertThat(elsewhere().innerPid()).isEqualTo(1);
        assertThat(elsewhere().signalPid()).isEqualTo(5);
    }

    @Test
    void itsDirectories() throws IOException {
        process.namespace("mnt", 77).link("cwd", "/app");
        assertThat(elsewhere().directories())
                .containsExactly("/tmp", "/scratch", "/dev/shm", "/var/tmp", "/app");
        assertThat(elsewhere().workingDirectory()).isEqualTo("/app");
    }
}
