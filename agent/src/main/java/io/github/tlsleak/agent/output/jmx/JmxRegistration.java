package io.github.tlsleak.agent.output.jmx;

import java.util.function.LongSupplier;

/**
 * Registers the MBean once the application, a JMX client or the JVM's options have brought up the
 * platform's MBean server, and never brings it up itself: that would initialise logging and fix the
 * application's choice of server.
 *
 * <p>Thread-safe. Knows no type of JMX: a JVM without {@code java.management} loads none.
 */
public final class JmxRegistration {

    private static final long LOOK_NANOS = 1_000_000_000L;

    private final TlsLeakMXBean bean;
    private final LongSupplier clock;

    /** Guarded by this. */
    private boolean over;

    private boolean looked;
    private long lastLook;

    private volatile Runnable unregister;
    private volatile String problem;

    /**
     * @param bean what to register
     */
    public JmxRegistration(TlsLeakMXBean bean) {
        this(bean, System::nanoTime);
    }

    JmxRegistration(TlsLeakMXBean bean, LongSupplier clock) {
        this.bean = bean;
        this.clock = clock;
    }

    /**
     * Looks for the server, at most once a second, until the bean is registered or cannot be. To be
     * called now and then on a thread of the agent. Never throws.
     */
    public synchronized void tick() {
        long now = clock.getAsLong();
        if (over || (looked && now - lastLook < LOOK_NANOS)) {
            return;
        }
        looked = true;
        lastLook = now;
        try {
            unregister = PlatformServer.register(bean, TlsLeakMXBean.NAME);
            over = unregister != null;
        } catch (NoClassDefFoundError e) {
            boolean jmx = String.valueOf(e.getMessage()).startsWith("javax/management/");
            giveUp(jmx ? "this JVM has no java.management" : String.valueOf(e));
        } catch (IllegalStateException e) {
            giveUp(e.getMessage());
        } catch (Exception | LinkageError e) {
            giveUp(String.valueOf(e));
        }
    }

    private void giveUp(String reason) {
        over = true;
        problem = reason;
    }

    /** Whether the bean is registered. */
    public boolean isRegistered() {
        return unregister != null;
    }

    /** Why the bean will not be registered, or null. */
    public String problem() {
        return problem;
    }

    /** Unregisters the bean; later ticks do nothing. Never throws. */
    public synchronized void close() {
        over = true;
        Runnable undo = unregister;
        unregister = null;
        if (undo == null) {
            return;
        }
        try {
            undo.run();
        } catch (RuntimeException | LinkageError e) {
            problem = String.valueOf(e);
        }
    }
}
