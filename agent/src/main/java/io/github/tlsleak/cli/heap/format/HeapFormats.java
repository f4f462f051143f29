package io.github.tlsleak.cli.heap.format;

import io.github.tlsleak.cli.heap.model.HeapReport;
import io.github.tlsleak.cli.report.format.html.HtmlPage;
import io.github.tlsleak.cli.report.format.html.HtmlReport;
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
    private final boolean colours;
    private final int width;

    /**
     * @param top how many groups of each part text shows
     * @param colours whether text has colours
     * @param width the column at which text is wrapped; 0: not at all
     */
    public HeapFormats(int top, boolean colours, int width) {
        this.top = top;
        this.colours = colours;
        this.width = width;
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
                new HeapText(top, colours, width).write(report, to);
        }
    }
}
