package io.github.tlsleak.cli;

import io.github.tlsleak.cli.report.select.Extent;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say how much of what was found is shown. Used by one thread. */
final class ExtentOptions {

    /** Formats in which {@code --all} adds something. */
    private static final List<String> SOME = Arrays.asList("text", "sarif", "collapsed");

    @Option(
            names = "--all",
            description =
                    "Show each site in full (text), or known behaviours, too (sarif, collapsed), and"
                            + " notices (collapsed).")
    boolean all;

    @Option(
            names = "--top",
            paramLabel = "N",
            description =
                    "Show the N most costly sites, also of each group. Text has 20 and the worst 3 in"
                            + " full, by default.")
    private int top = Integer.MAX_VALUE;

    @Option(
            names = "--site",
            paramLabel = "SITE",
            description = "Show one site in full: its fingerprint, or how that begins.")
    @Nullable String site;

    @Option(
            names = "--full",
            description =
                    "Show all frames (text), also those of the JDK, of frameworks and test engines.")
    boolean full;

    /**
     * How much is wanted, so far without the site.
     *
     * @param by the label that groups JVMs; null if they are not grouped
     * @throws IllegalArgumentException if an option is wrong: one line that says how
     */
    Extent extent(String format, @Nullable String by) {
        if (top < 1) {
            throw new IllegalArgumentException("--top " + top + ": expected 1 or more");
        }
        if (all && !SOME.contains(format)) {
            throw new IllegalArgumentException(
                    "--all is for --format text, sarif and collapsed: "
                            + format
                            + " has all sites");
        }
        if (full && !format.equals("text")) {
            throw new IllegalArgumentException(
                    "--full is for --format text: " + format + " has all frames");
        }
        boolean many = all && format.equals("text") || top != Integer.MAX_VALUE || by != null;
        if (site != null && many) {
            throw new IllegalArgumentException(
                    "--site shows one site: leave --all, --top and --by out");
        }
        return new Extent(by, top, all, null);
    }
}
