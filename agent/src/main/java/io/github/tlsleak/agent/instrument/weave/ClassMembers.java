package io.github.tlsleak.agent.instrument.weave;

import io.github.tlsleak.agent.instrument.advice.AdvicePlan;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.FieldVisitor;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import org.jspecify.annotations.Nullable;

/**
 * The members of a class that advice needs to know: fields, and sizes of methods. Filled by reading
 * the class. Used by one thread.
 */
final class ClassMembers extends ClassVisitor {

    /** Superclasses in the boot loader of classes that get hooks; there are few. */
    private static final Map<String, ClassMembers> ABOVE = new ConcurrentHashMap<>();

    private final @Nullable AdvicePlan plan;
    private final @Nullable ClassLoader loader;
    private final Map<String, String> fields = new HashMap<>();
    private final Map<String, Integer> locals = new HashMap<>();
    private @Nullable String name;
    private @Nullable String superName;

    /**
     * @param plan says in which methods to look; null for none
     * @param loader reads the superclasses; null for the boot loader
     */
    ClassMembers(@Nullable AdvicePlan plan, @Nullable ClassLoader loader) {
        super(Opcodes.ASM9);
        this.plan = plan;
        this.loader = loader;
    }

    @Override
    public void visit(
            int version,
            int access,
            String name,
            String signature,
            String superName,
            String[] interfaces) {
        this.name = name;
        this.superName = superName;
    }

    @Override
    public @Nullable FieldVisitor visitField(
            int access, String name, String descriptor, String signature, Object value) {
        int hidden = plan == null ? Opcodes.ACC_STATIC | Opcodes.ACC_PRIVATE : Opcodes.ACC_STATIC;
        if ((access & hidden) == 0) {
            fields.put(name, descriptor);
        }
        return null;
    }

    @Override
    public @Nullable MethodVisitor visitMethod(
            int access, String name, String descriptor, String signature, String[] exceptions) {
        // ASM skips the code where there is no visitor
        return plan == null || plan.advice(access, name, descriptor) == null
                ? null
                : new Locals(name + descriptor);
    }

    /** How many slots a method with advice has for parameters and variables. */
    int locals(String method) {
        return Objects.requireNonNull(locals.get(method), method);
    }

    /**
     * Looks a field up in the class and its superclasses.
     *
     * @param field its name
     * @return the class that declares it, with slashes, and its descriptor
     * @throws IllegalStateException if no class has it
     */
    String[] field(String field) {
        ClassMembers members = this;
        while (!members.fields.containsKey(field)) {
            members = members.above();
            if (members == null) {
                throw new IllegalStateException("no field " + field);
            }
        }
        return new String[] {members.name, members.fields.get(field)};
    }

    /** Reads the superclass. Does not load it, because the JVM may be loading its subclass. */
    private @Nullable ClassMembers above() {
        if (superName == null) {
            return null;
        }
        ClassMembers known = loader == null ? ABOVE.get(superName) : null;
        if (known != null) {
            return known;
        }
        ClassMembers above = read(superName + ".class");
        if (loader == null && above != null) {
            ABOVE.put(superName, above);
        }
        return above;
    }

    private @Nullable ClassMembers read(String file) {
        try (InputStream in =
                loader == null
                        ? Object.class.getResourceAsStream('/' + file)
                        : loader.getResourceAsStream(file)) {
            if (in == null) {
                return null;
            }
            ClassMembers above = new ClassMembers(null, loader);
            new ClassReader(in)
                    .accept(
                            above,
                            ClassReader.SKIP_CODE
                                    | ClassReader.SKIP_DEBUG
                                    | ClassReader.SKIP_FRAMES);
            return above;
        } catch (IOException e) {
            return null;
        }
    }

    private final class Locals extends MethodVisitor {

        private final String method;

        private Locals(String method) {
            super(Opcodes.ASM9);
            this.method = method;
        }

        @Override
        public void visitMaxs(int maxStack, int maxLocals) {
            locals.put(method, maxLocals);
        }
    }
}
