package io.github.tlsleak.agent.instrument;

import io.github.tlsleak.agent.instrument.advice.JdkClasses;
import io.github.tlsleak.agent.provider.ProviderClasses;
import java.security.AccessController;
import java.security.PrivilegedAction;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds the classes that must carry hooks so that an instance can be followed: from its own class
 * up to the base in JSSE, the class that the base inherits its close from, and the inner classes of
 * SunJSSE. Thread-safe.
 */
final class RequiredClasses {

    private static final String JSSE_BASE = "javax.net.ssl.SSL";

    private static final String[] SUN_SOCKET_INSIDES = {
        JdkClasses.SUN_TRANSPORT,
        JdkClasses.SUN_RECORD,
        JdkClasses.SUN_INPUT,
        JdkClasses.SUN_OUTPUT,
    };
    private static final String[] SUN_ENGINE_INSIDES = {JdkClasses.SUN_TRANSPORT};

    private final WeavingRehearsal rehearsal;

    RequiredClasses(WeavingRehearsal rehearsal) {
        this.rehearsal = rehearsal;
    }

    /** The path of a class, beginning with the class. Without the base, which has its hooks. */
    List<Class<?>> of(Class<?> type) {
        List<Class<?>> path = new ArrayList<>();
        Class<?> c = type;
        // compares names: asking for a class loader needs a permission that the application on the
        // stack may lack
        for (; c != null && !c.getName().startsWith(JSSE_BASE); c = c.getSuperclass()) {
            if (!ProviderClasses.isSunJsse(c)
                    || JdkClasses.showsTls(c.getName().replace('.', '/'))) {
                path.add(c);
            }
            if (ProviderClasses.isSunJsse(c)) {
                addInsides(c.getName().replace('.', '/'), path);
            }
        }
        if (c != null && isSocket(c.getName())) {
            path.add(c.getSuperclass());
        }
        return path;
    }

    private static boolean isSocket(String base) {
        return base.equals(JdkClasses.SSL_SOCKET.replace('/', '.'))
                || base.equals(JdkClasses.SSL_SERVER_SOCKET.replace('/', '.'));
    }

    private void addInsides(String internalName, List<Class<?>> path) {
        if (internalName.equals(JdkClasses.SUN_SOCKET)) {
            load(SUN_SOCKET_INSIDES, path);
        } else if (internalName.equals(JdkClasses.SUN_ENGINE)) {
            load(SUN_ENGINE_INSIDES, path);
        }
    }

    /** Loads inner classes, which the JDK would load next anyway. A JDK before 8u261 lacks some. */
    private void load(String[] names, List<Class<?>> into) {
        AccessController.doPrivileged(
                new PrivilegedAction<Void>() {
                    @Override
                    public Void run() {
                        for (String name : names) {
                            if (rehearsal.exists(name)) {
                                into.add(boot(name.replace('/', '.')));
                            }
                        }
                        return null;
                    }
                });
    }

    /**
     * Loads a class of the boot loader.
     *
     * @throws NoClassDefFoundError if there is none
     */
    static Class<?> boot(String name) {
        try {
            return Class.forName(name, false, null);
        } catch (ClassNotFoundException e) {
            throw (Error) new NoClassDefFoundError(name).initCause(e);
        }
    }
}
