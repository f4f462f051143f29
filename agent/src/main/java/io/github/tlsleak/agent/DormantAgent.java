package io.github.tlsleak.agent;

import io.github.tlsleak.agent.command.Commands;
import io.github.tlsleak.agent.instrument.TlsGate;
import io.github.tlsleak.agent.process.Launch;
import java.lang.instrument.Instrumentation;
import java.security.AccessController;
import java.security.PrivilegedAction;
import java.util.Collections;
import java.util.Map;
import java.util.function.Function;

/**
 * An agent for which nothing is set, in a program that has not used TLS yet: it has a transformer
 * and nothing more. Comes to life with the first class of JSSE, or when somebody asks.
 *
 * <p>Thread-safe. No lambda, and few classes: every program pays for these.
 */
final class DormantAgent implements Function<Map<String, String>, String>, Runnable {

    private final Launch run;
    private final Instrumentation instrumentation;
    private final TlsGate gate;

    /** Guarded by this, as what follows: was woken, with whatever success. */
    private boolean woken;

    /** Null if it is not to run. */
    private Commands commands;

    DormantAgent(Launch run, Instrumentation instrumentation) {
        this.run = run;
        this.instrumentation = instrumentation;
        this.gate = new TlsGate(instrumentation, this);
    }

    /** Waits for TLS. */
    void begin() {
        gate.register();
    }

    /** TLS comes into use: run by the gate's own thread. */
    @Override
    public void run() {
        // a SecurityManager would judge the agent by what it was started from
        AccessController.doPrivileged(
                new PrivilegedAction<Void>() {
                    @Override
                    public Void run() {
                        Commands alive = commands();
                        if (alive != null) {
                            alive.activation().run();
                        }
                        return null;
                    }
                });
    }

    @Override
    public String apply(Map<String, String> asked) {
        Commands alive = commands();
        return alive == null
                ? "3\nnot started, see the standard error stream of that JVM\n"
                : alive.apply(asked);
    }

    /** A moment without memory is no reason to give up: that error is thrown on. */
    private synchronized Commands commands() {
        if (!woken) {
            try {
                commands = Agent.begin(Collections.emptyMap(), run, instrumentation, gate);
            } catch (VirtualMachineError e) {
                throw e;
            } catch (Throwable t) {
                run.stderr.println("[tlsleak] ERROR not started, leaks are not reported: " + t);
            }
            woken = true;
        }
        return commands;
    }
}
