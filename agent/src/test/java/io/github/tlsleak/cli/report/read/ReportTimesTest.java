package io.github.tlsleak.cli.report.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReportTimesTest {

    private static long parse(String text) {
        char[] chars = ("xx" + text + "yy").toCharArray();
        return ReportTimes.parse(chars, 2, text.length());
    }

    @Test
    void asTheJdkReadsThem() {
        SplittableRandom random = new SplittableRandom(4);
        long end = Instant.parse("9999-12-31T23:59:59.999Z").toEpochMilli();
        long begin = Instant.parse("0001-01-01T00:00:00Z").toEpochMilli();
        for (int i = 0; i < 10_000; i++) {
            long millis = random.nextLong(begin, end);
            assertThat(parse(ReportTimes.text(millis))).isEqualTo(millis);
        }
    }

    @Test
    void fractionsOfAnyLength() {
        long second = Instant.parse("2024-02-29T23:59:59Z").toEpochMilli();
        assertThat(parse("2024-02-29T23:59:59Z")).isEqualTo(second);
        assertThat(parse("2024-02-29T23:59:59.5Z")).isEqualTo(second + 500);
        assertThat(parse("2024-02-29T23:59:59.25Z")).isEqualTo(second + 250);
        assertThat(parse("2024-02-29T23:59:59.123456789Z")).isEqualTo(second + 123);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "soon",
                "2026-11-22",
                "2026-11-22T10:00:00",
                "2026-11-22T10:00:00+01:00",
                "2026-13-22T10:00:00Z",
                "2026-00-22T10:00:00Z",
                "2025-02-29T10:00:00Z",
                "2026-11-00T10:00:00Z",
                "2026-11-22T24:00:00Z",
                "2026-11-22T10:60:00Z",
                "2026-11-22T10:00:0xZ",
                "2026-11-22T10:00:00.Z",
                "2026-11-22T10:00:00.xZ",
                "2026-11-22T10:00:00.1234567890Z",
                "2026-11-22T10:00:00xxZ"
            })
    void noTime(String text) {
        assertThat(parse(text)).isEqualTo(ReportTimes.UNKNOWN);
        assertThat(ReportTimes.text(ReportTimes.UNKNOWN)).isNull();
    }
}
