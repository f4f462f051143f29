package io.github.tlsleak.cli.report.model;

import io.github.tlsleak.cli.report.read.Field;
import io.github.tlsleak.cli.report.read.ReportLine;
import io.github.tlsleak.common.schema.ReportSchema;

/** Who was at the other end. Stateless. */
final class Peers {

    private Peers() {}

    /** Host and port; of a server's clients the host alone, for each has a port of its own. */
    static String of(ReportLine line) {
        String host = line.text(Field.PEER_HOST);
        long port = line.number(Field.PEER_PORT, 0);
        boolean server = ReportSchema.SERVER.equals(line.text(Field.ROLE));
        return host == null || port <= 0 || server ? host : host + ":" + port;
    }
}
