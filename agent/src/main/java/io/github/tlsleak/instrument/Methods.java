package io.github.tlsleak.instrument;

import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;

/** Which methods of a class are meant. Immutable. */
final class Methods {

    private static final int ANY = -1;

    private final String[] names;
    private final String prefix;
    private final int count;
    private final boolean ofPublicApi;

    private Methods(String[] names, String prefix, int count, boolean ofPublicApi) {
        this.names = names;
        this.prefix = prefix;
        this.count = count;
        this.ofPublicApi = ofPublicApi;
    }

    /** Any parameters. */
    static Methods named(String... names) {
        return new Methods(names, "", ANY, false);
    }

    static Methods constructors() {
        return named("<init>");
    }

    /** Those whose descriptor begins so. */
    Methods taking(String descriptorPrefix) {
        return new Methods(names, descriptorPrefix, count, ofPublicApi);
    }

    /** Those with so many parameters. */
    Methods taking(int parameters) {
        return new Methods(names, prefix, parameters, ofPublicApi);
    }

    /** Those that are public. */
    Methods ofPublicApi() {
        return new Methods(names, prefix, count, true);
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
