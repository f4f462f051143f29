package io.github.tlsleak.junit;

import io.github.tlsleak.test.AgentStart;
import io.github.tlsleak.test.AgentUnavailableException;
import java.util.Collections;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.opentest4j.AssertionFailedError;

/**
 * The agent in this JVM, which is brought when the first guarded test needs it. Where there can be
 * none, that is said once, and the tests run unchecked. Thread-safe.
 */
final class AgentInJvm {

    /** Whether tests are checked; false before the first guarded test. */
    private static volatile boolean started;

    /** Why there is no agent; guarded by the class. */
    private static @Nullable String reason;

    private AgentInJvm() {}

    static boolean isStarted() {
        return started;
    }

    /**
     * Brings the agent.
     *
     * @return whether there is one
     * @throws AssertionFailedError if there is none, and the settings require one
     */
    static boolean start(Settings settings) {
        bring(settings);
        String why = started ? null : reason();
        if (why != null && settings.required) {
            String flag = "-javaagent:tlsleak.jar";
            throw new AssertionFailedError(
                    Settings.CANNOT
                            + why
                            + (why.contains(flag) ? "" : "; start the tests' JVM with " + flag));
        }
        return started;
    }

    private static synchronized void bring(Settings settings) {
        if (started || reason != null) {
            return;
        }
        try {
            Versions.warn();
            String report = ReportPlace.of(settings.report);
            Map<String, String> options =
                    report == null
                            ? Collections.<String, String>emptyMap()
                            : Collections.singletonMap("report", report);
            AgentStart.options(options);
            AgentStart.ensure();
            CurrentRun.LEDGER.open();
            started = true;
        } catch (AgentUnavailableException e) {
            absent(String.valueOf(e.getMessage()));
        } catch (LinkageError e) {
            absent("the jar tlsleak is missing, or of another version: " + e);
        }
    }

    private static synchronized String reason() {
        return reason == null ? "the agent is gone" : reason;
    }

    /** There is no agent, or no longer. */
    static synchronized void absent(String why) {
        started = false;
        if (reason == null) {
            reason = why;
            Notes.warn("TLS leaks are not checked: " + why);
        }
    }
}
