package io.github.tlsleak.agent.command;

import io.github.tlsleak.Request;
import io.github.tlsleak.agent.output.status.AgentStatus;
import io.github.tlsleak.agent.output.status.DumpJson;
import io.github.tlsleak.agent.output.status.DumpText;
import io.github.tlsleak.agent.output.status.TrackingState;
import java.util.Map;
import java.util.function.Supplier;

/** Says which leaks were found so far, after a garbage collection if asked. Stateless. */
public final class DumpAnswer implements Answer {

    private static final String NO_COLLECTION =
            "no collection happened: is the JVM run with -XX:+DisableExplicitGC?\n";

    private final GarbageCollection collection;
    private final Supplier<AgentStatus> status;
    private final Supplier<TrackingState> tracking;
    private final Supplier<TrackingState> withConnections;
    private final Runnable summary;

    /**
     * @param collection asks for a garbage collection and waits for what it finds
     * @param status the agent now
     * @param tracking the sessions now
     * @param withConnections the same, with the states of their TCP connections
     * @param summary writes a summary into the report file, if there is one
     */
    public DumpAnswer(
            GarbageCollection collection,
            Supplier<AgentStatus> status,
            Supplier<TrackingState> tracking,
            Supplier<TrackingState> withConnections,
            Runnable summary) {
        this.collection = collection;
        this.status = status;
        this.tracking = tracking;
        this.withConnections = withConnections;
        this.summary = summary;
    }

    @Override
    public String to(Map<String, String> request) {
        String note = isSet(request, Request.GC) && !collect() ? NO_COLLECTION : "";
        AgentStatus now = status.get();
        boolean open = isSet(request, Request.OPEN);
        TrackingState sessions = open ? withConnections.get() : tracking.get();
        summary.run();
        return Request.JSON.equals(request.get(Request.FORMAT))
                ? DumpJson.of(now, sessions, open)
                : note + DumpText.of(now, sessions, open);
    }

    private boolean collect() {
        try {
            return collection.perform();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static boolean isSet(Map<String, String> request, String key) {
        return Boolean.parseBoolean(request.get(key));
    }

    /** A garbage collection that was asked for. */
    public interface GarbageCollection {

        /**
         * Asks for it and waits, some seconds at most, until what it found is judged.
         *
         * @return false if none happened
         */
        boolean perform() throws InterruptedException;
    }
}
