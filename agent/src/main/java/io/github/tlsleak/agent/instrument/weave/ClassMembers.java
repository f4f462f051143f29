package io.github.tlsleak.agent.instrument.weave;

import io.github.tlsleak.agent.instrument.advice.AdvicePlan;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.FieldVisitor;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;

/** What a class has, as far as advice needs to know: filled by reading it. Used by one thread. */
final class ClassMembers extends ClassVisitor {

    /** Classes of the boot loader above those that get hooks; few. */
    private static final Map<String, ClassMembers> ABOVE = new ConcurrentHashMap<>();

    private final AdvicePlan plan;
    private final ClassLoader loader;
    private final Map<String, String> fields = new HashMap<>();
    private final Map<String, Integer> locals = new HashMap<>();
    private String name;
    private String superName;

    /**
     * @param plan is asked which methods are to be looked into; null for none
     * @param loader reads the classes above, null for the boot loader
     */
    ClassMembers(AdvicePlan plan, ClassLoader loader) {
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
    public FieldVisitor visitField(
            int access, String name, String descriptor, String signature, Object value) {
        int hidden = plan == null ? Opcodes.ACC_STATIC | Opcodes.ACC_PRIVATE : Opcodes.ACC_STATIC;
        if ((access & hidden) == 0) {
            fields.put(name, descriptor);
        }
        return null;
    }

    @Override
    public MethodVisitor visitMethod(
            int access, String name, String descriptor, String signature, String[] exceptions) {
        // without a visitor ASM skips the code
        return plan == null || plan.advice(access, name, descriptor) == null
                ? null
                : new Locals(name + descriptor);
    }

    /** Slots for parameters and variables that a method with advice has. */
    int locals(String method) {
        return locals.get(method);
    }

    /**
     * Where a field is declared and its type, as it stands in code.
     *
     * @param field its name
     * @return declaring class and descriptor
     * @throws IllegalStateException if neither the class nor one above has it
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

    /** Read and not loaded: this runs while the JVM loads the class below. */
    private ClassMembers above() {
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

    private ClassMembers read(String file) {
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
