package io.github.tlsleak.agent.instrument;

import io.github.tlsleak.agent.instrument.access.SunState;
import java.security.AccessController;
import java.security.PrivilegedAction;
import java.util.ArrayList;
import java.util.List;

/**
 * The classes that must carry hooks for an instance to be followed: those from its own up to the
 * base in JSSE, what that base inherits its close from, and SunJSSE's insides. Stateless but for
 * what the JDK has.
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

    /** Those of a class, innermost first; the base's own constructor has told of the instance. */
    List<Class<?>> of(Class<?> type) {
        List<Class<?>> path = new ArrayList<>();
        Class<?> c = type;
        // by name: to ask for a loader takes a permission, and the application is on the stack
        for (; c != null && !c.getName().startsWith(JSSE_BASE); c = c.getSuperclass()) {
            if (!SunState.isSun(c) || JdkClasses.onLoad(c.getName().replace('.', '/'))) {
                path.add(c);
            }
            if (SunState.isSun(c)) {
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

    /**
     * They are about to be loaded anyway. Those that a JDK lacks it does without, as before 8u261.
     */
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
     * A class of the boot loader.
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
