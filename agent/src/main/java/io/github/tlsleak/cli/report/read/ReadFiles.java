package io.github.tlsleak.cli.report.read;

import io.github.tlsleak.cli.report.row.Row;
import io.github.tlsleak.cli.report.row.RowField;
import io.github.tlsleak.cli.report.row.RowKind;
import io.github.tlsleak.cli.report.row.RowSink;
import io.github.tlsleak.common.schema.ReportSchema;
import io.github.tlsleak.common.text.PlainText;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * Which files were read, and which could not be read. Those of documents count as if they were read
 * here. Of bounded size; used by one thread.
 */
public final class ReadFiles {

    private static final int MAX_NAMES = 100;
    private static final String WHAT_ERRORS = "files that could not be read";

    /** Names in their order: of too many, the first ones. */
    private final List<String> names = new ArrayList<>();

    private final ReadMessages ownErrors = new ReadMessages(true);
    private final ReadMessages allErrors = new ReadMessages(true);
    private final ReadMessages warnings = new ReadMessages(false);
    private final TreeSet<String> filters = new TreeSet<>();
    private long count;
    private long seen;
    private long documents;
    private long newerSchema;

    /** Counts a file that is to be read. */
    void see() {
        seen++;
    }

    /** Counts a file that is a report. */
    void read(String name) {
        count++;
        name(name);
    }

    private void name(String name) {
        names.add(name);
        names.sort(null);
        if (names.size() > MAX_NAMES) {
            names.remove(MAX_NAMES);
        }
    }

    void error(String error) {
        ownErrors.add(null, error);
        allErrors.add(null, error);
    }

    /** A warning on a file, which it begins with if there are several. */
    void warn(String source, String warning) {
        warnings.add(source, warning);
    }

    void warn(String warning) {
        warnings.add(null, warning);
    }

    void newerSchema(long schema) {
        newerSchema = Math.max(newerSchema, schema);
    }

    /** Takes a row of a document, of kind input or message. */
    void row(RowKind kind, Row row) {
        if (kind == RowKind.MESSAGE) {
            (row.has(RowField.ERROR) ? allErrors : warnings).load(row);
        } else if (kind == RowKind.INPUT) {
            documents++;
            count += row.count(RowField.SOURCE_COUNT);
            seen += row.count(RowField.SEEN);
            newerSchema(row.count(RowField.SCHEMA));
            row.texts(RowField.SOURCES).forEach(this::name);
            for (String filter : row.texts(RowField.FILTERS)) {
                if (filters.size() < MAX_NAMES) {
                    filters.add(filter);
                }
            }
        }
    }

    /**
     * Gives all of it as rows.
     *
     * @param more filters that were applied to all files
     */
    public void save(List<String> more, RowSink sink) throws IOException {
        Row row = new Row().put(RowField.SOURCES, names).put(RowField.SOURCE_COUNT, count);
        row.put(RowField.SEEN, seen).putIfAny(RowField.SCHEMA, newerSchema);
        sink.row(RowKind.INPUT, row.put(RowField.FILTERS, filters(more)));
        allErrors.save(sink);
        warnings.save(sink);
    }

    /** Filters that were applied when documents were made, and others. */
    public List<String> filters(List<String> more) {
        TreeSet<String> all = new TreeSet<>(filters);
        all.addAll(more);
        return new ArrayList<>(all);
    }

    /** How many documents were read. */
    public long documents() {
        return documents;
    }

    /** How many files are reports. */
    public long count() {
        return count;
    }

    /** Names of these files in their order, at most 100. */
    public List<String> names() {
        return names;
    }

    /** For a heading: the name of the only file, or the number of files. */
    public String title() {
        return count == 1 && !names.isEmpty() ? names.get(0) : PlainText.count(count, "file");
    }

    /** Files that could not be read, one line each. */
    public List<String> errors() {
        return ownErrors.lines(true, WHAT_ERRORS);
    }

    /** The same, with those that could not be read when documents were made. */
    public List<String> allErrors() {
        return allErrors.lines(true, WHAT_ERRORS);
    }

    /** What was left out of the files that could be read, one line each. */
    public List<String> warnings() {
        List<String> lines = new ArrayList<>();
        if (newerSchema > 0) {
            lines.add(
                    "the report is of schema "
                            + newerSchema
                            + ", this tlsleak knows "
                            + ReportSchema.VERSION
                            + ": what is new is missing here, use a newer tlsleak.jar");
        }
        lines.addAll(warnings.lines(seen > 1, "warnings"));
        return lines;
    }
}
