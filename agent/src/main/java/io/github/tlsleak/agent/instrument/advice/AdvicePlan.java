package io.github.tlsleak.agent.instrument.advice;

import io.github.tlsleak.agent.instrument.advice.ClassAdvice.MethodAdvice;
import java.util.ArrayList;
import java.util.List;
import net.bytebuddy.jar.asm.Opcodes;
import org.jspecify.annotations.Nullable;

/**
 * The advice for one class that is being woven, and which of it has found its method: a JDK that
 * renames a method must not cost coverage in silence. Used by one thread.
 */
public final class AdvicePlan {

    private static final int WITHOUT_CODE_OR_INSTANCE =
            Opcodes.ACC_ABSTRACT | Opcodes.ACC_NATIVE | Opcodes.ACC_STATIC;

    private final List<MethodAdvice> methods = new ArrayList<>();
    private final boolean[] found;

    /**
     * Joins advice; the first that fits a method is taken.
     *
     * @param parts the advice to join
     */
    public AdvicePlan(ClassAdvice... parts) {
        for (ClassAdvice part : parts) {
            methods.addAll(part.methods);
        }
        found = new boolean[methods.size()];
    }

    /**
     * What to write into a method of the class.
     *
     * @return null if nothing is to be written
     */
    public @Nullable Advice advice(int access, String name, String descriptor) {
        for (int i = 0; i < found.length; i++) {
            if (methods.get(i).matcher.match(access, name, descriptor)) {
                found[i] = true;
                boolean writable = (access & WITHOUT_CODE_OR_INSTANCE) == 0;
                return writable ? methods.get(i).advice : null;
            }
        }
        return null;
    }

    /** Methods that must be there and that {@link #advice} was not asked about so far. */
    public List<String> missing() {
        List<String> missing = new ArrayList<>();
        for (int i = 0; i < found.length; i++) {
            if (methods.get(i).name != null && !found[i]) {
                missing.add(methods.get(i).name);
            }
        }
        return missing;
    }
}
