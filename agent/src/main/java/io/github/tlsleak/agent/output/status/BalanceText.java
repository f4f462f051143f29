package io.github.tlsleak.agent.output.status;

import io.github.tlsleak.agent.collect.Snapshot;
import io.github.tlsleak.agent.output.JsonLine;
import io.github.tlsleak.agent.track.SessionBalance;
import io.github.tlsleak.common.schema.ReportSchema;
import io.github.tlsleak.common.schema.SummaryFields;
import io.github.tlsleak.common.text.PlainText;
import io.github.tlsleak.common.verdict.Verdict;
import java.util.Map;

/** Writes the balance of sessions in words and as JSON. Stateless, thread-safe. */
final class BalanceText {

    private BalanceText() {}

    /** The whole sum: {@code 4 sessions = 1 closed + 2 LOST + 1 open}. */
    static String text(SessionBalance b) {
        return PlainText.count(b.sessions, "session") + parts(b);
    }

    /** The right side of the sum: {@code = 1 closed + 2 LOST + 1 open}. */
    static String parts(SessionBalance b) {
        StringBuilder text = new StringBuilder();
        add(text, b.closed, "closed");
        for (Map.Entry<Verdict, Long> end : b.ended.entrySet()) {
            add(text, end.getValue(), end.getKey().name());
        }
        add(text, b.open, "open");
        add(text, b.notUsedYet, "not used yet");
        add(text, b.awaitingVerdict, "awaiting a verdict");
        add(text, b.notJudged, "not judged");
        return b.serverSockets == 0
                ? text.toString()
                : text + "; besides, " + PlainText.count(b.serverSockets, "server socket");
    }

    private static void add(StringBuilder text, long count, String what) {
        if (count > 0) {
            text.append(text.length() == 0 ? " = " : " + ").append(count).append(' ').append(what);
        }
    }

    /** Adds the sum, and {@code created} and {@code joined}. The last two count objects. */
    static void put(JsonLine json, Snapshot now) {
        SessionBalance b = now.balance;
        json.put(ReportSchema.CREATED, now.created).put(SummaryFields.JOINED, now.joined);
        json.put(ReportSchema.SESSIONS, b.sessions).put(SummaryFields.CLOSED, b.closed);
        json.putCounts(SummaryFields.ENDED, SiteCounts.names(b.ended))
                .put(SummaryFields.OPEN, b.open);
        json.put(SummaryFields.NOT_USED_YET, b.notUsedYet)
                .put(SummaryFields.AWAITING_VERDICT, b.awaitingVerdict);
        json.put(SummaryFields.NOT_JUDGED, b.notJudged)
                .put(SummaryFields.SERVER_SOCKETS, b.serverSockets);
    }
}
