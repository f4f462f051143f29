package io.github.tlsleak.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class WaitingLineTest {

    private final StringWriter text = new StringWriter();

    @Test
    void theLineIsShownAndGoneAfterwards() throws Exception {
        CountDownLatch shown = new CountDownLatch(3);
        PrintWriter out =
                new PrintWriter(text) {
                    @Override
                    public void flush() {
                        super.flush();
                        shown.countDown();
                    }
                };
        WaitingLine line = new WaitingLine(out, "waiting for JVM 5", 1);
        assertThat(shown.await(60, TimeUnit.SECONDS)).isTrue();
        line.close();
        String all = text.toString();
        assertThat(all).startsWith("\rwaiting for JVM 5, 0 s\r").endsWith(" \r");
        line.close();
        assertThat(text.toString()).as("closed twice").isEqualTo(all);
    }

    @Test
    void whatIsQuickShowsNothing() {
        new WaitingLine(new PrintWriter(text), "waiting", 60_000).close();
        assertThat(text.toString()).isEmpty();
    }

    @Test
    void nothingIsShownWithoutATerminal() throws Exception {
        WaitingLine.here(new PrintWriter(text), "waiting").close();
        assertThat(text.toString()).isEmpty();
    }
}
