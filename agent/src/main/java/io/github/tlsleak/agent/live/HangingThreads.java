package io.github.tlsleak.agent.live;

import io.github.tlsleak.agent.collect.Alive;
import io.github.tlsleak.agent.site.Site;
import io.github.tlsleak.agent.track.InsideCalls;
import io.github.tlsleak.agent.track.Session;
import io.github.tlsleak.agent.track.SessionRelations;
import io.github.tlsleak.agent.track.Tracker;
import io.github.tlsleak.common.verdict.Verdict;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Takes the stack of the thread that is inside a session's handshake or close. That stops the
 * thread for a moment, so it is done for few sessions of each look, and for one of a site and
 * verdict. Used by the collector's thread only.
 */
final class HangingThreads {

    private static final int MOST_A_LOOK = 20;

    private final Tracker tracker;

    /** What has its stack already. A site is in it at most once a verdict. */
    private final Map<Site, Set<Verdict>> taken = new HashMap<>();

    private int left;

    HangingThreads(Tracker tracker) {
        this.tracker = tracker;
    }

    /** A look at all sessions begins. */
    void begin() {
        left = MOST_A_LOOK;
    }

    /** Where a thread hangs inside a session now; null if none is known to, or it is told. */
    Alive.@Nullable Hang of(Session root, Verdict verdict) {
        Set<Verdict> ofSite = taken.computeIfAbsent(root.origin.site, s -> new HashSet<>());
        if (left == 0 || ofSite.contains(verdict)) {
            return null;
        }
        InsideCalls.Call call = tracker.inside.inside(root);
        Thread thread = call == null ? null : call.get();
        if (thread == null) {
            return null;
        }
        left--;
        StackTraceElement[] stack = stack(thread);
        if (stack == null || !isInside(stack, root)) {
            return null;
        }
        ofSite.add(verdict);
        return new Alive.Hang(tracker.stacks.of(stack), thread.getName());
    }

    private static StackTraceElement @Nullable [] stack(Thread thread) {
        try {
            return thread.getStackTrace();
        } catch (SecurityException e) {
            // the security policy does not permit the agent's thread to read stacks
            return null;
        }
    }

    /** The thread may have left meanwhile: code of the session's provider must be on its stack. */
    private static boolean isInside(StackTraceElement[] stack, Session root) {
        SessionRelations relations = root.relations();
        String delegate = relations == null ? null : relations.delegateClass;
        for (StackTraceElement frame : stack) {
            String at = packageOf(frame.getClassName());
            if (at.equals(packageOf(root.origin.className))
                    || delegate != null && at.equals(packageOf(delegate))) {
                return true;
            }
        }
        return false;
    }

    private static String packageOf(String className) {
        return className.substring(0, Math.max(0, className.lastIndexOf('.')));
    }
}
