package io.github.tlsleak.agent;

import io.github.tlsleak.instrument.BootHooks;
import io.github.tlsleak.instrument.FirstUse;
import io.github.tlsleak.instrument.Gate;
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

    private final Run run;
    private final Options options;
    private final AgentLog log;
    private final Instrumentation instrumentation;
    private final CoverageLog coverage;
    private final Installer installer;
    private volatile Parts parts;

    /** Guarded by this: tried, with whatever success. */
    private boolean tried;

    /** Why it did not come to life, or null; guarded by this. */
    private String failure;

    Activation(Run run, Options options, AgentLog log, Instrumentation instrumentation, Gate gate) {
        this.run = run;
        this.options = options;
        this.log = log;
        this.instrumentation = instrumentation;
        this.coverage = new CoverageLog(log);
        this.installer = new Installer(instrumentation, coverage, this, gate);
    }

    /**
     * Waits for TLS; a report that was asked for begins at once, TLS or not. In a program that runs
     * already, hooks go in now.
     *
     * @throws IllegalStateException if they cannot, and somebody waits to hear of it
     */
    void install() {
        if (run.attached) {
            parts();
        } else if (options.report() != null) {
            ready();
        }
        installer.install(run.attached);
        if (run.attached) {
            parts().resume();
            parts().test();
        }
    }

    /**
     * The parts, brought to life if need be.
     *
     * @throws IllegalStateException if they cannot be
     */
    Parts parts() {
        if (!ready()) {
            synchronized (this) {
                throw new IllegalStateException("not started: " + failure);
            }
        }
        return parts;
    }

    CoverageLog coverage() {
        return coverage;
    }

    Run run() {
        return run;
    }

    @Override
    public boolean ready() {
        return parts != null || activate();
    }

    private synchronized boolean activate() {
        if (tried) {
            return parts != null;
        }
        tried = true;
        try {
            BootHooks.define(instrumentation);
            List<String> warnings = new ArrayList<>();
            Parts made =
                    new Parts(run, options, log, coverage, installer, instrumentation, warnings);
            for (String warning : warnings) {
                log.warn(warning);
            }
            made.start();
            if (!run.attached) {
                made.resume();
            }
            parts = made;
        } catch (Throwable t) {
            failure = t.getMessage() == null ? t.toString() : t.getMessage();
            log.error("not started, leaks are not reported: " + t);
        }
        return parts != null;
    }
}
