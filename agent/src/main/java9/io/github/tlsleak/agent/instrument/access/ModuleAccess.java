package io.github.tlsleak.agent.instrument.access;

import java.lang.instrument.Instrumentation;
import java.lang.invoke.MethodHandles;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import javax.net.ssl.HostnameVerifier;

/** Opens packages of {@code java.base}, on JDK 9 and newer. Stateless. */
public final class ModuleAccess {

    private ModuleAccess() {}

    /**
     * Opens {@code javax.net.ssl} to the agent's loader, and defines a class in it.
     *
     * @param instrumentation the JVM's
     * @param bytes the class file
     * @throws IllegalAccessException if the package could not be opened
     */
    public static void define(Instrumentation instrumentation, byte[] bytes)
            throws IllegalAccessException {
        // a class of the package that needs no other class
        Class<?> neighbour = HostnameVerifier.class;
        open(instrumentation, "javax.net.ssl");
        MethodHandles.privateLookupIn(neighbour, MethodHandles.lookup()).defineClass(bytes);
    }

    /**
     * Opens a package of {@code java.base} to the agent's loader, for as long as that exists.
     *
     * @param instrumentation the JVM's
     * @param name the name of the package
     */
    public static void open(Instrumentation instrumentation, String name) {
        Module own = ModuleAccess.class.getModule();
        instrumentation.redefineModule(
                Object.class.getModule(),
                Collections.emptySet(),
                Collections.emptyMap(),
                Map.of(name, Set.of(own)),
                Collections.emptySet(),
                Collections.emptyMap());
    }
}
