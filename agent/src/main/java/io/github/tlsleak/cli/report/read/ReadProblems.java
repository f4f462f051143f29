package io.github.tlsleak.cli.report.read;

import io.github.tlsleak.common.text.PlainText;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What could not be read of one report: for each kind of problem the number of lines, and which
 * line was the first. Used by one thread.
 */
final class ReadProblems {

    /** Why a line is left out, or the file is not read to its end. */
    enum Kind {
        /** The line begins as a line of a report does, but is not whole. */
        DAMAGED,
        /** Another program wrote the line. */
        FOREIGN,
        /** The type of the line is not known to this version. */
        UNKNOWN,
        /** The last line has no end: the JVM is writing it, or was killed. */
        UNFINISHED,
        /** The file is cut or damaged: nothing can be read from this line on. */
        BROKEN
    }

    private static final int MAX_TYPE = 40;

    private final Map<Kind, long[]> counts = new EnumMap<>(Kind.class);
    private @Nullable String unknownType;
    private long newerSchema;

    ReadProblems() {}

    void add(Kind kind, long line) {
        counts.computeIfAbsent(kind, k -> new long[] {0, line})[0]++;
    }

    void addUnknown(String type, long line) {
        unknownType = unknownType == null ? type : unknownType;
        add(Kind.UNKNOWN, line);
    }

    void newerSchema(long schema) {
        newerSchema = Math.max(newerSchema, schema);
    }

    /** The newest schema found that is not known to this version, or 0. */
    long newerSchema() {
        return newerSchema;
    }

    /**
     * The problems in words.
     *
     * @return one line each; empty if everything was read
     */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        for (Map.Entry<Kind, long[]> entry : counts.entrySet()) {
            lines.add(line(entry.getKey(), entry.getValue()[0], entry.getValue()[1]));
        }
        return lines;
    }

    private String line(Kind kind, long count, long first) {
        String lines = PlainText.count(count, "line");
        String at = count == 1 ? ": line " + first : ", the first is line " + first;
        switch (kind) {
            case UNFINISHED:
                return "the last line has no end, it is being written or a crash cut it: line "
                        + first;
            case BROKEN:
                return "cannot be read beyond line " + first + ", cut or damaged; read up to there";
            case DAMAGED:
                return lines + " cut or damaged, left out" + at;
            case FOREIGN:
                return lines + " not of a tlsleak report, left out" + at;
            default:
                return lines
                        + " of a type this tlsleak does not know ("
                        + PlainText.cut(Objects.requireNonNull(unknownType), MAX_TYPE)
                        + "), left out"
                        + at;
        }
    }
}
