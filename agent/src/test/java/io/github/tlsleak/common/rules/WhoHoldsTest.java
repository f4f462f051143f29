package io.github.tlsleak.common.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tlsleak.common.verdict.Verdict;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class WhoHoldsTest {

    @Test
    void onlyWhatIsAliveIsHeld() {
        List<Verdict> asked = new ArrayList<>();
        for (Verdict verdict : Verdict.values()) {
            if (WhoHolds.isAsked(verdict, false)) {
                asked.add(verdict);
            }
        }
        assertThat(asked)
                .containsExactlyInAnyOrder(
                        Verdict.STUCK, Verdict.SESSION_HOARD, Verdict.OPEN, Verdict.RETAINED);
        assertThat(WhoHolds.isAsked(Verdict.NATIVE, true)).isTrue();
        assertThat(WhoHolds.isAsked(Verdict.NATIVE, false)).as("collected").isFalse();
        assertThat(WhoHolds.isAsked(null, true)).as("a verdict of a later version").isFalse();
    }

    @Test
    void oneLineWithTheCommandForOneProcess() {
        assertThat(WhoHolds.line(4711))
                .isEqualTo("who holds them: java -jar tlsleak.jar heap 4711");
    }

    @Test
    void noLineWithoutAProcess() {
        assertThat(WhoHolds.line(-1)).isNull();
        assertThat(WhoHolds.command(List.of(0L, -1L))).isNull();
        assertThat(WhoHolds.command(List.of())).isNull();
    }

    @Test
    void severalProcessesAfterTheFirstEachOnce() {
        assertThat(WhoHolds.command(List.of(-1L, 12L, 11L, 12L, 13L)))
                .isEqualTo("java -jar tlsleak.jar heap 12; also of 11, 13");
        assertThat(WhoHolds.command(List.of(1L, 2L, 3L, 4L, 5L, 6L, 7L)))
                .isEqualTo("java -jar tlsleak.jar heap 1; also of 2, 3, 4, 5 and 2 more");
    }
}
