package io.github.tlsleak.agent.instrument.advice;

import static io.github.tlsleak.agent.instrument.advice.HookOperations.CLOSE;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;

/**
 * Hooks for every method of any class: those that the class would get, if it gets some; those of
 * sockets and engines where a method has such a name; and where there are none those of a {@code
 * close}, in constructors those of a socket that is made. Stateless.
 */
public final class EveryMethod {

    private EveryMethod() {}

    /**
     * @param bytes the class
     * @throws RuntimeException if it cannot be read
     */
    public static AdvicePlan plan(byte[] bytes) {
        ClassReader reader = new ClassReader(bytes);
        String name = reader.getClassName();
        List<ClassAdvice> parts = new ArrayList<>();
        if (Instrumentations.when(name) != null) {
            parts.add(Instrumentations.of(null, name, null));
        }
        parts.add(SessionInstrumentation.FACTORY);
        parts.add(SessionInstrumentation.SOCKET);
        parts.add(ProviderInstrumentation.of(name));
        parts.add(rest(methods(reader)));
        return new AdvicePlan(parts.toArray(new ClassAdvice[0]));
    }

    private static ClassAdvice rest(Set<String> names) {
        return ClassAdvice.onFirstInstance("any")
                .where(
                        MethodMatcher.constructors(),
                        Advice.onReturn(
                                HookCall.created(),
                                HookCall.event(
                                        HookEvents.CONNECTED,
                                        HookArgument.NULL,
                                        HookArgument.NULL,
                                        HookArgument.SELF)))
                .where(MethodMatcher.named(names.toArray(new String[0])), Advice.operation(CLOSE));
    }

    private static Set<String> methods(ClassReader reader) {
        Set<String> names = new TreeSet<>();
        ClassVisitor visitor =
                new ClassVisitor(Opcodes.ASM9) {
                    @Override
                    public MethodVisitor visitMethod(
                            int access,
                            String name,
                            String type,
                            String signature,
                            String[] thrown) {
                        names.add(name);
                        return null;
                    }
                };
        reader.accept(visitor, ClassReader.SKIP_CODE);
        names.remove("<clinit>");
        names.remove("<init>");
        return names;
    }
}
