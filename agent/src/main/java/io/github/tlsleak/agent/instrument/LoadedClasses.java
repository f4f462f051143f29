package io.github.tlsleak.agent.instrument;

import io.github.tlsleak.agent.instrument.advice.JdkClasses;
import java.lang.instrument.Instrumentation;
import java.util.ArrayList;
import java.util.List;

/** The classes that the JVM has loaded already and that may need hooks. Immutable. */
final class LoadedClasses {

    /** The bases of sockets and engines, and of factories, which layer sockets over others. */
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
                // only looks at superclasses: it neither links nor initialises the class
                if (base != type && base.isAssignableFrom(type) && !isOwn(type)) {
                    sessions.add(type);
                }
            }
        }
    }

    static LoadedClasses in(Instrumentation instrumentation) {
        return new LoadedClasses(instrumentation.getAllLoadedClasses());
    }

    /** The engine of a self-test, of an earlier agent that is not collected yet. */
    private static boolean isOwn(Class<?> type) {
        return type.getName().startsWith("io.github.tlsleak.agent.");
    }

    private void addBoot(Class<?> type, String name) {
        String internalName = name.replace('.', '/');
        if (JdkClasses.showsTls(internalName)) {
            named.add(type);
        }
        if (BASES.contains(name)) {
            bases.add(type);
        }
        management |= internalName.equals(LazyTransformer.MBEAN_SERVER);
    }

    /** Classes of the JDK that should have got hooks when they were loaded. */
    List<Class<?>> named() {
        return named;
    }

    /** Whether a base class of JSSE is loaded. */
    boolean usesTls() {
        return !bases.isEmpty();
    }

    /** Whether there is an MBean server. */
    boolean usesManagement() {
        return management;
    }

    /** Sockets, engines and factories of all providers. */
    List<Class<?>> sessions() {
        return sessions;
    }
}
