package io.github.tlsleak.cli.heap.take;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tlsleak.cli.jvm.AgentPresence;
import io.github.tlsleak.cli.jvm.HeapUse;
import io.github.tlsleak.cli.jvm.LocalJvm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DumpSizeTest {

    private static DumpSize size(String version, HeapUse use) {
        return new DumpSize(new LocalJvm(5, "Shop", version, AgentPresence.NONE, null, -1), use);
    }

    /** Newer JVMs copy the parts of a dump into one file. */
    @ParameterizedTest
    @CsvSource({
        "1.8.0_402, 3000000",
        "17.0.9, 3000000",
        "21.0.2, 3000000",
        "22, 6000000",
        "25-ea, 6000000",
        "28.0.1, 6000000",
        "?, 6000000",
    })
    void theSpaceWhileItIsWritten(String version, long bytes) {
        assertThat(size(version, HeapUse.counted(2_000_000)).peak()).isEqualTo(bytes);
    }

    @Test
    void text() {
        HeapUse most = HeapUse.atMost(2_000_000);
        assertThat(size("17", HeapUse.counted(2_000_000)).text()).isEqualTo("up to about 3.0 MB");
        assertThat(size("25", HeapUse.counted(2_000_000)).text())
                .isEqualTo("up to about 3.0 MB (twice that for a moment)");
        assertThat(size("17", most).text())
                .isEqualTo("less than 3.0 MB (all memory of the process is 2.0 MB)");
        assertThat(size("25", HeapUse.UNKNOWN).text()).contains("not known from outside");
        assertThat(size("25", HeapUse.UNKNOWN).peak()).isZero();
    }
}
