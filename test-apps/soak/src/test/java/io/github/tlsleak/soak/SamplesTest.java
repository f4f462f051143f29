package io.github.tlsleak.soak;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class SamplesTest {

    @Test
    void readsWhatTheProgramSays() {
        assertThat(
                        Samples.of(
                                "sessions 5 heap 10 metaspace 20 threads 30 descriptors 40 resident 50"))
                .isEqualTo(
                        Map.of(
                                Figure.HEAP, 10L,
                                Figure.METASPACE, 20L,
                                Figure.THREADS, 30L,
                                Figure.DESCRIPTORS, 40L,
                                Figure.RESIDENT, 50L));
    }

    @Test
    void nativeMemoryIsAllButTheHeap() {
        String summary =
                """
                4711:

                Native Memory Tracking:

                Total: reserved=2500000KB, committed=700000KB
                       malloc: 50000KB #1000
                       mmap:   reserved=2450000KB, committed=650000KB

                -                 Java Heap (reserved=524288KB, committed=524288KB)
                                            (mmap: reserved=524288KB, committed=524288KB)

                -                     Class (reserved=1048776KB, committed=1352KB)
                """;
        assertThat(Samples.nativeBytes(summary)).isEqualTo((700_000L - 524_288) * 1024);
    }
}
