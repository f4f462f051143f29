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
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Reads the sessions of a dump and counts them by class. Used by one thread. */
final class Sessions {

    private final TlsObjects tls;
    private final SessionReader reader;

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

    /** Notes which of the sessions do the work of others. */
    void findDelegates(List<PathTarget> all) {
        for (PathTarget held : all) {
            DumpedObject delegate = delegate(held.object());
            if (delegate != null) {
                wrappers.put(delegate.index(), held.object().index());
            }
        }
        for (PathTarget held : all) {
            Integer wrapper = wrappers.get(held.object().index());
            if (wrapper != null) {
                delegateBytes.merge(wrapper, held.heldBytes(), Long::sum);
            }
        }
    }

    private @Nullable DumpedObject delegate(DumpedObject object) {
        return tls.kind(object.type()) == null ? null : reader.read(object).delegate();
    }

    boolean isDelegate(DumpedObject object) {
        return wrappers.containsKey(object.index());
    }

    /** Counts a session, and tells its group what is known of it. */
    void add(PathTarget held, HeldGroup to) {
        DumpedObject object = held.object();
        DumpedSession session = reader.read(object);
        String state = session.state().text();
        to.addSession(session.kind().typeName(), state, isAlive(session.state()));
        if (session.peerHost() != null) {
            to.addPeer(address(session));
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

    private static String address(DumpedSession session) {
        String port = session.peerPort() < 0 ? "" : ":" + session.peerPort();
        return session.peerHost() + port;
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
