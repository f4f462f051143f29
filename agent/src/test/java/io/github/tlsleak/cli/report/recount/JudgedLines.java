package io.github.tlsleak.cli.report.recount;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Which lines are findings, by the words of the pages on the report file. Immutable. */
final class JudgedLines {

    /** One line for each finding, those taken out by a rule left out. */
    final List<ToldLine> findings = new ArrayList<>();

    /** Those that a rule took out. */
    final List<ToldLine> suppressed = new ArrayList<>();

    JudgedLines(ToldLines lines) {
        Set<String> told = new HashSet<>();
        for (ToldLine line : lines.all()) {
            if (isFinding(line, told)) {
                (line.isSuppressed() ? suppressed : findings).add(line);
            }
        }
    }

    private static boolean isFinding(ToldLine line, Set<String> told) {
        switch (line.type()) {
            case "leak":
                return true;
            case "open":
                return !line.has("atExit");
            case "context", "sessions":
                // told again when it gets worse: one finding all the same
                return !line.has("over") && told.add(group(line) + line.text("severity"));
            default:
                return false;
        }
    }

    /** What tells one finding on many objects from another. */
    static String group(ToldLine line) {
        return line.jvm() + ' ' + line.verdict() + ' ' + line.site() + ' ';
    }

    long count(String grade) {
        return findings.stream().filter(line -> line.grade().equals(grade)).count();
    }

    /** Findings of one site. */
    List<ToldLine> at(String site) {
        return findings.stream().filter(line -> line.site().equals(site)).toList();
    }

    /** The sites that have findings. */
    List<String> sites() {
        return findings.stream().map(ToldLine::site).distinct().sorted().toList();
    }
}
