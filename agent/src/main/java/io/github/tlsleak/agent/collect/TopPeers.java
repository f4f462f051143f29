package io.github.tlsleak.agent.collect;

import io.github.tlsleak.agent.judge.SessionState;
import io.github.tlsleak.agent.track.Session;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Counts sessions by peer; peers beyond a bound are left out. Thread-safe, without a lock. */
public final class TopPeers {

    private static final int MAX_PEERS = 256;
    private static final int TOP = 5;

    private final ConcurrentHashMap<String, AtomicInteger> counts = new ConcurrentHashMap<>();

    /** Counts the peer of a session, if it is known. */
    public void add(Session session) {
        String name = name(session);
        AtomicInteger count = name == null ? null : counts.get(name);
        if (count == null && name != null && counts.size() < MAX_PEERS) {
            AtomicInteger fresh = new AtomicInteger();
            AtomicInteger other = counts.putIfAbsent(name, fresh);
            count = other == null ? fresh : other;
        }
        if (count != null) {
            count.incrementAndGet();
        }
    }

    /** Host and port; the host alone where the peer has connected: its ports are many. */
    public static @Nullable String name(Session session) {
        String host = session.peerHost;
        int port = session.peerPort();
        boolean accepted = SessionState.has(session.state(), SessionState.SERVER);
        return host == null || port == 0 || accepted ? host : host + ":" + port;
    }

    /** The peers with the most sessions, two or more each; the most frequent one first. */
    public Map<String, Long> most() {
        List<Map.Entry<String, AtomicInteger>> all = new ArrayList<>(counts.entrySet());
        Map<String, Long> sums = new LinkedHashMap<>();
        for (Map.Entry<String, AtomicInteger> peer : all) {
            if (peer.getValue().get() > 1) {
                sums.put(peer.getKey(), (long) peer.getValue().get());
            }
        }
        List<String> names = new ArrayList<>(sums.keySet());
        Collections.sort(
                names,
                (a, b) -> {
                    int more = Long.compare(sums.getOrDefault(b, 0L), sums.getOrDefault(a, 0L));
                    return more != 0 ? more : a.compareTo(b);
                });
        Map<String, Long> most = new LinkedHashMap<>();
        for (String name : names.subList(0, Math.min(TOP, names.size()))) {
            most.put(name, sums.getOrDefault(name, 0L));
        }
        return most;
    }
}
