package io.github.tlsleak.cli.report.model;

import io.github.tlsleak.cli.report.read.Field;
import io.github.tlsleak.cli.report.read.ReportLine;
import io.github.tlsleak.cli.report.row.Row;
import io.github.tlsleak.cli.report.row.RowField;
import io.github.tlsleak.common.verdict.Figure;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What one line says of many objects of a site. Immutable once made. */
final class GroupLine {

    private static final int MAX_PEERS = 5;

    final Map<Figure, Long> figures = new EnumMap<>(Figure.class);
    final Map<String, Long> peers = new LinkedHashMap<>();

    /** Whether it says that what was reported before is over. */
    final boolean over;

    /** The kind of object. */
    final @Nullable String resource;

    GroupLine(ReportLine line) {
        resource = line.text(Field.RESOURCE);
        for (Figure figure : Figure.values()) {
            Field field = Field.of(figure);
            if (line.has(field)) {
                figures.put(figure, line.number(field, 0));
            }
        }
        line.counts(Field.PEERS).forEach(this::peer);
        over = line.has(Field.OVER);
    }

    /** That of a row. */
    GroupLine(Row row) {
        resource = row.text(RowField.RESOURCE);
        Map<String, Long> numbers = row.counts(RowField.FIGURES);
        for (Figure figure : Figure.values()) {
            Long number = numbers.get(figure.json());
            if (number != null) {
                figures.put(figure, number);
            }
        }
        row.counts(RowField.PEERS).forEach(this::peer);
        over = row.has(RowField.OVER);
    }

    private void peer(String name, long count) {
        if (peers.size() < MAX_PEERS) {
            peers.put(name, count);
        }
    }

    /** Its row. */
    Row save(String verdict, ReportedSite site, ReportedJvm jvm) {
        Map<String, Long> numbers = new LinkedHashMap<>();
        figures.forEach((figure, number) -> numbers.put(figure.json(), number));
        Row row = new Row().put(RowField.SITE, site.fingerprint()).put(RowField.JVM, jvm.index());
        row.put(RowField.VERDICT, verdict).put(RowField.RESOURCE, resource);
        row.put(RowField.FIGURES, numbers).put(RowField.PEERS, peers);
        return row.putIfAny(RowField.OVER, over ? 1 : 0);
    }
}
