package io.github.tlsleak.cli.report.model;

import io.github.tlsleak.cli.report.read.Field;
import io.github.tlsleak.cli.report.read.ReportLine;
import io.github.tlsleak.common.verdict.Figure;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** What one line says of many objects of a site. Immutable once made. */
final class GroupLine {

    private static final int MAX_PEERS = 5;

    final Map<Figure, Long> figures = new EnumMap<>(Figure.class);
    final Map<String, Long> peers = new LinkedHashMap<>();

    /** Whether it says that what was reported before is over. */
    final boolean over;

    GroupLine(ReportLine line) {
        for (Figure figure : Figure.values()) {
            Field field = Field.of(figure);
            if (line.has(field)) {
                figures.put(figure, line.number(field, 0));
            }
        }
        for (Map.Entry<String, Long> peer : line.counts(Field.PEERS).entrySet()) {
            if (peers.size() < MAX_PEERS) {
                peers.put(peer.getKey(), peer.getValue());
            }
        }
        over = line.has(Field.OVER);
    }
}
