package io.github.tlsleak.agent;

import io.github.tlsleak.instrument.Gate;
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
final class Dormant implements Function<Map<String, String>, String>, Runnable {

    private final Run run;
    private final Instrumentation instrumentation;
    private final Gate gate;

    /** Guarded by this, as what follows: was woken, with whatever success. */
    private boolean woken;

    /** Null if it did not come to life. */
    private Function<Map<String, String>, String> commands;

    Dormant(Run run, Instrumentation instrumentation) {
        this.run = run;
        this.instrumentation = instrumentation;
        this.gate = new Gate(instrumentation, this);
    }

    /** Waits for TLS. */
    void begin() {
        gate.register();
    }

    /** Runs while the JVM loads a class, or before a request is answered. */
    @Override
    public synchronized void run() {
        if (woken) {
            return;
        }
        woken = true;
        // a SecurityManager would judge the agent by the application on the stack
        AccessController.doPrivileged(
                new PrivilegedAction<Void>() {
                    @Override
                    public Void run() {
                        wake();
                        return null;
                    }
                });
    }

    private void wake() {
        try {
            commands = Agent.begin(Collections.emptyMap(), run, instrumentation, gate);
        } catch (Throwable t) {
            run.stderr.println("[tlsleak] ERROR not started, leaks are not reported: " + t);
        }
    }

    @Override
    public String apply(Map<String, String> asked) {
        run();
        Function<Map<String, String>, String> alive = commands();
        return alive == null
                ? "3\nnot started, see the standard error stream of that JVM\n"
                : alive.apply(asked);
    }

    private synchronized Function<Map<String, String>, String> commands() {
        return commands;
    }
}
