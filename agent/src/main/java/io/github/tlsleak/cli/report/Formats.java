package io.github.tlsleak.cli.report;

import io.github.tlsleak.cli.report.format.BaselineFormat;
import io.github.tlsleak.cli.report.format.CollapsedFormat;
import io.github.tlsleak.cli.report.format.Format;
import io.github.tlsleak.cli.report.format.html.HtmlReport;
import io.github.tlsleak.cli.report.format.json.JsonFormat;
import io.github.tlsleak.cli.report.format.sarif.SarifFormat;
import io.github.tlsleak.cli.report.format.text.TextFormat;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** All formats by name, with what can be wished for of them. Used by one thread. */
public final class Formats {

    /** The names, the usual one first. */
    public static final List<String> NAMES =
            Collections.unmodifiableList(
                    Arrays.asList("text", "html", "json", "sarif", "collapsed"));

    private final String version;
    private boolean colours;
    private int width;
    private boolean all;
    private List<Path> roots = Collections.emptyList();

    /**
     * @param version of this tlsleak
     */
    public Formats(String version) {
        this.version = version;
    }

    /**
     * For a terminal.
     *
     * @param withColours whether text has colours
     * @param columns where text is broken; 0: nowhere
     * @return this
     */
    public Formats terminal(boolean withColours, int columns) {
        colours = withColours;
        width = columns;
        return this;
    }

    /**
     * Whether formats that pick also hold what costs little: notices and known behaviours.
     *
     * @return this
     */
    public Formats all(boolean wanted) {
        all = wanted;
        return this;
    }

    /**
     * Directories with sources, in which {@code sarif} looks for files.
     *
     * @return this
     */
    public Formats roots(List<Path> directories) {
        roots = new ArrayList<>(directories);
        return this;
    }

    /**
     * A format.
     *
     * @param name one of {@link #NAMES}
     * @throws IllegalArgumentException if there is none of that name
     */
    public Format of(String name) {
        switch (name) {
            case "text":
                return new TextFormat(colours, width);
            case "html":
                return html();
            case "json":
                return new JsonFormat(version);
            case "sarif":
                return new SarifFormat(version, all, roots);
            case "collapsed":
                return new CollapsedFormat(all);
            default:
                throw new IllegalArgumentException("no such format: " + name);
        }
    }

    private Format html() {
        Format json = new JsonFormat(version);
        return (analysis, out) -> HtmlReport.write(data -> json.write(analysis, data), out);
    }

    /** The sites found, to be accepted from now on. */
    public static Format baseline() {
        return new BaselineFormat();
    }
}
