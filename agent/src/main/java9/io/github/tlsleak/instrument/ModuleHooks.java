package io.github.tlsleak.instrument;

import java.lang.instrument.Instrumentation;
import java.lang.invoke.MethodHandles;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import javax.net.ssl.HostnameVerifier;

/** The part of {@link BootHooks} that needs modules. */
public final class ModuleHooks {

    private ModuleHooks() {}

    /**
     * Opens {@code javax.net.ssl} to the agent's loader and defines a class there.
     *
     * @param instrumentation the JVM's
     * @param bytes the class
     * @throws IllegalAccessException if the package could not be opened
     */
    public static void define(Instrumentation instrumentation, byte[] bytes)
            throws IllegalAccessException {
        Module own = ModuleHooks.class.getModule();
        // a class of the package that drags no other in
        Class<?> neighbour = HostnameVerifier.class;
        instrumentation.redefineModule(
                neighbour.getModule(),
                Collections.emptySet(),
                Collections.emptyMap(),
                Map.of("javax.net.ssl", Set.of(own)),
                Collections.emptySet(),
                Collections.emptyMap());
        MethodHandles.privateLookupIn(neighbour, MethodHandles.lookup()).defineClass(bytes);
    }
}
