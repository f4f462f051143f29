package io.github.tlsleak.cli;

import io.github.tlsleak.cli.report.model.Analysis;
import io.github.tlsleak.cli.report.model.ReportedJvm;
import io.github.tlsleak.cli.report.model.ReportedJvms;
import io.github.tlsleak.cli.report.select.Selection;
import io.github.tlsleak.cli.report.select.TimeText;
import io.github.tlsleak.cli.report.select.Where;
import io.github.tlsleak.common.labels.LabelNames;
import io.github.tlsleak.common.schema.MetaFields;
import io.github.tlsleak.common.text.DidYouMean;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say which part of the reports is shown, and how. Used by one thread. */
final class SelectionOptions {

    private static final List<String> TABLES = Arrays.asList("text", "html", "json");
    private static final int MAX_NAMES = 20;

    @Option(
            names = "--by",
            paramLabel = "LABEL",
            description = "Group JVMs by service, program, host or any label (text, html, json).")
    private @Nullable String by;

    @Option(
            names = "--where",
            paramLabel = "LABEL=VALUE",
            description =
                    "Only JVMs with that service, program, host or label; * is any text. May be"
                            + " repeated: all must fit.")
    private List<String> wheres = new ArrayList<>();

    @Option(
            names = "--since",
            paramLabel = "TIME",
            description = "Only findings from then on: 24h ago (s, m, h, d), a date or a time.")
    private @Nullable String since;

    @Option(names = "--until", paramLabel = "TIME", description = "Only findings before then.")
    private @Nullable String until;

    /**
     * What is wanted.
     *
     * @param now milliseconds since 1970
     * @throws IllegalArgumentException if an option is wrong: one line that says how
     */
    Selection selection(String format, long now) {
        if (by != null && !TABLES.contains(format)) {
            throw new IllegalArgumentException(
                    "--by is for --format text, html and json, not " + format + "; try --where");
        }
        List<Where> parsed = new ArrayList<>();
        for (String text : wheres) {
            Where where = Where.parse(text);
            if (where == null) {
                throw new IllegalArgumentException(
                        "--where " + text + ": expected LABEL=VALUE, such as service=shop");
            }
            parsed.add(where);
        }
        long from = since == null ? Long.MIN_VALUE : time("--since", since, now);
        long to = until == null ? Long.MAX_VALUE : time("--until", until, now);
        if (from >= to) {
            throw new IllegalArgumentException("--since is not before --until");
        }
        return new Selection(parsed, from, to);
    }

    private static long time(String option, String text, long now) {
        try {
            return TimeText.parse(text, now);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(option + " " + text + ": " + e.getMessage(), e);
        }
    }

    /** The label that groups JVMs; null if they are not grouped. */
    @Nullable String by() {
        return by;
    }

    /** One line on a label that no JVM has; null if there is none. */
    @Nullable String unknownLabel(Analysis analysis, Selection selection) {
        TreeSet<String> known = names(analysis.jvms());
        if (by != null && !known.contains(LabelNames.shortName(by))) {
            return "--by " + by + unknown(by, known);
        }
        for (Where where : selection.wheres()) {
            if (!known.contains(LabelNames.shortName(where.name()))) {
                return "--where " + where + unknown(where.name(), known);
            }
        }
        return null;
    }

    private static TreeSet<String> names(ReportedJvms jvms) {
        TreeSet<String> names = new TreeSet<>();
        names.add(LabelNames.SERVICE);
        names.add(ReportedJvm.PROGRAM);
        names.add(MetaFields.HOST);
        jvms.labels().forEach(names::add);
        return names;
    }

    private static String unknown(String name, TreeSet<String> known) {
        StringBuilder text = new StringBuilder();
        known.stream()
                .limit(MAX_NAMES)
                .forEach(label -> text.append(text.length() == 0 ? "" : ", ").append(label));
        return (": no JVM has a label " + name)
                + DidYouMean.hint(name, known)
                + (DidYouMean.nearest(name, known) == null ? "; " : " ")
                + ("there are " + text + (known.size() > MAX_NAMES ? ", ..." : ""));
    }
}
