package io.github.tlsleak.agent.output.status;

import io.github.tlsleak.agent.collect.ConnectionCounts;
import io.github.tlsleak.agent.process.TcpState;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Numbers of TCP connections by state. Stateless, thread-safe. */
final class ConnectionText {

    private ConnectionText() {}

    /** For people: {@code 3 ESTABLISHED, 1 CLOSE_WAIT, 1 gone}. */
    static String of(ConnectionCounts counts) {
        List<String> parts = new ArrayList<>();
        for (Map.Entry<TcpState, Long> entry : counts.byState().entrySet()) {
            parts.add(entry.getValue() + " " + name(entry.getKey(), false));
        }
        if (counts.notLookedAt() > 0) {
            parts.add(counts.notLookedAt() + " not looked at");
        }
        return String.join(", ", parts);
    }

    /** For programs, by name. */
    static Map<String, Long> json(ConnectionCounts counts) {
        Map<String, Long> json = new LinkedHashMap<>();
        counts.byState().forEach((state, count) -> json.put(name(state, true), count));
        if (counts.notLookedAt() > 0) {
            json.put("notLookedAt", counts.notLookedAt());
        }
        return json;
    }

    /** Names of TCP's own states are as RFC 9293 writes them. */
    private static String name(TcpState state, boolean json) {
        switch (state) {
            case ESTABLISHED:
            case CLOSE_WAIT:
                return state.name();
            case GONE:
                return "gone";
            case OTHER:
                return json ? "other" : "in other states";
            default:
                return json ? "notKnown" : "not known";
        }
    }
}
