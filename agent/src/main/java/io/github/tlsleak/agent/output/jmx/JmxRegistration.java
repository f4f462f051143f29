package io.github.tlsleak.agent.output.jmx;

import io.github.tlsleak.agent.output.metrics.FindingSeries;
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

    /** The series of findings, which have an MBean each; null for none. */
    private final @Nullable FindingSeries findings;

    /** Null until the bean is registered; guarded by this. */
    private @Nullable SeriesRegistration series;

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
     * @param findings each series of them gets a bean of its own
     */
    public JmxRegistration(Supplier<? extends TlsLeakMXBean> source, FindingSeries findings) {
        this(
                source,
                new LongSupplier() {
                    @Override
                    public long getAsLong() {
                        return System.nanoTime();
                    }
                },
                findings);
    }

    JmxRegistration(
            @Nullable Supplier<? extends TlsLeakMXBean> source,
            @Nullable LongSupplier clock,
            @Nullable FindingSeries findings) {
        this.source = source;
        this.clock = clock;
        this.findings = findings;
    }

    /**
     * A registration that never registers anything.
     *
     * @param reason what {@link #problem} returns
     */
    public static JmxRegistration off(String reason) {
        JmxRegistration off = new JmxRegistration(null, null, null);
        off.giveUp(reason);
        return off;
    }

    /**
     * Looks for the server, at most once a second, until the bean is registered or cannot be; from
     * then on registers the series that are new. To be called now and then on a thread of the
     * agent.
     */
    public synchronized void tick() {
        if (series != null) {
            tick(series);
        }
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
            if (over && findings != null) {
                series = new SeriesRegistration(findings);
                series.tick();
            }
        } catch (NoClassDefFoundError e) {
            boolean jmx = String.valueOf(e.getMessage()).startsWith("javax/management/");
            giveUp(jmx ? "this JVM has no java.management" : String.valueOf(e));
        } catch (IllegalStateException e) {
            giveUp(e.getMessage());
        } catch (Exception | LinkageError e) {
            giveUp(String.valueOf(e));
        }
    }

    /** A series that cannot be registered must not keep the bean from being there. */
    private void tick(SeriesRegistration registration) {
        try {
            registration.tick();
        } catch (Exception | LinkageError e) {
            problem = String.valueOf(e);
            series = null;
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

    /** Unregisters all beans; later ticks do nothing. Never throws. */
    public synchronized void close() {
        over = true;
        SeriesRegistration registration = series;
        series = null;
        if (registration != null) {
            undo(registration::close);
        }
        Runnable undo = unregister;
        unregister = null;
        if (undo != null) {
            undo(undo);
        }
    }

    private void undo(Runnable undo) {
        try {
            undo.run();
        } catch (RuntimeException | LinkageError e) {
            problem = String.valueOf(e);
        }
    }
}
