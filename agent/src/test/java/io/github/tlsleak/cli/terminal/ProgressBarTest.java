package io.github.tlsleak.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class ProgressBarTest {

    private static final long SECOND = 1_000_000_000L;

    private final StringWriter out = new StringWriter();
    private long now = 5;
    private final ProgressBar bar = new ProgressBar(new PrintWriter(out), "reading", () -> now);

    @Test
    void shortWorkShowsNothing() {
        bar.begin(100);
        now += SECOND / 2;
        bar.read(100);
        bar.end();
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void longWorkIsShownAndWipedAway() {
        bar.begin(100L << 20);
        now += SECOND;
        bar.read(50L << 20);
        String half = "\rreading [" + "#".repeat(15) + " ".repeat(15) + "] 50% of 100 MB";
        assertThat(out.toString()).isEqualTo(half);
        bar.read(1);
        assertThat(out.toString()).isEqualTo(half);
        now += SECOND;
        bar.read(90L << 20);
        assertThat(out.toString()).endsWith("\rreading [" + "#".repeat(30) + "] 100% of 100 MB");
        bar.end();
        assertThat(out.toString()).endsWith("\r" + " ".repeat(55) + "\r");
    }

    @Test
    void ofUnknownSize() {
        bar.begin(0);
        now += SECOND;
        bar.read(3 << 20);
        assertThat(out.toString()).isEqualTo("\rreading 3 MB");
    }
}
