package io.github.tlsleak.cli.report.format.text;

import io.github.tlsleak.cli.report.model.Analysis;
import io.github.tlsleak.cli.report.model.Grade;
import io.github.tlsleak.cli.report.model.SiteFindings;
import io.github.tlsleak.cli.report.model.overview.Overview;
import io.github.tlsleak.cli.report.model.overview.Trend;
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
    private static final String[] HEADS = {"", "COUNT", "VERDICT", "OWNER", "TREND"};
    private static final String GAP = "  ";
    private static final String NEW = " new";
    private static final int INDENT = 4;
    private static final int MAX_VERDICT = 16;
    private static final int WIDE = 100;
    private static final int SHORT_OWNER = 3;

    /** With less room for frames there is no column for trends. */
    private static final int FRAME_AND_TREND = 50;

    private final Analysis analysis;
    private final Overview overview;
    private final TextOut out;

    SiteLines(Analysis analysis, Overview overview, TextOut out) {
        this.analysis = analysis;
        this.overview = overview;
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
        String mark = sites.stream().anyMatch(analysis::isNew) ? NEW : "";
        int name = TextWidth.of(sites.get(0).site().fingerprint() + mark);
        int[] widths = widths(rows, HEADS.length);
        int room = out.width() - sum(widths) - name - GAP.length();
        if (room < FRAME_AND_TREND || widths[HEADS.length - 1] == 0) {
            widths = widths(rows, HEADS.length - 1);
            room = out.width() - sum(widths) - name - GAP.length();
        }
        if (room < LEAST_FRAME) {
            below(sites, rows, widths, ShortFrames.of(frames, out.width() - 2 * INDENT));
        } else {
            beside(sites, rows, widths, ShortFrames.of(frames, room));
        }
    }

    private void beside(
            List<SiteFindings> sites, List<String[]> rows, int[] widths, List<String> frames)
            throws IOException {
        int columns = 0;
        for (String frame : frames) {
            columns = Math.max(columns, TextWidth.of(frame));
        }
        String head = join(HEADS, widths) + TextWidth.padded("FRAME", columns) + GAP + "SITE";
        out.line(TextOut.Style.BOLD, head);
        for (int i = 0; i < sites.size(); i++) {
            String frame = TextWidth.padded(frames.get(i), columns) + GAP;
            String mark = analysis.isNew(sites.get(i)) ? NEW : "";
            String line = join(rows.get(i), widths) + frame;
            line(sites.get(i), line + sites.get(i).site().fingerprint() + mark);
        }
    }

    /** Frames on lines of their own. */
    private void below(
            List<SiteFindings> sites, List<String[]> rows, int[] widths, List<String> frames)
            throws IOException {
        out.line(TextOut.Style.BOLD, join(HEADS, widths) + "SITE");
        for (int i = 0; i < sites.size(); i++) {
            line(sites.get(i), join(rows.get(i), widths) + sites.get(i).site().fingerprint());
            String mark = analysis.isNew(sites.get(i)) ? NEW : "";
            out.line(TextWidth.padded("", INDENT) + frames.get(i) + mark);
        }
    }

    private void line(SiteFindings findings, String line) throws IOException {
        out.line(SiteText.style(findings.worst()), line);
    }

    private String[] row(SiteFindings findings, int number) {
        String owner = analysis.sites().blamed(findings).owner();
        Trend trend = overview.trend(findings);
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
            TextWidth.cut(findings.verdict() + (verdicts > 1 ? " ..." : ""), MAX_VERDICT),
            TextWidth.cut(owner, out.width() < WIDE ? SHORT_OWNER : owner.length()),
            trend.direction == Trend.Direction.UNKNOWN ? "" : trend.direction.label(),
        };
    }

    private static int[] widths(List<String[]> rows, int columns) {
        int[] widths = new int[columns];
        for (int i = 0; i < widths.length; i++) {
            for (String[] row : rows) {
                widths[i] = Math.max(widths[i], TextWidth.of(row[i]));
            }
            widths[i] = widths[i] == 0 ? 0 : Math.max(widths[i], HEADS[i].length());
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

    /** The first two columns are numbers. */
    private static String join(String[] cells, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            String blanks = TextWidth.padded("", widths[i] - TextWidth.of(cells[i]));
            line.append(i < 2 ? blanks + cells[i] : cells[i] + blanks).append(GAP);
        }
        return line.toString();
    }
}
