package io.github.tlsleak.agent.output.status;

import io.github.tlsleak.agent.track.Totals;
import io.github.tlsleak.common.text.PlainText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Lists sessions whose bytes may not have reached the network. Stateless, thread-safe. */
final class OtherTransports {

    private OtherTransports() {}

    /** One line for each class of transport that does not belong to the JDK. */
    static List<String> limits(Totals totals) {
        List<String> all = new ArrayList<>();
        for (Map.Entry<String, Long> over : totals.overOthers().entrySet()) {
            String sessions = PlainText.count(over.getValue(), "session");
            all.add(
                    PlainText.printable(sessions + " over " + over.getKey())
                            + ": only that class knows whether a close_notify reached the network");
        }
        return all;
    }
}
