package io.github.tlsleak.agent;

import io.github.tlsleak.report.JmxBean;
import io.github.tlsleak.report.JmxRegistration;

/**
 * The MBean, made when it is first to be registered: most programs have no server for it.
 *
 * <p>Thread-safe.
 */
final class Jmx {

    private final Parts parts;

    /** Written with the lock held. */
    private volatile JmxRegistration registration;

    /** Guarded by this. */
    private boolean over;

    Jmx(Parts parts) {
        this.parts = parts;
    }

    /** As {@link JmxRegistration#tick}. */
    void tick() {
        JmxRegistration current = made();
        if (current != null) {
            current.tick();
        }
    }

    private synchronized JmxRegistration made() {
        if (registration == null && !over) {
            Facts facts = parts.facts;
            Tuning tuning = new Tuning(parts, null);
            registration =
                    new JmxRegistration(
                            new JmxBean(
                                    facts::now,
                                    facts::standing,
                                    System::gc,
                                    duration -> tuning.set("threshold=" + duration).trim()));
        }
        return registration;
    }

    boolean isRegistered() {
        JmxRegistration current = registration;
        return current != null && current.isRegistered();
    }

    /** Why the bean will not be registered, or null. */
    String problem() {
        JmxRegistration current = registration;
        return current == null ? null : current.problem();
    }

    /** Unregisters the bean; later ticks do nothing. */
    void close() {
        JmxRegistration last;
        synchronized (this) {
            over = true;
            last = registration;
        }
        if (last != null) {
            last.close();
        }
    }
}
