package io.github.tlsleak.it.faults;

import static net.bytebuddy.jar.asm.Opcodes.ACC_STATIC;
import static net.bytebuddy.jar.asm.Opcodes.ANEWARRAY;
import static net.bytebuddy.jar.asm.Opcodes.ASM9;
import static net.bytebuddy.jar.asm.Opcodes.INVOKESTATIC;
import static net.bytebuddy.jar.asm.Opcodes.NEW;
import static net.bytebuddy.jar.asm.Opcodes.NEWARRAY;

import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.Handle;
import net.bytebuddy.jar.asm.MethodVisitor;

/** Writes the points that may fail into a class. */
final class FaultPoints extends ClassVisitor {

    // the numbers of javax.net.ssl.InjectedFault, which hides in a package of the JDK

    /** A static method of the hooks classes begins. */
    static final int HOOK = 1;

    /** Another method begins. */
    static final int METHOD = 2;

    /** An object or array is about to be allocated. */
    static final int ALLOCATION = 4;

    /** A method of the JDK is about to be called. */
    static final int CALL = 8;

    private static final String CHECK = "(ILjava/lang/String;)V";

    private final String type;

    FaultPoints(ClassVisitor next, String type) {
        super(ASM9, next);
        this.type = type;
    }

    @Override
    public MethodVisitor visitMethod(
            int access, String name, String descriptor, String signature, String[] exceptions) {
        MethodVisitor next = super.visitMethod(access, name, descriptor, signature, exceptions);
        if (name.equals("<clinit>")) {
            // they run before the first fault: InitialisesNothingInHooksIT
            return next;
        }
        boolean hook = type.startsWith(FaultyJar.HOOKS) && (access & ACC_STATIC) != 0;
        return new Points(next, name, hook);
    }

    private String simpleName() {
        return type.substring(type.lastIndexOf('/') + 1);
    }

    private final class Points extends MethodVisitor {

        private final String method;
        private final boolean hook;

        private Points(MethodVisitor next, String name, boolean hook) {
            super(ASM9, next);
            this.method = simpleName() + "." + name;
            this.hook = hook;
        }

        private void point(int kind) {
            visitLdcInsn(kind);
            visitLdcInsn(method);
            super.visitMethodInsn(INVOKESTATIC, FaultyJar.FAULT, "check", CHECK, false);
        }

        @Override
        public void visitCode() {
            super.visitCode();
            point(hook ? HOOK : METHOD);
        }

        @Override
        public void visitTypeInsn(int opcode, String operand) {
            if (opcode == ANEWARRAY) {
                point(ALLOCATION);
            }
            super.visitTypeInsn(opcode, operand);
            // behind it: a frame may name the offset of this instruction
            if (opcode == NEW) {
                point(ALLOCATION);
            }
        }

        @Override
        public void visitIntInsn(int opcode, int operand) {
            if (opcode == NEWARRAY) {
                point(ALLOCATION);
            }
            super.visitIntInsn(opcode, operand);
        }

        @Override
        public void visitMultiANewArrayInsn(String descriptor, int dimensions) {
            point(ALLOCATION);
            super.visitMultiANewArrayInsn(descriptor, dimensions);
        }

        @Override
        public void visitInvokeDynamicInsn(
                String name, String descriptor, Handle bootstrap, Object... arguments) {
            point(ALLOCATION);
            super.visitInvokeDynamicInsn(name, descriptor, bootstrap, arguments);
        }

        @Override
        public void visitMethodInsn(
                int opcode, String owner, String name, String descriptor, boolean isInterface) {
            if (owner.startsWith("java") && !owner.startsWith(FaultyJar.HOOKS)) {
                point(CALL);
            }
            super.visitMethodInsn(opcode, owner, name, descriptor, isInterface);
        }
    }
}
