package io.github.tlsleak.agent.instrument.weave;

import io.github.tlsleak.agent.instrument.advice.Advice;
import io.github.tlsleak.agent.instrument.advice.HookArgument;
import io.github.tlsleak.agent.instrument.advice.HookCall;
import net.bytebuddy.jar.asm.Label;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;
import org.jspecify.annotations.Nullable;

/**
 * Writes one method with its advice. The calls for its beginning come before its first instruction,
 * the calls for its end after its last one. A return becomes a jump to those, and a handler leads
 * there when the method throws. Used by one thread.
 */
final class HookedMethod extends MethodVisitor {

    private static final String THROWABLE = "java/lang/Throwable";
    private static final Object[] STACK_OF_ONE = {THROWABLE};

    private final Advice advice;
    private final AdviceLocals slots;
    private final HookCallWriter code;
    private final boolean frames;
    private final Label start = new Label();
    private final Label exit = new Label();
    private boolean returns;

    /**
     * @param out gets the code
     * @param advice what to write
     * @param slots where the advice keeps its values
     * @param code writes calls of hooks into {@code out}
     * @param frames whether the class file has stack map frames
     */
    HookedMethod(
            MethodVisitor out,
            Advice advice,
            AdviceLocals slots,
            HookCallWriter code,
            boolean frames) {
        super(Opcodes.ASM9, out);
        this.advice = advice;
        this.slots = slots;
        this.code = code;
        this.frames = frames;
    }

    @Override
    public void visitCode() {
        super.visitCode();
        prepare();
        if (advice.enter.length > 0) {
            guarded(advice.enter, false, slots.atEntry());
            // the method may begin with a frame of its own, which must not stand at the same place
            mv.visitInsn(Opcodes.NOP);
        }
        mv.visitLabel(start);
    }

    private void prepare() {
        if (slots.self != AdviceLocals.NONE) {
            mv.visitVarInsn(Opcodes.ALOAD, 0);
            mv.visitVarInsn(Opcodes.ASTORE, slots.self);
        }
        if (slots.keptType != null) {
            set(slots.keptType, slots.kept);
        }
        if (slots.returned != AdviceLocals.NONE) {
            set(slots.result, slots.returned);
        }
        if (slots.thrown != AdviceLocals.NONE) {
            set(Type.getObjectType(THROWABLE), slots.thrown);
        }
        for (int i = 0; i < slots.parameters(); i++) {
            if (slots.copy(i) != AdviceLocals.NONE) {
                Type type = slots.parameter(i);
                mv.visitVarInsn(type.getOpcode(Opcodes.ILOAD), slots.original(i));
                mv.visitVarInsn(type.getOpcode(Opcodes.ISTORE), slots.copy(i));
            }
        }
    }

    private void set(Type type, int slot) {
        switch (type.getSort()) {
            case Type.LONG:
                mv.visitInsn(Opcodes.LCONST_0);
                break;
            case Type.DOUBLE:
                mv.visitInsn(Opcodes.DCONST_0);
                break;
            case Type.FLOAT:
                mv.visitInsn(Opcodes.FCONST_0);
                break;
            case Type.ARRAY:
            case Type.OBJECT:
                mv.visitInsn(Opcodes.ACONST_NULL);
                break;
            default:
                mv.visitInsn(Opcodes.ICONST_0);
        }
        mv.visitVarInsn(type.getOpcode(Opcodes.ISTORE), slot);
    }

    /** Writes calls. What they throw is caught and counted, and the method goes on. */
    private void guarded(HookCall[] calls, boolean exits, Object[] locals) {
        Label from = new Label();
        Label to = new Label();
        Label caught = new Label();
        Label end = new Label();
        mv.visitTryCatchBlock(from, to, caught, THROWABLE);
        mv.visitLabel(from);
        code.calls(calls, exits, end);
        mv.visitLabel(to);
        mv.visitJumpInsn(Opcodes.GOTO, end);
        mv.visitLabel(caught);
        frame(locals, true);
        failed(Advice.subject(calls), exits, locals, end);
        mv.visitLabel(end);
        frame(locals, false);
    }

    /** Reports a failure to the hooks. That may fail as well, if there is no stack left. */
    private void failed(@Nullable HookArgument subject, boolean exits, Object[] locals, Label end) {
        if (subject != null) {
            Label from = new Label();
            Label caught = new Label();
            mv.visitTryCatchBlock(from, caught, caught, THROWABLE);
            mv.visitLabel(from);
            code.failed(subject, exits);
            mv.visitJumpInsn(Opcodes.GOTO, end);
            mv.visitLabel(caught);
            frame(locals, true);
        }
        code.missed();
    }

    private void frame(Object[] locals, boolean caught) {
        if (frames) {
            mv.visitFrame(Opcodes.F_NEW, locals.length, locals, caught ? 1 : 0, STACK_OF_ONE);
        }
    }

    @Override
    public void visitFrame(int type, int count, Object[] locals, int depth, Object[] stack) {
        Object[] extended = slots.extended(count, locals);
        mv.visitFrame(type, extended.length, extended, depth, stack);
    }

    @Override
    public void visitInsn(int opcode) {
        if (advice.exit.length == 0 || opcode < Opcodes.IRETURN || opcode > Opcodes.RETURN) {
            super.visitInsn(opcode);
            return;
        }
        if (slots.returned != AdviceLocals.NONE) {
            mv.visitVarInsn(slots.result.getOpcode(Opcodes.ISTORE), slots.returned);
        }
        mv.visitJumpInsn(Opcodes.GOTO, exit);
        returns = true;
    }

    @Override
    public void visitMaxs(int maxStack, int maxLocals) {
        if (advice.always) {
            Label caught = new Label();
            // the last entry of the table, because the method's own handlers come first
            mv.visitTryCatchBlock(start, caught, caught, THROWABLE);
            mv.visitLabel(caught);
            frame(slots.atExit(), true);
            mv.visitVarInsn(Opcodes.ASTORE, slots.thrown);
        }
        if (advice.always || returns) {
            leave();
        }
        super.visitMaxs(maxStack, maxLocals);
    }

    private void leave() {
        mv.visitLabel(exit);
        frame(slots.atExit(), false);
        guarded(advice.exit, true, slots.atExit());
        if (slots.keptType != null && slots.keptType.getSort() == Type.ARRAY) {
            Label empty = new Label();
            code.leave(empty);
            mv.visitLabel(empty);
            frame(slots.atExit(), false);
        }
        if (advice.always) {
            Label normal = new Label();
            mv.visitVarInsn(Opcodes.ALOAD, slots.thrown);
            mv.visitJumpInsn(Opcodes.IFNULL, normal);
            mv.visitVarInsn(Opcodes.ALOAD, slots.thrown);
            mv.visitInsn(Opcodes.ATHROW);
            mv.visitLabel(normal);
            frame(slots.atExit(), false);
        }
        if (slots.returned != AdviceLocals.NONE) {
            mv.visitVarInsn(slots.result.getOpcode(Opcodes.ILOAD), slots.returned);
        }
        mv.visitInsn(slots.result.getOpcode(Opcodes.IRETURN));
    }
}
