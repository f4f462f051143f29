package io.github.tlsleak.agent;

import io.github.tlsleak.instrument.Coverage;
import io.github.tlsleak.report.AgentLog;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

/** Says once a class, and loudly, what is not covered. Thread-safe. */
final class CoverageLog implements Coverage {

    private static final int MAX_LOST = 100;

    private final AgentLog log;
    private static final int MAX_COVERED = 1_000;

    /** The self-test's engine is none of the program's. */
    private static final String OWN = "io.github.tlsleak.agent.";

    private final ConcurrentHashMap<String, String> lost = new ConcurrentHashMap<>();
    private final ConcurrentHashMap<String, Boolean> covered = new ConcurrentHashMap<>();
    private volatile boolean sunLost;
    private final AtomicBoolean tested = new AtomicBoolean();

    CoverageLog(AgentLog log) {
        this.log = log;
    }

    @Override
    public void covered(String className) {
        if (covered.size() < MAX_COVERED && !className.startsWith(OWN)) {
            covered.put(className, Boolean.TRUE);
        }
    }

    @Override
    public void lost(String className, Throwable reason) {
        sunLost |= className.startsWith("sun.security.ssl.");
        if (lost.size() < MAX_LOST && lost.putIfAbsent(className, reason.toString()) == null) {
            log.error(
                    "coverage lost: "
                            + className
                            + " could not be instrumented, its sessions may be missed or misjudged: "
                            + reason);
        }
    }

    /** Hooks are there and do not fire. */
    void broken(String reason) {
        lost.put("all", reason);
        log.error("hooks do not fire, leaks will be missed: " + reason);
    }

    /** Whether any of SunJSSE's internals is not what hooks know. */
    boolean sunLost() {
        return sunLost;
    }

    /** Whether a class lacks hooks that it should have; true of any if too many do. */
    boolean isLost(String className) {
        return lost.containsKey(className) || lost.size() >= MAX_LOST;
    }

    /** Classes that carry hooks, sorted. */
    List<String> covered() {
        List<String> names = new ArrayList<>(covered.keySet());
        Collections.sort(names);
        return names;
    }

    /** Classes that should and do not, with the reason. */
    List<String> lost() {
        List<String> texts = new ArrayList<>();
        for (Map.Entry<String, String> entry : lost.entrySet()) {
            texts.add(entry.getKey() + ": " + entry.getValue());
        }
        Collections.sort(texts);
        return texts;
    }

    /** Whether TLS has come into use since the last call; true once. */
    boolean takeFirstUse() {
        return !covered.isEmpty() && tested.compareAndSet(false, true);
    }
}
