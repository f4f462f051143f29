package io.github.tlsleak.agent.output.jmx;

import io.github.tlsleak.agent.RunningAgent;
import io.github.tlsleak.agent.StatusSource;
import io.github.tlsleak.agent.command.OptionChange;

/**
 * The MBean, made when it is first to be registered: most programs have no server for it.
 *
 * <p>Thread-safe.
 */
public final class LazyJmx {

    private final RunningAgent parts;

    /** Written with the lock held. */
    private volatile JmxRegistration registration;

    /** Guarded by this. */
    private boolean over;

    public LazyJmx(RunningAgent parts) {
        this.parts = parts;
    }

    /** As {@link JmxRegistration#tick}. */
    public void tick() {
        JmxRegistration current = made();
        if (current != null) {
            current.tick();
        }
    }

    private synchronized JmxRegistration made() {
        if (registration == null && !over) {
            StatusSource facts = parts.facts;
            OptionChange tuning = new OptionChange(parts, null);
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

    public boolean isRegistered() {
        JmxRegistration current = registration;
        return current != null && current.isRegistered();
    }

    /** Why the bean will not be registered, or null. */
    public String problem() {
        JmxRegistration current = registration;
        return current == null ? null : current.problem();
    }

    /** Unregisters the bean; later ticks do nothing. */
    public void close() {
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
