package io.github.tlsleak.cli.report;

import io.github.tlsleak.cli.report.format.CollapsedFormat;
import io.github.tlsleak.cli.report.format.Format;
import io.github.tlsleak.cli.report.format.html.page.HtmlFormat;
import io.github.tlsleak.cli.report.format.json.JsonFormat;
import io.github.tlsleak.cli.report.format.sarif.SarifFormat;
import io.github.tlsleak.cli.report.format.text.TextFormat;
import io.github.tlsleak.cli.report.format.text.TextStyle;
import io.github.tlsleak.cli.report.model.FailingFindings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Creates the format with a given name, configured from the command line's options. Used by one
 * thread.
 */
public final class Formats {

    /** The names of the formats, the default first. */
    public static final List<String> NAMES =
            Collections.unmodifiableList(
                    Arrays.asList("text", "html", "json", "sarif", "collapsed"));

    private final String version;
    private TextStyle look = TextStyle.FILE;
    private boolean full;
    private @Nullable FailingFindings failing;
    private boolean all;
    private List<Path> roots = Collections.emptyList();

    /**
     * @param version of this tlsleak
     */
    public Formats(String version) {
        this.version = version;
    }

    /** How text looks. */
    public Formats look(TextStyle wanted) {
        look = wanted;
        return this;
    }

    /** Whether text has all frames of stacks. */
    public Formats full(boolean wanted) {
        full = wanted;
        return this;
    }

    /** The findings that fail the build, which text shows first; null: none. */
    public Formats failing(@Nullable FailingFindings findings) {
        failing = findings;
        return this;
    }

    /**
     * Whether {@code collapsed} also holds notices and known behaviours, and {@code sarif} known
     * behaviours.
     *
     * @return this
     */
    public Formats all(boolean wanted) {
        all = wanted;
        return this;
    }

    /**
     * The directories in which {@code sarif} looks for source files.
     *
     * @return this
     */
    public Formats roots(List<Path> directories) {
        roots = new ArrayList<>(directories);
        return this;
    }

    /**
     * Creates a format.
     *
     * @param name one of {@link #NAMES}
     * @throws IllegalArgumentException if no format has that name
     */
    public Format of(String name) {
        switch (name) {
            case "text":
                return new TextFormat(look.full(full), failing);
            case "html":
                return new HtmlFormat(version, new JsonFormat(version, false));
            case "json":
                return new JsonFormat(version, true);
            case "sarif":
                return new SarifFormat(version, all, roots);
            case "collapsed":
                return new CollapsedFormat(all);
            default:
                throw new IllegalArgumentException("no such format: " + name);
        }
    }
}
