package io.github.tlsleak.agent.instrument;

import io.github.tlsleak.agent.output.log.AgentLog;
import io.github.tlsleak.agent.process.AgentErrors;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Says once a class, and loudly, what is not covered: on the agent's own thread, for a class may be
 * being loaded when it is found out. Thread-safe.
 */
public final class CoverageLog implements Coverage {

    private static final int MAX_LOST = 100;
    private static final int MAX_COVERED = 1_000;

    /** The self-test's engine is none of the program's. */
    private static final String OWN = "io.github.tlsleak.agent.";

    private final AgentLog log;
    private final AgentErrors failures;

    /** Why, by class; of a class that has hooks but not all of them, by class and method. */
    private final ConcurrentHashMap<String, Lost> lost = new ConcurrentHashMap<>();

    private final ConcurrentHashMap<String, Boolean> covered = new ConcurrentHashMap<>();
    private final AtomicBoolean tested = new AtomicBoolean();
    private final AtomicBoolean unhooked = new AtomicBoolean();
    private volatile boolean sunLost;
    private volatile boolean unsaid;

    public CoverageLog(AgentLog log, AgentErrors failures) {
        this.log = log;
        this.failures = failures;
    }

    @Override
    public void covered(String className) {
        if (covered.size() < MAX_COVERED && !className.startsWith(OWN)) {
            covered.put(className, Boolean.TRUE);
        }
        Lost before = lost.isEmpty() ? null : lost.get(className);
        if (before != null) {
            before.regained = true;
            unsaid = true;
        }
    }

    @Override
    public void lost(String className, Throwable reason) {
        put(className, reason.toString());
    }

    @Override
    public void missing(String className, String method) {
        sunLost |= className.startsWith("sun.security.ssl.");
        put(className + '.' + method, "there is no such method");
    }

    private void put(String what, String reason) {
        Lost before = lost.get(what);
        if (before != null) {
            before.regained = false;
        } else if (lost.size() < MAX_LOST) {
            lost.put(what, new Lost(reason));
        }
        unsaid = true;
    }

    @Override
    public void unhooked() {
        unhooked.set(true);
    }

    @Override
    public void swallowed(Throwable error) {
        failures.add(error);
    }

    /** Whether classes have lost their hooks since the last call. */
    public boolean takeUnhooked() {
        return unhooked.get() && unhooked.getAndSet(false);
    }

    /** Hooks are there and do not fire. */
    public void broken(String reason) {
        Lost all = new Lost(reason);
        all.said = true;
        lost.put("all", all);
        log.error("hooks do not fire, leaks will be missed: " + reason);
    }

    /** Says what is new. The collector's thread, or one that answers a command. */
    public synchronized void say() {
        if (!unsaid) {
            return;
        }
        unsaid = false;
        for (Map.Entry<String, Lost> entry : lost.entrySet()) {
            say(entry.getKey(), entry.getValue());
        }
    }

    private void say(String what, Lost reason) {
        if (reason.regained) {
            lost.remove(what);
            if (reason.said) {
                log.info("covered after all: " + what);
            }
        } else if (!reason.said) {
            reason.said = true;
            log.error(
                    "coverage lost: "
                            + what
                            + " could not be instrumented, its sessions may be missed: "
                            + reason.text);
        }
    }

    /** Whether any of SunJSSE's internals is not what hooks know. */
    public boolean sunLost() {
        return sunLost;
    }

    /** Whether a class lacks hooks that it should have; true of any if too many do. */
    public boolean isLost(String className) {
        if (lost.isEmpty()) {
            return false;
        }
        return lost.size() >= MAX_LOST
                || lost.keySet().stream()
                        .anyMatch(l -> l.equals(className) || l.startsWith(className + '.'));
    }

    /** Whether a class carries hooks; of those of channels and factories it is not known. */
    public boolean isCovered(String className) {
        return covered.containsKey(className);
    }

    /** Classes that carry hooks, sorted. */
    public List<String> covered() {
        List<String> names = new ArrayList<>(covered.keySet());
        Collections.sort(names);
        return names;
    }

    /** What should carry hooks and does not, with the reason. */
    public List<String> lost() {
        List<String> texts = new ArrayList<>();
        for (Map.Entry<String, Lost> entry : lost.entrySet()) {
            if (!entry.getValue().regained) {
                texts.add(entry.getKey() + ": " + entry.getValue().text);
            }
        }
        Collections.sort(texts);
        return texts;
    }

    /** Whether TLS has come into use since the last call; true once. */
    public boolean takeFirstUse() {
        return !covered.isEmpty() && tested.compareAndSet(false, true);
    }

    private static final class Lost {
        private final String text;
        private volatile boolean said;
        private volatile boolean regained;

        private Lost(String text) {
            this.text = text;
        }
    }
}
