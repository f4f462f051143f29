package io.github.tlsleak.cli.jvm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class HeapUseTest {

    @TempDir Path dir;

    @Test
    void allSpacesTogether() {
        HeapUse use =
                HeapUse.in(
                        Map.of(
                                "sun.gc.generation.0.space.0.used", "1000",
                                "sun.gc.generation.0.space.2.used", "200",
                                "sun.gc.generation.1.space.0.used", "30",
                                "sun.gc.generation.1.space.0.capacity", "9999",
                                "sun.gc.metaspace.used", "9999"));
        assertThat(use.isKnown()).isTrue();
        assertThat(use.isCounted()).isTrue();
        assertThat(use.bytes()).isEqualTo(1230);
    }

    @Test
    void notKnownBeforeTheFirstCollection() {
        HeapUse use = HeapUse.in(Map.of("sun.gc.generation.0.space.0.used", "0"));
        assertThat(use.isKnown()).isFalse();
        assertThat(HeapUse.in(Map.of("sun.gc.generation.0.space.0.used", "x")).isKnown()).isFalse();
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void theMemoryOfTheProcessIsTheLimit() throws IOException {
        FakeProc proc = new FakeProc(dir);
        proc.process(5).java("java", "Shop").status("VmRSS", "  2048 kB");
        HeapUse use = new LinuxJvms(dir, "tlsleak.jar").heapUse(5);
        assertThat(use.isKnown()).isTrue();
        assertThat(use.isCounted()).isFalse();
        assertThat(use.bytes()).isEqualTo(2048 * 1024);
        assertThat(new LinuxJvms(dir, "tlsleak.jar").heapUse(6).isKnown()).isFalse();
    }
}
