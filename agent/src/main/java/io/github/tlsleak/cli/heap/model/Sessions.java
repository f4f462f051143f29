package io.github.tlsleak.cli.heap.model;

import io.github.tlsleak.cli.heap.agent.AgentKnowledge;
import io.github.tlsleak.cli.heap.dump.DumpedObject;
import io.github.tlsleak.cli.heap.path.PathTarget;
import io.github.tlsleak.cli.heap.tls.DumpedSession;
import io.github.tlsleak.cli.heap.tls.SessionReader;
import io.github.tlsleak.cli.heap.tls.TlsObjects;
import io.github.tlsleak.cli.heap.tls.TlsState;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;

/** Reads the sessions of a dump and counts them by class. Used by one thread. */
final class Sessions {

    private final TlsObjects tls;
    private final SessionReader reader;

    /** The sessions by the indexes of their objects. */
    private final Map<Integer, DumpedSession> read = new HashMap<>();

    /** The wrapper of each delegate, by their indexes. Both together are one session. */
    private final Map<Integer, Integer> wrappers = new HashMap<>();

    private final Map<Integer, Long> delegateBytes = new HashMap<>();
    private final Map<String, KindCount> kinds = new LinkedHashMap<>();
    private final TreeSet<String> notes = new TreeSet<>();

    Sessions(TlsObjects tls, AgentKnowledge agent) {
        this.tls = tls;
        this.reader = new SessionReader(tls);
        if (agent.problem() != null) {
            notes.add(agent.problem());
        }
    }

    /** Reads the sessions, and notes which of them do the work of others. */
    void read(List<PathTarget> all) {
        for (PathTarget target : all) {
            if (tls.kind(target.object().type()) == null) {
                continue;
            }
            DumpedSession session = reader.read(target.object());
            read.put(target.object().index(), session);
            DumpedObject delegate = session.delegate();
            if (delegate != null) {
                wrappers.put(delegate.index(), target.object().index());
            }
        }
        for (PathTarget target : all) {
            Integer wrapper = wrappers.get(target.object().index());
            if (wrapper != null) {
                delegateBytes.merge(wrapper, target.heldBytes(), Long::sum);
            }
        }
    }

    boolean isDelegate(DumpedObject object) {
        return wrappers.containsKey(object.index());
    }

    /** Counts a session, and tells its group what is known of it. */
    void add(PathTarget held, HeldGroup to) {
        DumpedObject object = held.object();
        DumpedSession session = Objects.requireNonNull(read.get(object.index()), "not read");
        String state = session.state().text();
        to.addSession(session.kind().typeName(), state, isAlive(session.state()));
        String peer = session.peer();
        if (peer != null) {
            to.addPeer(peer);
        }
        if (session.protocol() != null) {
            String cipher = session.cipherSuite();
            to.addProtocol(session.protocol() + (cipher == null ? "" : " " + cipher));
        }
        if (session.whyUnknown() != null) {
            notes.add(session.whyUnknown());
        }
        long bytes = held.heldBytes() + delegateBytes.getOrDefault(object.index(), 0L);
        kind(session).add(state, object.shallowBytes(), bytes);
        to.known().add(object.index());
    }

    private static boolean isAlive(TlsState state) {
        return state != TlsState.CLOSED && state != TlsState.BROKEN;
    }

    private KindCount kind(DumpedSession session) {
        String name = session.object().type().name();
        String provider = session.provider() == null ? "unknown provider" : session.provider();
        return kinds.computeIfAbsent(
                name + " " + provider,
                key -> new KindCount(session.kind().typeName(), name, provider));
    }

    /** The classes of sessions, the most frequent first. */
    List<KindCount> kinds() {
        List<KindCount> sorted = new ArrayList<>(kinds.values());
        sorted.sort(Comparator.comparingLong(KindCount::count).reversed());
        return sorted;
    }

    List<String> notes() {
        return new ArrayList<>(notes);
    }
}
