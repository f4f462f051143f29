package io.github.tlsleak.cli.report.read;

import io.github.tlsleak.common.text.PlainText;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What could not be read of a report: how many lines, and which was the first. One thread's. */
final class ReadProblems {

    /** Why a line is left out. */
    enum Kind {
        /** Begins like one of ours, but is not whole. */
        DAMAGED,
        /** Of somebody else. */
        FOREIGN,
        /** Of a type that is not known here. */
        UNKNOWN,
        /** The last, without its end: the file is being written, or the JVM was killed. */
        UNFINISHED,
        /** The file itself ends or breaks there; the rest cannot be read. */
        BROKEN
    }

    private static final int MAX_TYPE = 40;

    private final Map<Kind, long[]> counts = new EnumMap<>(Kind.class);
    private String unknownType;
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

    /** The newest schema found that is not known here, or 0. */
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
                        + PlainText.cut(unknownType, MAX_TYPE)
                        + "), left out"
                        + at;
        }
    }
}
