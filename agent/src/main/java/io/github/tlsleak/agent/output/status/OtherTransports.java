package io.github.tlsleak.agent.output.status;

import io.github.tlsleak.agent.track.Totals;
import io.github.tlsleak.common.text.PlainText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Says of which sessions it is not known whether their bytes reached the network. Stateless. */
final class OtherTransports {

    private OtherTransports() {}

    /** A line a class that sessions work over and that is not the JDK's. */
    static List<String> limits(Totals totals) {
        List<String> all = new ArrayList<>();
        for (Map.Entry<String, Long> over : totals.overOthers().entrySet()) {
            String sessions = PlainText.count(over.getValue(), "session");
            all.add(
                    PlainText.printable(sessions + " over " + over.getKey())
                            + ": whether a close_notify reached the network is that class's doing");
        }
        return all;
    }
}
