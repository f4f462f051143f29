package io.github.tlsleak.cli.report.read;

import io.github.tlsleak.common.schema.ReportSchema;
import io.github.tlsleak.common.text.PlainText;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which files were read, and which could not be read. Of bounded size; used by one thread. */
public final class ReadFiles {

    private static final int MAX_NAMES = 100;
    private static final int MAX_MESSAGES = 100;

    private final List<String> names = new ArrayList<>();
    private final List<String> errors = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();
    private @Nullable String lastName = "";
    private long count;
    private long moreErrors;
    private long moreWarnings;
    private long newerSchema;

    /** Counts a file that is a report. */
    void read(ReportSource source) {
        count++;
        lastName = source.name();
        if (names.size() < MAX_NAMES) {
            names.add(source.name());
        }
    }

    void error(String error) {
        if (errors.size() < MAX_MESSAGES) {
            errors.add(error);
        } else {
            moreErrors++;
        }
    }

    void warn(String warning) {
        if (warnings.size() < MAX_MESSAGES) {
            warnings.add(warning);
        } else {
            moreWarnings++;
        }
    }

    void newerSchema(long schema) {
        newerSchema = Math.max(newerSchema, schema);
    }

    /** How many files are reports. */
    public long count() {
        return count;
    }

    /** Names of these files, at most 100. */
    public List<String> names() {
        return names;
    }

    /** For a heading: the name of the only file, or the number of files. */
    public @Nullable String title() {
        return count == 1 ? lastName : PlainText.count(count, "file");
    }

    /** Files that could not be read, one line each. */
    public List<String> errors() {
        return ended(errors, moreErrors, "files that could not be read");
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
        lines.addAll(ended(warnings, moreWarnings, "warnings"));
        return lines;
    }

    private static List<String> ended(List<String> messages, long more, String what) {
        List<String> lines = new ArrayList<>(messages);
        if (more > 0) {
            lines.add("and " + more + " more " + what);
        }
        return lines;
    }
}
