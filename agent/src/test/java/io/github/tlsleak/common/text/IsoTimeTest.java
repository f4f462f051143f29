package io.github.tlsleak.common.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Random;
import org.junit.jupiter.api.Test;

class IsoTimeTest {

    private static final DateTimeFormatter JDK =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    @Test
    void millisecondsAreAlwaysThere() {
        assertThat(IsoTime.of(0)).isEqualTo("1970-01-01T00:00:00.000Z");
        assertThat(IsoTime.of(1_000_000_000_120L)).isEqualTo("2001-09-09T01:46:40.120Z");
    }

    @Test
    void isTheTimeThatTheJdkTells() {
        for (String edge :
                new String[] {
                    "0000-01-01T00:00:00Z",
                    "1600-02-29T23:59:59.999Z",
                    "1900-02-28T23:59:59.999Z",
                    "1900-03-01T00:00:00Z",
                    "1969-12-31T23:59:59.999Z",
                    "2000-02-29T12:00:00Z",
                    "2024-12-31T23:59:59.999Z",
                    "9999-12-31T23:59:59.999Z"
                }) {
            Instant time = Instant.parse(edge);
            assertThat(IsoTime.of(time.toEpochMilli())).isEqualTo(JDK.format(time));
        }
        long first = Instant.parse("0000-01-01T00:00:00Z").toEpochMilli();
        long last = Instant.parse("9999-12-31T23:59:59Z").toEpochMilli();
        Random random = new Random(1);
        for (int i = 0; i < 20_000; i++) {
            long millis = first + (long) (random.nextDouble() * (last - first));
            assertThat(IsoTime.of(millis)).isEqualTo(JDK.format(Instant.ofEpochMilli(millis)));
        }
    }
}
