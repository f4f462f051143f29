package io.github.tlsleak.cli.report.model;

import io.github.tlsleak.cli.report.model.cells.CellBound;
import io.github.tlsleak.cli.report.model.cells.CellState;
import io.github.tlsleak.cli.report.model.cells.FindingCells;
import io.github.tlsleak.cli.report.read.ReportTimes;
import io.github.tlsleak.cli.report.row.Row;
import io.github.tlsleak.cli.report.row.RowField;
import io.github.tlsleak.common.verdict.Detail;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Turns the findings of a site in one JVM into a row, and back. Stateless. */
final class FindingsState {

    private FindingsState() {}

    /** Puts the findings into a row. */
    static Row save(SiteFindings from, ReportedJvm jvm) {
        Row row = new Row().put(RowField.SITE, from.site().fingerprint());
        row.put(RowField.JVM, jvm.index());
        from.verdicts.forEach((grade, counts) -> row.put(JvmTally.field(grade), counts.state()));
        row.putIfAny(RowField.SKIPPED, from.skipped());
        row.putIfAny(RowField.ALIVE, from.alive);
        row.putIfAny(RowField.OVER_AFTER_ALL, from.over);
        row.putIfAny(RowField.HELD, from.held.count());
        row.putUnless(RowField.FIRST, from.first(), ReportTimes.UNKNOWN);
        row.putUnless(RowField.LAST, from.last(), ReportTimes.UNKNOWN);
        from.saveNames(row);
        row.put(RowField.LINES, from.places.all());
        from.words().forEach((word, text) -> row.put(word.row, text));
        Map<String, String> details = new TreeMap<>();
        from.details().forEach((verdict, detail) -> details.put(verdict, detail.json()));
        row.put(RowField.DETAILS, details);
        from.lifetimes.save(row);
        from.times.save(row);
        if (from.cells != null) {
            saveCells(from.cells, row);
        }
        return row;
    }

    private static void saveCells(FindingCells cells, Row row) {
        List<Object> state = CellState.save(cells, Grade.LABELS);
        if (!state.isEmpty()) {
            row.put(RowField.CELL_WIDTH, cells.width()).put(RowField.CELLS, state);
        }
    }

    /** Numbers by time, as far as the row has them: a document of an older version has none. */
    private static void loadCells(Row row, FindingCells to) {
        FindingCells found = new CellBound().table();
        CellState.load(
                row.list(RowField.CELLS), row.count(RowField.CELL_WIDTH), found, Grade.LABELS);
        for (Grade grade : Grade.values()) {
            RowField field = JvmTally.field(grade);
            row.counts(field).forEach((name, count) -> to.addAll(found, grade.slot, name, count));
            List<Object> counts = row.list(field);
            Object rest = counts.size() % 2 == 0 ? null : counts.get(counts.size() - 1);
            if (rest instanceof Long && (Long) rest > 0) {
                to.addAll(found, grade.slot, "", (Long) rest);
            }
        }
    }

    /** Adds the findings of a row. */
    static void load(Row row, SiteFindings to, ReportedJvm jvm) {
        for (Grade grade : Grade.values()) {
            if (row.has(JvmTally.field(grade))) {
                to.counts(grade).addState(row.list(JvmTally.field(grade)));
            }
        }
        to.skipped += row.count(RowField.SKIPPED);
        if (to.cells != null) {
            loadCells(row, to.cells);
        }
        to.alive += row.count(RowField.ALIVE);
        to.over += row.count(RowField.OVER_AFTER_ALL);
        to.held.add(jvm, row.count(RowField.HELD));
        to.time(row.number(RowField.FIRST, ReportTimes.UNKNOWN));
        to.time(row.number(RowField.LAST, ReportTimes.UNKNOWN));
        to.loadNames(row);
        to.places.addAll(row.texts(RowField.LINES));
        for (FirstWord word : FirstWord.ALL) {
            to.word(word, row.text(word.row));
        }
        String behaviour = row.text(RowField.BEHAVIOUR);
        if (behaviour != null && to.behaviours.isEmpty()) {
            // the document names the first one alone
            to.behaviours.add(behaviour);
        }
        row.labels(RowField.DETAILS)
                .forEach((verdict, detail) -> to.detail(verdict, Detail.of(detail)));
        to.lifetimes.load(row);
        to.times.load(row);
    }
}
