package io.github.tlsleak.agent;

import io.github.tlsleak.agent.instrument.TlsGate;
import io.github.tlsleak.agent.process.Launch;
import java.lang.instrument.Instrumentation;
import java.security.AccessController;
import java.security.PrivilegedAction;
import java.util.Collections;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The agent without any option, in a program that has not used TLS yet: a transformer and nothing
 * more. It wakes up with the first class of JSSE, or with a request of a command line.
 *
 * <p>Thread-safe. No lambda, and few classes: every program pays for them.
 */
final class DormantAgent implements Function<Map<String, String>, String>, Runnable {

    private final Launch launch;
    private final Instrumentation instrumentation;
    private final TlsGate gate;

    /** Was woken, successfully or not; guarded by this, as the next field. */
    private boolean woken;

    /** Null before, and if the agent is not to run. */
    private @Nullable Activation activation;

    DormantAgent(Launch launch, Instrumentation instrumentation) {
        this.launch = launch;
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
        // a SecurityManager would judge the agent by what is on the stack
        AccessController.doPrivileged(
                new PrivilegedAction<Void>() {
                    @Override
                    public Void run() {
                        Activation awake = awake();
                        if (awake != null) {
                            awake.run();
                        }
                        return null;
                    }
                });
    }

    @Override
    public String apply(Map<String, String> request) {
        Activation awake = awake();
        return awake == null
                ? "3\nnot started, see the standard error stream of that JVM\n"
                : awake.apply(request);
    }

    /** An error for lack of memory is thrown on, and the next call tries again. */
    private synchronized @Nullable Activation awake() {
        if (!woken) {
            try {
                activation = Agent.begin(Collections.emptyMap(), launch, instrumentation, gate);
            } catch (VirtualMachineError e) {
                throw e;
            } catch (Throwable t) {
                launch.stderr.println("[tlsleak] ERROR not started, leaks are not reported: " + t);
            }
            woken = true;
        }
        return activation;
    }
}
