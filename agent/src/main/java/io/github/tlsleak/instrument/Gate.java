package io.github.tlsleak.instrument;

import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.security.ProtectionDomain;

/**
 * The one transformer that the JVM knows: compares names of the JDK's classes until the first of
 * JSSE is loaded, has the agent brought to life then, and hands everything on to what that puts
 * behind it. All that a program without TLS pays for.
 *
 * <p>Thread-safe. Of two threads that load the first classes both wait for the agent.
 */
public final class Gate implements ClassFileTransformer {

    private final Instrumentation instrumentation;

    /** Null once it is of no use. */
    private volatile Runnable opener;

    private volatile ClassFileTransformer behind;

    /** Guarded by this. */
    private boolean registered;

    /**
     * @param instrumentation the JVM's
     * @param opener brings the agent to life, or returns if it lives; called while the JVM loads a
     *     class, by any number of threads: must not load a class of JSSE. Null if it lives
     */
    public Gate(Instrumentation instrumentation, Runnable opener) {
        this.instrumentation = instrumentation;
        this.opener = opener;
    }

    /** Whether a class that carries hooks is loaded already: too late to wait for the first. */
    public static boolean isTooLate(Instrumentation instrumentation) {
        for (Class<?> type : instrumentation.getAllLoadedClasses()) {
            String name = type.getName();
            // most names end here
            boolean near = name.startsWith("javax.net.ssl.") || name.startsWith("sun.security.ssl");
            if (near && type.getClassLoader() == null && Types.onLoad(name.replace('.', '/'))) {
                return true;
            }
        }
        return false;
    }

    /** From now on the JVM asks it. */
    public synchronized void register() {
        if (!registered) {
            registered = true;
            instrumentation.addTransformer(this, true);
        }
    }

    /** What is asked from now on. */
    void open(ClassFileTransformer transformer) {
        behind = transformer;
        register();
    }

    /** The JVM asks it no more. */
    void close() {
        opener = null;
        instrumentation.removeTransformer(this);
        behind = null;
    }

    @Override
    public byte[] transform(
            ClassLoader loader,
            String name,
            Class<?> redefined,
            ProtectionDomain domain,
            byte[] bytes) {
        try {
            ClassFileTransformer next = behind;
            if (next == null && loader == null && name != null && Types.onLoad(name)) {
                next = opened();
            }
            return next == null ? null : next.transform(loader, name, redefined, domain, bytes);
        } catch (Throwable t) {
            // the class is loaded as it is; what stands behind tells of what it could not do
            return null;
        }
    }

    private ClassFileTransformer opened() {
        Runnable open = opener;
        if (open != null) {
            open.run();
        }
        return behind;
    }
}
