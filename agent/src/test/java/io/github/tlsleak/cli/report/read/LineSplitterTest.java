package io.github.tlsleak.cli.report.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class LineSplitterTest {

    private static LineSplitter of(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return new LineSplitter(new ByteArrayInputStream(bytes));
    }

    private static String line(LineSplitter lines) {
        return new String(lines.bytes(), 0, lines.length(), StandardCharsets.UTF_8);
    }

    @Test
    void linesWithAndWithoutAnEnd() throws IOException {
        LineSplitter lines = of("a\n\nb");
        assertThat(lines.next()).isTrue();
        assertThat(line(lines)).isEqualTo("a");
        assertThat(lines.isEnded()).isTrue();
        assertThat(lines.next()).isTrue();
        assertThat(lines.length()).isZero();
        assertThat(lines.next()).isTrue();
        assertThat(line(lines)).isEqualTo("b");
        assertThat(lines.isEnded()).isFalse();
        assertThat(lines.number()).isEqualTo(3);
        assertThat(lines.next()).isFalse();
        assertThat(of("").next()).isFalse();
    }

    @Test
    void linesLongerThanTheBuffer() throws IOException {
        String big = "x".repeat(300_000);
        LineSplitter lines = of(big + "\nb\n");
        assertThat(lines.next()).isTrue();
        assertThat(line(lines)).isEqualTo(big);
        assertThat(lines.next()).isTrue();
        assertThat(line(lines)).isEqualTo("b");
        assertThat(lines.bytesRead()).isEqualTo(300_003);
    }

    @Test
    void aLineTooLongIsPassedOver() throws IOException {
        LineSplitter lines = of("x".repeat(LineSplitter.MAX_BYTES + 1) + "\nb\n");
        assertThat(lines.next()).isTrue();
        assertThat(lines.isTooLong()).isTrue();
        assertThat(lines.next()).isTrue();
        assertThat(lines.isTooLong()).isFalse();
        assertThat(line(lines)).isEqualTo("b");
    }
}
