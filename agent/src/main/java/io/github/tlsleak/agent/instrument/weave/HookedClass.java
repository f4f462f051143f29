package io.github.tlsleak.agent.instrument.weave;

import io.github.tlsleak.agent.instrument.advice.Advice;
import io.github.tlsleak.agent.instrument.advice.AdvicePlan;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import org.jspecify.annotations.Nullable;

/** Copies a class; {@link HookedMethod} writes the methods that get advice. Used by one thread. */
final class HookedClass extends ClassVisitor {

    private static final int MAJOR = 0xffff;

    private final AdvicePlan plan;
    private final ClassMembers members;
    private @Nullable String owner;
    private boolean frames;

    HookedClass(ClassVisitor out, AdvicePlan plan, ClassMembers members) {
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
        AdviceLocals slots =
                new AdviceLocals(
                        owner, name, descriptor, members.locals(name + descriptor), advice);
        return new HookedMethod(
                out, advice, slots, new HookCallWriter(out, slots, members), frames);
    }
}
