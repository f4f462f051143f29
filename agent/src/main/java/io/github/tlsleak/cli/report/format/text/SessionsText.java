package io.github.tlsleak.cli.report.format.text;

import io.github.tlsleak.cli.report.model.SessionBalanceSum;
import io.github.tlsleak.cli.report.read.Field;
import io.github.tlsleak.common.text.PlainText;
import java.util.Map;

/** What has become of the sessions of a JVM, in words. Stateless. */
final class SessionsText {

    private SessionsText() {}

    /** Such as {@code 4 = 1 closed + 2 LOST + 1 open}. */
    static String of(SessionBalanceSum sum) {
        if (!sum.isWhole()) {
            return sum.number(Field.CREATED)
                    + " made, "
                    + sum.number(Field.CLOSED)
                    + " closed, "
                    + sum.number(Field.OPEN)
                    + " open";
        }
        StringBuilder text = new StringBuilder();
        add(text, sum.number(Field.CLOSED), "closed");
        for (Map.Entry<String, Long> end : sum.ended().entrySet()) {
            add(text, end.getValue(), end.getKey());
        }
        add(text, sum.number(Field.OPEN), "open");
        add(text, sum.number(Field.NOT_USED_YET), "not used yet");
        add(text, sum.number(Field.AWAITING_VERDICT), "awaiting a verdict");
        add(text, sum.number(Field.NOT_JUDGED), "not judged");
        long others = sum.number(Field.SERVER_SOCKETS);
        return sum.number(Field.SESSIONS)
                + text.toString()
                + (others == 0 ? "" : "; besides, " + PlainText.count(others, "server socket"));
    }

    private static void add(StringBuilder text, long count, String what) {
        if (count > 0) {
            text.append(text.length() == 0 ? " = " : " + ").append(count).append(' ').append(what);
        }
    }
}
