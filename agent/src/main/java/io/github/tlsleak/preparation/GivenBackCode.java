package io.github.tlsleak.preparation;

import io.github.tlsleak.agent.instrument.prepared.MethodOrder;
import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.lang.instrument.UnmodifiableClassException;
import java.security.ProtectionDomain;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads back the code of a class from the JVM that has loaded it. Used by one thread. */
final class GivenBackCode implements ClassFileTransformer {

    private final Class<?> wanted;
    private byte @Nullable [] code;

    private GivenBackCode(Class<?> wanted) {
        this.wanted = wanted;
    }

    /**
     * The class as a transformer is given it when it is transformed again, in {@link MethodOrder}.
     */
    @SuppressWarnings("ReturnValueIgnored")
    static byte[] of(Instrumentation instrumentation, Class<?> type)
            throws UnmodifiableClassException {
        GivenBackCode reader = new GivenBackCode(type);
        instrumentation.addTransformer(reader, true);
        try {
            // links it: the agent, too, transforms linked classes only
            type.getDeclaredConstructors();
            instrumentation.retransformClasses(type);
            return MethodOrder.sorted(Objects.requireNonNull(reader.code, type.getName()));
        } finally {
            instrumentation.removeTransformer(reader);
        }
    }

    @Override
    public byte @Nullable [] transform(
            @Nullable ClassLoader loader,
            @Nullable String name,
            @Nullable Class<?> redefined,
            @Nullable ProtectionDomain domain,
            byte[] bytes) {
        if (redefined == wanted) {
            code = bytes.clone();
        }
        return null;
    }
}
