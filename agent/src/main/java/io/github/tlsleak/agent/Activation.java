package io.github.tlsleak.agent;

import io.github.tlsleak.agent.instrument.BootHooks;
import io.github.tlsleak.agent.instrument.Coverage;
import io.github.tlsleak.agent.instrument.Installer;
import io.github.tlsleak.agent.instrument.TlsGate;
import io.github.tlsleak.agent.output.log.AgentLog;
import io.github.tlsleak.agent.process.AgentErrors;
import io.github.tlsleak.agent.process.Launch;
import io.github.tlsleak.common.options.Options;
import java.lang.instrument.Instrumentation;
import java.security.AccessController;
import java.security.PrivilegedAction;
import java.util.ArrayList;
import java.util.List;

/**
 * Brings the agent to life when TLS comes into use: a program without TLS pays for a transformer
 * that compares names. Thread-safe.
 */
public final class Activation implements Runnable {

    private final Launch run;
    private final Options options;
    private final AgentLog log;
    private final Instrumentation instrumentation;
    private final AgentErrors failures = new AgentErrors();
    private final Coverage coverage;
    private final TlsGate gate;
    private final Installer installer;

    private volatile RunningAgent parts;

    /** Why it did not come to life, or null; guarded by this. */
    private String failure;

    /**
     * @param gate where the JVM asks; null if TLS is to be waited for at one of its own
     */
    Activation(
            Launch run,
            Options options,
            AgentLog log,
            Instrumentation instrumentation,
            TlsGate gate) {
        this.run = run;
        this.options = options;
        this.log = log;
        this.instrumentation = instrumentation;
        this.coverage = new Coverage(new CoverageLines(), failures);
        this.gate = gate == null ? new TlsGate(instrumentation, this) : gate;
        this.installer = new Installer(instrumentation, coverage, this.gate);
    }

    /** Comes to life without hooks, if it can; where it cannot the log says so. */
    void begin() {
        ready();
    }

    /** Waits for TLS. */
    void waitForTls() {
        gate.register();
    }

    /**
     * Hooks go into a program that runs already; events are let in once all hooks are where they
     * belong.
     *
     * @throws IllegalStateException if they cannot
     */
    void install() {
        RunningAgent made = parts();
        try {
            installer.prepare();
            installer.install(true);
            made.resume(true);
            made.test();
            coverage.say();
        } catch (Throwable t) {
            // nobody is told of an agent that runs by half
            made.stop();
            throw t;
        }
    }

    /** TLS comes into use. */
    @Override
    public void run() {
        // a SecurityManager would judge the agent by what it was started from
        AccessController.doPrivileged(
                new PrivilegedAction<Void>() {
                    @Override
                    public Void run() {
                        if (ready()) {
                            installer.prepare();
                            installer.install(false);
                            if (gate.isLate()) {
                                parts.resume(true);
                            }
                        }
                        return null;
                    }
                });
    }

    /**
     * The parts, brought to life if need be, whether there are hooks or not.
     *
     * @throws IllegalStateException if they cannot be
     */
    public RunningAgent parts() {
        if (!ready()) {
            synchronized (this) {
                throw new IllegalStateException("not started: " + failure);
            }
        }
        return parts;
    }

    Coverage coverage() {
        return coverage;
    }

    public Launch launch() {
        return run;
    }

    private boolean ready() {
        return parts != null || activate();
    }

    /** A moment without memory is no reason to give up: that error is thrown on. */
    private synchronized boolean activate() {
        if (parts != null || failure != null) {
            return parts != null;
        }
        try {
            BootHooks.define(instrumentation);
            List<String> warnings = new ArrayList<>();
            RunningAgent made =
                    new RunningAgent(
                            run,
                            options,
                            log,
                            coverage,
                            failures,
                            installer,
                            instrumentation,
                            warnings);
            for (String warning : warnings) {
                log.warn(warning);
            }
            made.start();
            if (!run.attached) {
                made.resume(false);
            }
            parts = made;
        } catch (VirtualMachineError e) {
            throw e;
        } catch (Throwable t) {
            failure = t.getMessage() == null ? t.toString() : t.getMessage();
            log.error("not started, leaks are not reported: " + t);
        }
        return parts != null;
    }

    /** Puts what is to be said of coverage into the log. No lambda: this starts with the agent. */
    private final class CoverageLines implements Coverage.Lines {

        @Override
        public void error(String line) {
            log.error(line);
        }

        @Override
        public void info(String line) {
            log.info(line);
        }
    }
}
