package io.github.tlsleak.agent.instrument;

import io.github.tlsleak.agent.process.AgentErrors;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Knows which classes carry hooks and which could not get them, and says the latter once for each
 * class. It only takes a note inside a transformer; {@link #say} is called on a thread of the
 * agent. Thread-safe.
 */
public final class Coverage {

    private static final int MAX_LOST = 100;
    private static final int MAX_COVERED = 1_000;

    /** The engine of the self-test does not belong to the program. */
    private static final String OWN = "io.github.tlsleak.agent.";

    private static final String SUN = "sun.security.ssl.";

    private final Lines lines;
    private final AgentErrors errors;

    /** By class, what was lost; by class and method where a class has some of its hooks. */
    private final ConcurrentHashMap<String, Lost> lost = new ConcurrentHashMap<>();

    private final ConcurrentHashMap<String, Boolean> covered = new ConcurrentHashMap<>();
    private final AtomicBoolean tested = new AtomicBoolean();
    private final AtomicBoolean unhooked = new AtomicBoolean();
    private volatile boolean sunLost;
    private volatile boolean unsaid;

    /** Takes lines for the log. */
    public interface Lines {

        /** Coverage is lost. */
        void error(String line);

        /** Coverage is there again. */
        void info(String line);
    }

    /**
     * @param lines gets what is to be said
     * @param errors counts errors that were kept from class loading
     */
    public Coverage(Lines lines, AgentErrors errors) {
        this.lines = lines;
        this.errors = errors;
    }

    /**
     * A class carries hooks now.
     *
     * @param className its binary name
     */
    void covered(String className) {
        if (covered.size() < MAX_COVERED && !className.startsWith(OWN)) {
            covered.put(className, Boolean.TRUE);
        }
        Lost before = lost.isEmpty() ? null : lost.get(className);
        if (before != null) {
            before.regained = true;
            unsaid = true;
        }
    }

    /**
     * A class could not get hooks: its instances are not followed.
     *
     * @param className its binary name
     * @param reason what was thrown
     */
    void lost(String className, Throwable reason) {
        put(className, reason.toString());
    }

    /**
     * A class has hooks, but a method that should have some does not exist: what happens there
     * stays unseen.
     *
     * @param className the binary name of the class
     * @param method the name of the method
     */
    public void missing(String className, String method) {
        sunLost |= className.startsWith(SUN);
        put(className + '.' + method, "there is no such method");
    }

    /**
     * The JDK has no class of a name that hooks are for: what happens there stays unseen.
     *
     * @param className the binary name of the class
     */
    void absent(String className) {
        sunLost |= className.startsWith(SUN);
        put(className, "there is no such class");
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

    /**
     * A class has lost its hooks: something may have happened unseen to sessions that are followed.
     * Allocates nothing, because memory may be short.
     */
    void unhooked() {
        unhooked.set(true);
    }

    /** An error was kept from class loading. Allocates nothing, because memory may be short. */
    void swallowed(Throwable error) {
        errors.add(error);
    }

    /** Whether classes have lost their hooks since the last call. */
    public boolean takeUnhooked() {
        return unhooked.get() && unhooked.getAndSet(false);
    }

    /** The self-test has failed: hooks are in place, but nothing arrives. */
    public void broken(String reason) {
        Lost all = new Lost(reason);
        all.said = true;
        lost.put("all", all);
        lines.error("hooks do not fire, leaks will be missed: " + reason);
    }

    /** Says what is new. On the collector's thread, or on one that answers a command. */
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
                lines.info("covered after all: " + what);
            }
        } else if (!reason.said) {
            reason.said = true;
            lines.error(
                    "coverage lost: "
                            + what
                            + " could not be instrumented, its sessions may be missed: "
                            + reason.text);
        }
    }

    /** Whether SunJSSE lacks a class or a method that hooks need. */
    public boolean sunLost() {
        return sunLost;
    }

    /** Whether a class lacks hooks that it should have; true for any class if too many do. */
    public boolean isLost(String className) {
        if (lost.isEmpty()) {
            return false;
        }
        boolean found = lost.size() >= MAX_LOST;
        for (String what : lost.keySet()) {
            found |= what.equals(className) || what.startsWith(className + '.');
        }
        return found;
    }

    /** Whether a class carries hooks; false for channels and factories, which are not listed. */
    public boolean isCovered(String className) {
        return covered.containsKey(className);
    }

    /** The classes that carry hooks, sorted. */
    public List<String> covered() {
        List<String> names = new ArrayList<>(covered.keySet());
        Collections.sort(names);
        return names;
    }

    /** What should carry hooks and does not, each with the reason, sorted. */
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
