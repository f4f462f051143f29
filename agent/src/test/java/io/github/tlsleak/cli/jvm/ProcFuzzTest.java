package io.github.tlsleak.cli.jvm;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What a process of another user shows of itself. The first byte chooses the file. */
@EnabledOnOs(OS.LINUX)
@Timeout(20)
class ProcFuzzTest {

    private static final List<String> FILES =
            List.of(
                    "status",
                    "cmdline",
                    "environ",
                    "cgroup",
                    "mountinfo",
                    "maps",
                    "mounts",
                    "task/51/comm",
                    "root/tmp/hsperfdata_shop/50",
                    "root/opt/jdk/release");

    @TempDir static Path proc;

    private static LinuxJvms jvms;

    @BeforeAll
    static void machine() throws IOException {
        FakeProc machine = new FakeProc(proc);
        machine.process(40).java("java", "com.acme.Before");
        machine.process(50).java("java", "com.acme.Changed").thread(51, "VM Thread");
        machine.process(60).java("java", "com.acme.Behind");
        for (String file : FILES) {
            Path path = proc.resolve("50").resolve(file);
            Files.createDirectories(path.getParent());
            if (!Files.exists(path)) {
                Files.createFile(path);
            }
        }
        jvms = new LinuxJvms(proc, "own.jar");
    }

    /** The JVMs of others are listed whatever one shows. */
    @FuzzTest
    void theOthersAreListed(byte[] input) throws IOException {
        if (input.length == 0) {
            return;
        }
        Path file = proc.resolve("50").resolve(FILES.get((input[0] & 0xff) % FILES.size()));
        byte[] before = Files.readAllBytes(file);
        try {
            Files.write(file, Arrays.copyOfRange(input, 1, input.length));
            assertThat(jvms.all()).extracting(LocalJvm::pid).contains(40L, 60L).isSorted();
            LocalJvm changed = jvms.find(50);
            if (changed != null) {
                told(changed);
            }
            jvms.heapUse(50);
            jvms.process(50);
        } finally {
            Files.write(file, before);
        }
    }

    private static void told(LocalJvm jvm) {
        assertThat(jvm.toString()).isNotNull();
        Elsewhere there = jvm.elsewhere();
        if (there != null) {
            assertThat(there.directories()).allMatch(directory -> directory.startsWith("/"));
            there.isInMemory(there.workingDirectory());
        }
    }
}
