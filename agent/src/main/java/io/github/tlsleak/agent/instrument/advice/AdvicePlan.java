package io.github.tlsleak.agent.instrument.advice;

import java.util.ArrayList;
import java.util.List;
import net.bytebuddy.jar.asm.Opcodes;

/**
 * What is to be written into one class, and what of it finds no method there: a JDK that renames
 * one must not cost coverage in silence. Used by one thread.
 */
public final class AdvicePlan {

    private static final int WITHOUT_CODE_OR_INSTANCE =
            Opcodes.ACC_ABSTRACT | Opcodes.ACC_NATIVE | Opcodes.ACC_STATIC;

    private final List<Entry> entries = new ArrayList<>();

    /** Advice for methods that may be there. */
    public AdvicePlan where(MethodMatcher methods, Advice advice) {
        entries.add(new Entry(null, methods, advice));
        return this;
    }

    /** Advice for a method that must be there, and what to call it if it is not. */
    public AdvicePlan on(String name, MethodMatcher methods, Advice advice) {
        entries.add(new Entry(name, methods, advice));
        return this;
    }

    /** What to write into a method of the class, or null. */
    public Advice advice(int access, String name, String descriptor) {
        for (Entry entry : entries) {
            if (entry.methods.match(access, name, descriptor)) {
                entry.found = true;
                return (access & WITHOUT_CODE_OR_INSTANCE) == 0 ? entry.advice : null;
            }
        }
        return null;
    }

    /** Methods that must be there and of which {@link #advice} has not heard. */
    public List<String> missing() {
        List<String> missing = new ArrayList<>();
        for (Entry entry : entries) {
            if (entry.name != null && !entry.found) {
                missing.add(entry.name);
            }
        }
        return missing;
    }

    private static final class Entry {

        private final String name;
        private final MethodMatcher methods;
        private final Advice advice;
        private boolean found;

        private Entry(String name, MethodMatcher methods, Advice advice) {
            this.name = name;
            this.methods = methods;
            this.advice = advice;
        }
    }
}
