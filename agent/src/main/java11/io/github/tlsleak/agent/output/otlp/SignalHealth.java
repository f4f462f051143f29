package io.github.tlsleak.agent.output.otlp;

import io.github.tlsleak.common.text.PlainText;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * How sending of one signal goes: says once that it fails and once that it works again, at most
 * once an hour each. Thread-safe.
 */
final class SignalHealth {

    private static final long AGAIN_NANOS = TimeUnit.HOURS.toNanos(1);

    /** Proxies ask for one with the status 407. */
    private static final String NO_PASSWORD =
            ", it asks for a password and there is none to give; have it let the collector's"
                    + " address through, or name that in -Dhttp.nonProxyHosts";

    private final String signal;
    private final String endpoint;
    private final Supplier<String> way;
    private final Consumer<String> log;
    private final LongSupplier clock;

    /** Guarded by this, as what follows. */
    private @Nullable String problem;

    private @Nullable String lastProblem;
    private boolean saidTrouble;
    private boolean anythingSaid;
    private long saidAt;
    private boolean retryable;
    private long accepted;

    /**
     * @param signal what is sent, in the plural
     * @param endpoint where to
     * @param way names the proxy, with a space before it; empty if there is none
     * @param log gets the lines
     * @param clock nanoseconds that never step back
     */
    SignalHealth(
            String signal,
            String endpoint,
            Supplier<String> way,
            Consumer<String> log,
            LongSupplier clock) {
        this.signal = signal;
        this.endpoint = endpoint;
        this.way = way;
        this.log = log;
        this.clock = clock;
    }

    /** The collector answered. */
    void answered(int status, String message) {
        if (status >= 200 && status < 300) {
            works();
        } else {
            String text =
                    "HTTP "
                            + status
                            + (message.isEmpty() || message.equals(String.valueOf(status))
                                    ? ""
                                    : " " + message)
                            + (status == 407 ? NO_PASSWORD : "");
            fails(text, status == 429 || status == 502 || status == 503 || status == 504);
        }
    }

    /** There is no answer. */
    void failed(Throwable error) {
        if (SendError.isTunnelWithoutPassword(error) && !way.get().isEmpty()) {
            answered(407, "");
        } else {
            fails(SendError.text(error), true);
        }
    }

    private synchronized void works() {
        problem = null;
        accepted++;
        if (saidTrouble) {
            saidTrouble = false;
            log.accept("otlp: " + signal + " reach " + endpoint + " again");
        }
    }

    private void fails(String why, boolean again) {
        fails(why, again, way.get());
    }

    private synchronized void fails(String why, boolean again, String by) {
        problem = PlainText.printable(why);
        lastProblem = problem;
        retryable = again;
        long now = clock.getAsLong();
        if (!saidTrouble && (!anythingSaid || now - saidAt >= AGAIN_NANOS)) {
            saidTrouble = true;
            anythingSaid = true;
            saidAt = now;
            String then = again ? "; it is tried again, this is said once" : "; this is said once";
            log.accept(
                    "otlp: " + signal + " do not reach " + endpoint + by + ": " + problem + then);
        }
    }

    /** Whether what was refused last may be taken later. */
    synchronized boolean isRetryable() {
        return problem != null && retryable;
    }

    /** How many requests were accepted, and the last problem, current or over. */
    synchronized String text() {
        String text = accepted + (accepted == 1 ? " request of " : " requests of ") + signal;
        if (lastProblem == null) {
            return text;
        }
        return text + " (last error" + (problem == null ? ", over: " : ": ") + lastProblem + ')';
    }
}
