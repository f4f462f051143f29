package io.github.tlsleak.agent;

import io.github.tlsleak.instrument.BootHooks;
import io.github.tlsleak.instrument.FirstUse;
import io.github.tlsleak.instrument.Installer;
import io.github.tlsleak.report.AgentLog;
import java.lang.instrument.Instrumentation;
import java.util.ArrayList;
import java.util.List;

/**
 * Brings the agent to life when TLS comes into use: a program without TLS pays for a transformer
 * that compares names. Thread-safe.
 */
final class Activation implements FirstUse {

    private final Options options;
    private final AgentLog log;
    private final Instrumentation instrumentation;
    private final CoverageLog coverage;
    private final Installer installer;
    private volatile boolean ready;

    /** Guarded by this: tried, with whatever success. */
    private boolean tried;

    Activation(Options options, AgentLog log, Instrumentation instrumentation) {
        this.options = options;
        this.log = log;
        this.instrumentation = instrumentation;
        this.coverage = new CoverageLog(log);
        this.installer = new Installer(instrumentation, coverage, this);
    }

    /** Waits for TLS; a report that was asked for begins at once, TLS or not. */
    void install() {
        if (options.report() != null) {
            ready();
        }
        installer.install();
    }

    @Override
    public boolean ready() {
        return ready || activate();
    }

    private synchronized boolean activate() {
        if (tried) {
            return ready;
        }
        tried = true;
        try {
            BootHooks.define(instrumentation);
            List<String> warnings = new ArrayList<>();
            Parts parts = new Parts(options, log, coverage, installer, warnings);
            for (String warning : warnings) {
                log.warn(warning);
            }
            parts.start();
            ready = true;
        } catch (Throwable t) {
            log.error("not started, leaks are not reported: " + t);
        }
        return ready;
    }
}
