package io.github.tlsleak.agent.provider;

import org.jspecify.annotations.Nullable;

/** What is known about single classes of sockets and engines. Stateless. */
public final class ProviderClasses {

    private ProviderClasses() {}

    /**
     * Whether a class is SunJSSE's. The name is compared first: asking for a class loader needs a
     * permission, which an application on the stack may lack under a {@code SecurityManager}.
     *
     * @param type any class
     * @return false also for a class of the application in a package of that name
     */
    public static boolean isSunJsse(Class<?> type) {
        return type.getName().startsWith(KnownProvider.SUN_PACKAGE)
                && type.getClassLoader() == null;
    }

    /**
     * Whether a class does TLS itself. An object of such a class is nobody's wrapper, whatever runs
     * inside its handshakes.
     *
     * @param type the class of a socket or engine
     * @return false also if it is not known
     */
    public static boolean doesTls(Class<?> type) {
        if (isSunJsse(type)) {
            return true;
        }
        for (Class<?> c = type; c != null; c = c.getSuperclass()) {
            for (KnownProvider provider : KnownProvider.ALL) {
                if (isNativeEngine(provider, c.getName()) || isTlsClass(provider, c.getName())) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean isTlsClass(KnownProvider provider, String className) {
        return endsWithOne(className, provider.tlsClasses);
    }

    private static boolean endsWithOne(String className, String[] ends) {
        for (String end : ends) {
            if (className.endsWith(end)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a socket works through an engine of its provider's, from the first byte on. */
    public static boolean worksThroughEngine(String className) {
        for (KnownProvider provider : KnownProvider.ALL) {
            if (endsWithOne(className, provider.engineSockets)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isNativeEngine(KnownProvider provider, String className) {
        return provider.nativeEngine != null && className.endsWith(provider.nativeEngine);
    }

    /**
     * The class that gives an engine native memory, which no garbage collection frees. An engine
     * that has any holds it from its constructor on.
     *
     * @param type the engine's class
     * @return the name of that class or of the superclass that is meant; null if there is none
     */
    public static @Nullable String memoryHolder(Class<?> type) {
        for (Class<?> c = isSunJsse(type) ? null : type; c != null; c = c.getSuperclass()) {
            if (freeingMethod(c.getName()) != null) {
                return c.getName();
            }
        }
        return null;
    }

    /** The method without parameters in which a class frees its native memory; null if none. */
    public static @Nullable String freeingMethod(String className) {
        for (KnownProvider provider : KnownProvider.ALL) {
            if (isNativeEngine(provider, className)) {
                return provider.freeingMethod;
            }
        }
        return null;
    }

    /**
     * The method that a class may have, and that begins each handshake, one that a read or write
     * brings about included. Its one parameter is a boolean; null if no such method is known.
     */
    public static @Nullable String handshakeBegin(String className) {
        KnownProvider provider = withExtraMethods(className);
        return provider == null ? null : provider.handshakeBegin;
    }

    /**
     * The method with one parameter that a class may have, and that is called when a handshake has
     * finished; null if no such method is known.
     */
    public static @Nullable String handshakeEnd(String className) {
        KnownProvider provider = withExtraMethods(className);
        return provider == null ? null : provider.handshakeEnd;
    }

    /**
     * The method that a class may have, and that each read and write of data calls. Its one
     * parameter is a boolean; null if no such method is known.
     */
    public static @Nullable String data(String className) {
        KnownProvider provider = withExtraMethods(className);
        return provider == null ? null : provider.data;
    }

    /**
     * The method without parameters that a class may have, and in which the provider itself closes
     * the transport; null if no such method is known.
     */
    public static @Nullable String ownClose(String className) {
        KnownProvider provider = withExtraMethods(className);
        return provider == null ? null : provider.ownClose;
    }

    private static @Nullable KnownProvider withExtraMethods(String className) {
        for (KnownProvider provider : KnownProvider.ALL) {
            String prefix = provider.extraMethodClasses;
            if (prefix != null && className.startsWith(prefix)) {
                return provider;
            }
        }
        return null;
    }
}
