package io.github.tlsleak.agent.instrument.advice;

import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;

/** Selects methods of a class by name, parameters and access. Immutable. */
public final class MethodMatcher {

    private static final int ANY = -1;

    private final String[] names;
    private final String prefix;
    private final int count;
    private final boolean ofPublicApi;

    private MethodMatcher(String[] names, String prefix, int count, boolean ofPublicApi) {
        this.names = names;
        this.prefix = prefix;
        this.count = count;
        this.ofPublicApi = ofPublicApi;
    }

    /** Methods with one of these names, and any parameters. */
    public static MethodMatcher named(String... names) {
        return new MethodMatcher(names, "", ANY, false);
    }

    public static MethodMatcher constructors() {
        return named("<init>");
    }

    /** Of these, the methods whose descriptor begins with a text. */
    public MethodMatcher taking(String descriptorPrefix) {
        return new MethodMatcher(names, descriptorPrefix, count, ofPublicApi);
    }

    /** Of these, the methods with a number of parameters. */
    public MethodMatcher taking(int parameters) {
        return new MethodMatcher(names, prefix, parameters, ofPublicApi);
    }

    /** Of these, the methods that are public. */
    MethodMatcher ofPublicApi() {
        return new MethodMatcher(names, prefix, count, true);
    }

    boolean match(int access, String name, String descriptor) {
        return isNamed(name)
                && descriptor.startsWith(prefix)
                && (count == ANY || Type.getArgumentTypes(descriptor).length == count)
                && (!ofPublicApi || (access & Opcodes.ACC_PUBLIC) != 0);
    }

    private boolean isNamed(String name) {
        for (String one : names) {
            if (one.equals(name)) {
                return true;
            }
        }
        return false;
    }
}
