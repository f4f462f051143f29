package io.github.tlsleak.agent.instrument;

import java.lang.instrument.Instrumentation;
import java.util.ArrayList;
import java.util.List;

/** What the JVM has loaded already that is of interest. Immutable. */
final class LoadedClasses {

    /** Bases of what holds a session, and of what layers one over a socket. */
    private static final List<String> BASES = new ArrayList<>();

    static {
        BASES.add(JdkClasses.SSL_SOCKET.replace('/', '.'));
        BASES.add(JdkClasses.SSL_ENGINE.replace('/', '.'));
        BASES.add(JdkClasses.SSL_SOCKET_FACTORY.replace('/', '.'));
    }

    private final List<Class<?>> named = new ArrayList<>();
    private final List<Class<?>> bases = new ArrayList<>();
    private final List<Class<?>> sessions = new ArrayList<>();
    private boolean management;

    private LoadedClasses(Class<?>[] all) {
        for (Class<?> type : all) {
            if (type.getClassLoader() == null) {
                addBoot(type, type.getName());
            }
        }
        for (Class<?> type : all) {
            for (Class<?> base : bases) {
                // asks for superclasses only, and so neither links nor initializes the class
                if (base != type && base.isAssignableFrom(type) && !isOwn(type)) {
                    sessions.add(type);
                }
            }
        }
    }

    static LoadedClasses in(Instrumentation instrumentation) {
        return new LoadedClasses(instrumentation.getAllLoadedClasses());
    }

    /** The engine of a self-test, of an agent that was here before and is not collected yet. */
    private static boolean isOwn(Class<?> type) {
        return type.getName().startsWith("io.github.tlsleak.agent.");
    }

    private void addBoot(Class<?> type, String name) {
        String internalName = name.replace('.', '/');
        if (JdkClasses.onLoad(internalName)) {
            named.add(type);
        }
        if (BASES.contains(name)) {
            bases.add(type);
        }
        management |= internalName.equals(JdkClasses.MBEAN_SERVER);
    }

    /** Classes of the JDK that carry hooks by name. */
    List<Class<?>> named() {
        return named;
    }

    /** Whether anything of JSSE is loaded. */
    boolean usesTls() {
        return !bases.isEmpty();
    }

    /** Whether there is an MBean server. */
    boolean usesManagement() {
        return management;
    }

    /** Sockets, engines and factories of every provider. */
    List<Class<?>> sessions() {
        return sessions;
    }
}
