package io.github.tlsleak.cli.jvm;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Map;
import org.junit.jupiter.api.Timeout;

/** Performance data that any user may have put there. */
@Timeout(20)
class PerfDataFuzzTest {

    /** Nothing is longer than the file, and the same bytes say the same. */
    @FuzzTest
    void valuesOfTheFile(byte[] file) {
        Map<String, String> values = PerfData.parse(ByteBuffer.wrap(file));
        assertThat(PerfData.parse(ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN)))
                .isEqualTo(values);
        int length = 0;
        for (Map.Entry<String, String> value : values.entrySet()) {
            length += value.getKey().length();
        }
        assertThat(length).isLessThanOrEqualTo(file.length);
        HeapUse.in(values);
    }
}
