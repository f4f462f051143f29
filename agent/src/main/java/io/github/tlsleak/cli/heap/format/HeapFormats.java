package io.github.tlsleak.cli.heap.format;

import io.github.tlsleak.cli.heap.model.HeapReport;
import io.github.tlsleak.cli.report.format.html.HtmlPage;
import io.github.tlsleak.cli.report.format.html.HtmlReport;
import io.github.tlsleak.cli.report.format.text.TextStyle;
import java.io.IOException;
import java.io.Writer;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** The formats of a report of a heap dump. Immutable. */
public final class HeapFormats {

    /** Their names, the default first. */
    public static final List<String> NAMES =
            Collections.unmodifiableList(Arrays.asList("text", "json", "html"));

    private final int top;
    private final TextStyle look;

    /**
     * @param top how many groups of each part text shows
     * @param look how text looks
     */
    public HeapFormats(int top, TextStyle look) {
        this.top = top;
        this.look = look;
    }

    /**
     * Writes a report.
     *
     * @param format one of {@link #NAMES}
     */
    public void write(String format, HeapReport report, Writer to) throws IOException {
        switch (format) {
            case "json":
                new HeapJson().write(report, to);
                break;
            case "html":
                HtmlReport.write(HtmlPage.HEAP, data -> new HeapJson().write(report, data), to);
                break;
            default:
                new HeapText(top, look).write(report, to);
        }
    }
}
