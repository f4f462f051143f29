package io.github.tlsleak.cli.report.format.text;

import io.github.tlsleak.cli.report.model.Analysis;
import io.github.tlsleak.cli.report.model.Grade;
import io.github.tlsleak.cli.report.model.SiteFindings;
import io.github.tlsleak.cli.terminal.TextWidth;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Sites with a line each: number, count, verdict, owner, frame, fingerprint. Frames are shortened
 * to the room that is left; where it is less than {@value #LEAST_FRAME} columns, they stand on
 * lines of their own. Used by one thread.
 */
final class SiteLines {

    private static final int LEAST_FRAME = 24;
    private static final String[] HEADS = {"", "COUNT", "VERDICT", "OWNER"};
    private static final String GAP = "  ";

    private final Analysis analysis;
    private final TextOut out;

    SiteLines(Analysis analysis, TextOut out) {
        this.analysis = analysis;
        this.out = out;
    }

    /** Writes a head line and the lines. */
    void write(List<SiteFindings> sites) throws IOException {
        List<String[]> rows = new ArrayList<>();
        List<String> frames = new ArrayList<>();
        for (SiteFindings findings : sites) {
            rows.add(row(findings, rows.size() + 1));
            frames.add(analysis.sites().blamed(findings).shortText());
        }
        int[] widths = widths(rows);
        int room = out.width() - sum(widths) - TextWidth.of(sites.get(0).site().fingerprint());
        boolean ofOwn = room < LEAST_FRAME;
        List<String> shortened =
                ShortFrames.of(frames, ofOwn ? out.width() - indent(widths) : room - GAP.length());
        int frame = 0;
        for (String text : shortened) {
            frame = Math.max(frame, TextWidth.of(text));
        }
        String head = join(HEADS, widths);
        out.line(
                TextOut.Style.BOLD,
                head + (ofOwn ? "SITE" : TextWidth.padded("FRAME", frame) + GAP + "SITE"));
        for (int i = 0; i < sites.size(); i++) {
            SiteFindings findings = sites.get(i);
            String start = join(rows.get(i), widths);
            String name = findings.site().fingerprint() + (analysis.isNew(findings) ? " new" : "");
            String text = shortened.get(i);
            out.line(
                    SiteText.style(findings.worst()),
                    start + (ofOwn ? name : TextWidth.padded(text, frame) + GAP + name));
            if (ofOwn) {
                out.line(TextWidth.padded("", indent(widths)) + text);
            }
        }
    }

    private String[] row(SiteFindings findings, int number) {
        int verdicts = 0;
        for (Grade grade : Grade.values()) {
            verdicts +=
                    findings.verdicts.containsKey(grade)
                            ? findings.verdicts.get(grade).byCount().size()
                            : 0;
        }
        return new String[] {
            Integer.toString(number),
            Long.toString(findings.sum()),
            findings.verdict() + (verdicts > 1 ? " ..." : ""),
            analysis.sites().blamed(findings).owner(),
        };
    }

    private static int[] widths(List<String[]> rows) {
        int[] widths = new int[HEADS.length];
        for (int i = 0; i < widths.length; i++) {
            widths[i] = HEADS[i].length();
            for (String[] row : rows) {
                widths[i] = Math.max(widths[i], TextWidth.of(row[i]));
            }
        }
        return widths;
    }

    /** The columns before the frame. */
    private static int sum(int[] widths) {
        int sum = 0;
        for (int width : widths) {
            sum += width + GAP.length();
        }
        return sum;
    }

    private static int indent(int[] widths) {
        return widths[0] + GAP.length();
    }

    /** The first two columns are numbers. */
    private static String join(String[] cells, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < cells.length; i++) {
            String blanks = TextWidth.padded("", widths[i] - TextWidth.of(cells[i]));
            line.append(i < 2 ? blanks + cells[i] : cells[i] + blanks).append(GAP);
        }
        return line.toString();
    }
}
