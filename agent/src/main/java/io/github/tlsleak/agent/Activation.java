package io.github.tlsleak.agent;

import io.github.tlsleak.agent.command.Commands;
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
import java.util.Map;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Starts the running agent when TLS comes into use, or when a request needs it. Until then a
 * program pays only for a transformer that compares names. Thread-safe.
 */
final class Activation implements Runnable, Function<Map<String, String>, String> {

    private final Launch launch;
    private final Options options;
    private final List<String> warnings;
    private final AgentLog log;
    private final Instrumentation instrumentation;
    private final AgentErrors errors;
    private final Coverage coverage;
    private final TlsGate gate;
    private final Installer installer;

    private volatile @Nullable RunningAgent running;

    /** Why the agent could not start; guarded by this. */
    private @Nullable String failure;

    /** Null until the first request; guarded by this. */
    private @Nullable Commands commands;

    /**
     * @param launch how the agent came into the JVM
     * @param options of the agent
     * @param warnings what is wrong with the options, one line each
     * @param log of the agent
     * @param instrumentation of the JVM
     * @param gate the transformer that waits for TLS; null to make one that calls this object
     */
    Activation(
            Launch launch,
            Options options,
            List<String> warnings,
            AgentLog log,
            Instrumentation instrumentation,
            @Nullable TlsGate gate) {
        this.launch = launch;
        this.options = options;
        this.warnings = warnings;
        this.log = log;
        this.instrumentation = instrumentation;
        this.gate = gate == null ? new TlsGate(instrumentation, this) : gate;
        this.errors = errors(this.gate);
        this.coverage = new Coverage(new CoverageLines(), errors);
        this.installer = new Installer(instrumentation, coverage, this.gate);
    }

    /** No lambda: this runs before the first use of TLS. */
    private static AgentErrors errors(TlsGate gate) {
        return new AgentErrors(
                new LongSupplier() {
                    @Override
                    public long getAsLong() {
                        return gate.swallowed();
                    }
                });
    }

    /** Starts the agent without hooks if it can be started; the log says so if not. */
    void begin() {
        ready();
    }

    /** Waits for TLS. */
    void waitForTls() {
        gate.register();
    }

    /**
     * Puts hooks into a program that runs already. Events are let in once all hooks are in place.
     *
     * @throws IllegalStateException if that is impossible
     */
    void install() {
        RunningAgent agent = running();
        try {
            installer.prepare();
            installer.install(true);
            agent.hooks.resume(true);
            agent.test();
            coverage.say();
        } catch (Throwable t) {
            // no half of an agent stays behind
            agent.stop();
            throw t;
        }
    }

    /** TLS comes into use. */
    @Override
    public void run() {
        // a SecurityManager would judge the agent by what is on the stack
        AccessController.doPrivileged(
                new PrivilegedAction<Void>() {
                    @Override
                    public Void run() {
                        RunningAgent agent = ready();
                        if (agent != null) {
                            installer.prepare();
                            installer.install(false);
                            if (gate.isLate()) {
                                agent.hooks.resume(true);
                            }
                        }
                        return null;
                    }
                });
    }

    /** Answers a request: exit code, line feed, text. */
    @Override
    public String apply(Map<String, String> request) {
        return commands().apply(request);
    }

    private synchronized Commands commands() {
        if (commands == null) {
            commands = Answers.of(launch, warnings, log, errors, this::running);
        }
        return commands;
    }

    /**
     * The running agent, started if need be, with or without hooks.
     *
     * @throws IllegalStateException if it cannot be started
     */
    private RunningAgent running() {
        RunningAgent agent = ready();
        if (agent == null) {
            synchronized (this) {
                throw new IllegalStateException("not started: " + failure);
            }
        }
        return agent;
    }

    /** The running agent, started if need be; null if it cannot be started. */
    private @Nullable RunningAgent ready() {
        RunningAgent agent = running;
        return agent != null ? agent : activate();
    }

    /** An error for lack of memory is thrown on, and the next call tries again. */
    private synchronized @Nullable RunningAgent activate() {
        if (running != null || failure != null) {
            return running;
        }
        try {
            BootHooks.define(instrumentation);
            RunningAgent agent = agent();
            agent.start();
            if (!launch.attached) {
                agent.hooks.resume(false);
            }
            running = agent;
        } catch (VirtualMachineError e) {
            throw e;
        } catch (Throwable t) {
            failure = t.getMessage() == null ? t.toString() : t.getMessage();
            log.error("not started, leaks are not reported: " + t);
        }
        return running;
    }

    private RunningAgent agent() {
        List<String> problems = new ArrayList<>();
        RunningAgent agent =
                new RunningAgent(
                        launch,
                        options,
                        log,
                        coverage,
                        errors,
                        installer,
                        instrumentation,
                        problems);
        for (String problem : problems) {
            log.warn(problem);
        }
        return agent;
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
