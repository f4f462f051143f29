package io.github.tlsleak.agent.output.jmx;

import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Registers the MBean once the application, a JMX client or the JVM's options have started the
 * platform's MBean server. Never starts the server itself: that would initialise logging and fix
 * the application's choice of server. The bean is created with the first look for a server: most
 * programs have none.
 *
 * <p>Thread-safe. Knows no type of JMX: a JVM without {@code java.management} loads none.
 */
public final class JmxRegistration {

    private static final long LOOK_NANOS = 1_000_000_000L;

    /** Null, as the clock, if nothing is ever registered. */
    private final @Nullable Supplier<? extends TlsLeakMXBean> source;

    private final @Nullable LongSupplier clock;

    /** Null until the first look; guarded by this, as the fields that follow. */
    private @Nullable TlsLeakMXBean bean;

    /** Registered, given up or closed. */
    private boolean over;

    private boolean looked;
    private long lastLook;

    private volatile @Nullable Runnable unregister;
    private volatile @Nullable String problem;

    /**
     * @param source creates the bean
     */
    public JmxRegistration(Supplier<? extends TlsLeakMXBean> source) {
        this(source, System::nanoTime);
    }

    JmxRegistration(
            @Nullable Supplier<? extends TlsLeakMXBean> source, @Nullable LongSupplier clock) {
        this.source = source;
        this.clock = clock;
    }

    /**
     * A registration that never registers anything.
     *
     * @param reason what {@link #problem} returns
     */
    public static JmxRegistration off(String reason) {
        JmxRegistration off = new JmxRegistration(null, null);
        off.giveUp(reason);
        return off;
    }

    /**
     * Looks for the server, at most once a second, until the bean is registered or cannot be. To be
     * called now and then on a thread of the agent.
     */
    public synchronized void tick() {
        if (over || source == null || clock == null) {
            return;
        }
        long now = clock.getAsLong();
        if (looked && now - lastLook < LOOK_NANOS) {
            return;
        }
        looked = true;
        lastLook = now;
        try {
            if (bean == null) {
                bean = source.get();
            }
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

    private synchronized void giveUp(@Nullable String reason) {
        over = true;
        problem = reason;
    }

    /** Whether the bean is registered. */
    public boolean isRegistered() {
        return unregister != null;
    }

    /** Why the bean will not be registered; null if it is, or may be later. */
    public @Nullable String problem() {
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
