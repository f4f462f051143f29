package io.github.tlsleak.instrument;

import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;

/** Hands each method that is to get advice to {@link HookedMethod}. */
final class HookedClass extends ClassVisitor {

    private static final int MAJOR = 0xffff;

    private final Plan plan;
    private final Members members;
    private String owner;
    private boolean frames;

    HookedClass(ClassVisitor out, Plan plan, Members members) {
        super(Opcodes.ASM9, out);
        this.plan = plan;
        this.members = members;
    }

    @Override
    public void visit(
            int version,
            int access,
            String name,
            String signature,
            String superName,
            String[] interfaces) {
        owner = name;
        frames = (version & MAJOR) >= Opcodes.V1_6;
        super.visit(version, access, name, signature, superName, interfaces);
    }

    @Override
    public MethodVisitor visitMethod(
            int access, String name, String descriptor, String signature, String[] exceptions) {
        MethodVisitor out = super.visitMethod(access, name, descriptor, signature, exceptions);
        Advice advice = plan.advice(access, name, descriptor);
        if (advice == null) {
            return out;
        }
        Slots slots = new Slots(owner, name, descriptor, members.locals(name + descriptor), advice);
        return new HookedMethod(out, advice, slots, new Code(out, slots, members), frames);
    }
}
