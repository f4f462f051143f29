package io.github.tlsleak.agent.instrument.weave;

import io.github.tlsleak.agent.instrument.advice.AdvicePlan;
import io.github.tlsleak.agent.instrument.advice.Instrumentations;
import java.util.List;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassWriter;
import org.jspecify.annotations.Nullable;

/**
 * Writes advice into one class. The class is read twice: once for what it has, once for writing.
 * Stateless.
 *
 * <p>It uses Byte Buddy's ASM, not Byte Buddy's advice, which would load 600 classes more and cost
 * each program that uses TLS half a second of CPU time. It adds no members, because
 * retransformation does not allow that, and it loads no other class.
 */
public final class Weaver {

    private Weaver() {}

    /**
     * Writes the advice meant for a class.
     *
     * @param loader the class's loader, null for the boot loader
     * @param internalName the class's name with slashes
     * @param redefined the class, or null if it is being loaded
     * @param bytes the class as it is
     * @param missing gets the names of methods that should have hooks and are not there
     * @return the class with hooks
     * @throws IllegalStateException if a field that a hook reads is not there
     * @throws IllegalArgumentException if it is no class that gets hooks
     */
    public static byte[] weave(
            @Nullable ClassLoader loader,
            String internalName,
            @Nullable Class<?> redefined,
            byte[] bytes,
            List<String> missing) {
        AdvicePlan plan = Instrumentations.plan(loader, internalName, redefined);
        return weave(loader, bytes, plan, missing);
    }

    static byte[] weave(
            @Nullable ClassLoader loader, byte[] bytes, AdvicePlan plan, List<String> missing) {
        ClassReader reader = new ClassReader(bytes);
        ClassMembers members = new ClassMembers(plan, loader);
        reader.accept(members, ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
        missing.addAll(plan.missing());
        ClassWriter writer = new ClassWriter(reader, ClassWriter.COMPUTE_MAXS);
        reader.accept(new HookedClass(writer, plan, members), ClassReader.EXPAND_FRAMES);
        return writer.toByteArray();
    }
}
