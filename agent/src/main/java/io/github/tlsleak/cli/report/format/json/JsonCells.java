package io.github.tlsleak.cli.report.format.json;

import io.github.tlsleak.cli.report.model.Analysis;
import io.github.tlsleak.cli.report.model.ReportedJvm;
import io.github.tlsleak.cli.report.model.SiteFindings;
import io.github.tlsleak.cli.report.model.TimeLine;
import io.github.tlsleak.cli.report.model.cells.CellSink;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Writes how many findings of which verdict a site has in which JVM, and when: four numbers each,
 * in one line. Used by one thread.
 */
final class JsonCells {

    /** Stands for a JVM, verdict or bucket that the document does not list. */
    private static final long NONE = -1;

    private final Analysis analysis;
    private final long first;
    private final long width;
    private final long end;

    JsonCells(Analysis analysis) {
        this.analysis = analysis;
        List<TimeLine.Bucket> all = analysis.timeLine().buckets();
        width = analysis.cellWidth();
        first = all.isEmpty() ? 0 : Math.floorDiv(all.get(0).from, width) * width;
        end = all.isEmpty() ? 0 : all.get(all.size() - 1).from + all.get(0).millis;
    }

    /**
     * Writes the numbers of a site.
     *
     * @param verdicts the grade and name of each verdict of the site, as the document lists them
     */
    void write(SiteFindings findings, List<String> verdicts, JsonWriter out) throws IOException {
        Numbers numbers = new Numbers(verdicts);
        for (Map.Entry<ReportedJvm, SiteFindings> of :
                analysis.sites().byJvm(findings).entrySet()) {
            numbers.jvm = analysis.jvms().all().size();
            numbers.jvm = Math.min(numbers.jvm, of.getKey().index());
            if (of.getValue().cells != null) {
                of.getValue().cells.each(width, numbers);
            }
            if (of.getValue().skipped() > 0) {
                numbers.add(NONE, NONE, of.getValue().skipped());
            }
        }
        out.line("cells", numbers.all);
    }

    /** What a verdict is known by. */
    static String key(int grade, String verdict) {
        return grade + verdict;
    }

    /** Collects the numbers of a site. Used by one thread. */
    private final class Numbers implements CellSink {

        final List<Long> all = new ArrayList<>();
        private final List<String> verdicts;
        private int jvm;

        Numbers(List<String> verdicts) {
            this.verdicts = verdicts;
        }

        @Override
        public void cell(int grade, String verdict, long from, long count) {
            int index = verdicts.indexOf(key(grade, verdict));
            // a verdict beyond the bound of a site: its grade at least
            add(index < 0 ? NONE - 1 - grade : index, bucket(from), count);
        }

        private long bucket(long from) {
            if (from == NO_TIME || from < first || from >= end) {
                return NONE;
            }
            return (from - first) / width;
        }

        private void add(long verdict, long bucket, long count) {
            all.addAll(Arrays.asList((long) jvm, verdict, bucket, count));
        }
    }
}
