package io.github.tlsleak.agent;

import io.github.tlsleak.instrument.Coverage;
import io.github.tlsleak.report.AgentLog;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/** Says once a class, and loudly, what is not covered. Thread-safe. */
final class CoverageLog implements Coverage {

    private static final int MAX_LOST = 100;

    private final AgentLog log;
    private final ConcurrentHashMap<String, Boolean> lost = new ConcurrentHashMap<>();
    private final AtomicInteger covered = new AtomicInteger();
    private volatile boolean sunLost;
    private final AtomicBoolean tested = new AtomicBoolean();

    CoverageLog(AgentLog log) {
        this.log = log;
    }

    @Override
    public void covered(String className) {
        covered.incrementAndGet();
    }

    @Override
    public void lost(String className, Throwable reason) {
        sunLost |= className.startsWith("sun.security.ssl.");
        if (lost.size() < MAX_LOST && lost.putIfAbsent(className, Boolean.TRUE) == null) {
            log.error(
                    "coverage lost: "
                            + className
                            + " could not be instrumented, its sessions may be missed or misjudged: "
                            + reason);
        }
    }

    /** Whether any of SunJSSE's internals is not what hooks know. */
    boolean sunLost() {
        return sunLost;
    }

    /** Whether TLS has come into use since the last call; true once. */
    boolean takeFirstUse() {
        return covered.get() > 0 && tested.compareAndSet(false, true);
    }
}
