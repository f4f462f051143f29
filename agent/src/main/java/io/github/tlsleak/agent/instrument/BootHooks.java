package io.github.tlsleak.agent.instrument;

import io.github.tlsleak.agent.instrument.prepared.ResourceBytes;
import java.io.IOException;
import java.lang.instrument.Instrumentation;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.security.AccessController;
import java.security.PrivilegedAction;
import java.security.ProtectionDomain;
import javax.net.ssl.TlsLeakHooks;
import org.jspecify.annotations.Nullable;

/**
 * Puts the hooks classes of {@code javax.net.ssl} into the boot loader, and a sink into them. Used
 * by one thread at a time.
 */
public final class BootHooks {

    /** In the order in which they are defined: if the last one is there, all are. */
    private static final String[] HOOKS = {
        "javax/net/ssl/TlsLeakFrames.class",
        "javax/net/ssl/TlsLeakChannelHooks.class",
        "javax/net/ssl/TlsLeakHooks.class"
    };

    private BootHooks() {}

    /**
     * Defines the hooks classes.
     *
     * <p>JDK 9 and newer: through a lookup into the package, which is opened to the agent alone. An
     * append to the boot class path would make the JVM print "Sharing is only supported for boot
     * loader classes". JDK 8 has no such lookup. A jar to append needs a directory that can be
     * written to, so the classes are defined as the JDK does it for its proxies.
     *
     * @param instrumentation the JVM's
     * @throws Exception if the JVM refuses, or if it has hooks of another version that do not fit;
     *     nothing is changed then
     */
    public static void define(Instrumentation instrumentation) throws Exception {
        if (isDefined()) {
            // it stays until the JVM ends, so it may come from another version of the agent
            checkProtocol();
            return;
        }
        if (System.getProperty("java.specification.version", "").startsWith("1.")) {
            defineOnJava8();
        } else {
            Method define =
                    Class.forName("io.github.tlsleak.agent.instrument.access.ModuleAccess")
                            .getMethod("define", Instrumentation.class, byte[].class);
            for (String name : HOOKS) {
                define.invoke(null, instrumentation, bytes(name));
            }
        }
        if (!isDefined()) {
            throw new IllegalStateException("hooks class is not in the boot loader");
        }
    }

    /**
     * Sets the receiver of events. Under a {@code SecurityManager}, too, whatever the application
     * on the stack may do.
     *
     * @param sink the agent's sink, or null to drop every event
     */
    public static void install(@Nullable TlsLeakHooks sink) {
        AccessController.doPrivileged(
                new PrivilegedAction<Void>() {
                    @Override
                    public Void run() {
                        TlsLeakHooks.install(sink);
                        return null;
                    }
                });
    }

    private static void checkProtocol() throws ReflectiveOperationException {
        Class<?> there = Class.forName("javax.net.ssl.TlsLeakHooks", false, null);
        int protocol = there.getField("PROTOCOL").getInt(null);
        if (protocol != TlsLeakHooks.PROTOCOL) {
            throw new IllegalStateException(
                    "another version of tlsleak was in this JVM before, and its hooks (protocol "
                            + protocol
                            + ") do not fit this one's ("
                            + TlsLeakHooks.PROTOCOL
                            + "): attach that version, or restart the JVM");
        }
    }

    private static boolean isDefined() {
        try {
            return Class.forName("javax.net.ssl.TlsLeakHooks", false, null).getClassLoader()
                    == null;
        } catch (ClassNotFoundException e) {
            return false;
        }
    }

    private static byte[] bytes(String name) throws IOException {
        byte[] bytes = ResourceBytes.of(BootHooks.class, '/' + name);
        if (bytes == null) {
            throw new IOException("no " + name + " in the agent's jar");
        }
        return bytes;
    }

    private static void defineOnJava8() throws ReflectiveOperationException, IOException {
        Class<?> type = Class.forName("sun.misc.Unsafe");
        Field only = type.getDeclaredField("theUnsafe");
        only.setAccessible(true);
        Object unsafe = only.get(null);
        Method define =
                type.getMethod(
                        "defineClass",
                        String.class,
                        byte[].class,
                        int.class,
                        int.class,
                        ClassLoader.class,
                        ProtectionDomain.class);
        for (String name : HOOKS) {
            byte[] bytes = bytes(name);
            String className = name.substring(0, name.length() - ".class".length());
            define.invoke(unsafe, className, bytes, 0, bytes.length, null, null);
        }
    }
}
