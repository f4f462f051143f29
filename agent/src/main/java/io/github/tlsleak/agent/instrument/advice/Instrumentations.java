package io.github.tlsleak.agent.instrument.advice;

import io.github.tlsleak.agent.instrument.advice.ClassAdvice.When;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All classes that get hooks. Initialised on a thread of the agent, before a transformer asks it;
 * read only after that, by any thread.
 */
public final class Instrumentations {

    static final ClassAdvice[] ALL = {
        CreationInstrumentation.SOCKET,
        CreationInstrumentation.ENGINE_AND_SERVER,
        CreationInstrumentation.FACTORY,
        ContextInstrumentation.CONTEXT,
        SunTransportInstrumentation.TRANSPORT_CONTEXT,
        SunRecordInstrumentation.RECORD,
        SunSocketInstrumentation.SOCKET,
        SunSocketInstrumentation.BASE,
        SunSocketInstrumentation.STREAMS,
        SessionInstrumentation.SUN_ENGINE,
        SocketInstrumentation.SOCKET,
        ServerSocketInstrumentation.SERVER_SOCKET,
        ChannelInstrumentation.CHANNEL,
        SessionInstrumentation.FACTORY,
        SessionInstrumentation.ENGINE,
        SessionInstrumentation.SOCKET,
    };

    /** By the name of a class of the boot loader; without those of first instances. */
    private static final Map<String, ClassAdvice> BY_NAME = new HashMap<>();

    static {
        for (ClassAdvice one : ALL) {
            if (one.when != When.FIRST_INSTANCE) {
                for (String name : one.names) {
                    BY_NAME.put(name, one);
                }
            }
        }
    }

    private Instrumentations() {}

    /**
     * When a class of the boot loader gets its hooks by its name. Asked for every class that the
     * JVM loads.
     *
     * @param internalName its name with slashes
     * @return null if it gets none, or only once an instance of it was seen
     */
    public static @Nullable When when(String internalName) {
        ClassAdvice one = BY_NAME.get(internalName);
        return one == null ? null : one.when;
    }

    /**
     * The classes of the boot loader that get their hooks at a certain moment.
     *
     * @return names with slashes
     */
    public static List<String> names(When when) {
        List<String> names = new ArrayList<>();
        for (Map.Entry<String, ClassAdvice> entry : BY_NAME.entrySet()) {
            if (entry.getValue().when == when) {
                names.add(entry.getKey());
            }
        }
        return names;
    }

    /** All classes of the boot loader that get hooks by their names, with slashes. */
    public static List<String> names() {
        return new ArrayList<>(BY_NAME.keySet());
    }

    /**
     * The advice for a class.
     *
     * @param loader the class's loader, null for the boot loader
     * @param internalName its name with slashes
     * @param redefined the class, or null if it is being loaded
     * @throws IllegalArgumentException if it is no class that gets hooks
     */
    public static ClassAdvice of(
            @Nullable ClassLoader loader, String internalName, @Nullable Class<?> redefined) {
        ClassAdvice named = loader == null ? BY_NAME.get(internalName) : null;
        if (named != null) {
            return named;
        }
        for (ClassAdvice one : ALL) {
            if (one.when == When.FIRST_INSTANCE && one.isForSubclass(redefined)) {
                return one;
            }
        }
        throw new IllegalArgumentException("no hooks for " + internalName);
    }

    /** All that is to be written into a class; parameters as in {@link #of}. */
    public static AdvicePlan plan(
            @Nullable ClassLoader loader, String internalName, @Nullable Class<?> redefined) {
        ClassAdvice one = of(loader, internalName, redefined);
        return loader == null
                ? new AdvicePlan(one)
                : new AdvicePlan(one, ProviderInstrumentation.of(internalName));
    }
}
