package io.github.tlsleak.agent.instrument.weave;

import io.github.tlsleak.agent.instrument.advice.HookArgument;
import io.github.tlsleak.agent.instrument.advice.HookCall;
import java.util.Objects;
import net.bytebuddy.jar.asm.Label;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;

/** Writes calls of hooks, with their arguments. Used by one thread. */
final class HookCallWriter {

    private static final String HOOKS = "javax/net/ssl/TlsLeakHooks";

    private final MethodVisitor out;
    private final AdviceLocals slots;
    private final ClassMembers members;

    HookCallWriter(MethodVisitor out, AdviceLocals slots, ClassMembers members) {
        this.out = out;
        this.slots = slots;
        this.members = members;
    }

    /**
     * Writes calls. The code jumps to {@code end}, with an empty stack, where a condition of one is
     * not met.
     *
     * @param exit whether they stand at the end of the method
     */
    void calls(HookCall[] calls, boolean exit, Label end) {
        for (HookCall call : calls) {
            if (call.condition != null) {
                load(call.condition, exit);
                out.visitJumpInsn(unless(call.when), end);
            }
            for (HookArgument value : call.values) {
                load(value, exit);
            }
            if (call.hook != null) {
                hook(call.owner, call.hook, call.descriptor);
            }
            if (call.keeps != null) {
                out.visitVarInsn(call.keeps.getOpcode(Opcodes.ISTORE), slots.kept);
            }
        }
    }

    /**
     * Hands the Throwable on the stack to the hooks.
     *
     * @param subject the object that the failed call was about
     */
    void failed(HookArgument subject, boolean exit) {
        load(subject, exit);
        out.visitInsn(Opcodes.SWAP);
        hook(HOOKS, "failed", "(Ljava/lang/Object;Ljava/lang/Throwable;)V");
    }

    /** Counts the Throwable on the stack. Without a call: there may be no stack left for one. */
    void missed() {
        out.visitInsn(Opcodes.POP);
        out.visitFieldInsn(Opcodes.GETSTATIC, HOOKS, "missed", "I");
        out.visitInsn(Opcodes.ICONST_1);
        out.visitInsn(Opcodes.IADD);
        out.visitFieldInsn(Opcodes.PUTSTATIC, HOOKS, "missed", "I");
    }

    /** Empties the cell that was kept; jumps to {@code end} if none was. */
    void leave(Label end) {
        out.visitVarInsn(Opcodes.ALOAD, slots.kept);
        out.visitJumpInsn(Opcodes.IFNULL, end);
        out.visitVarInsn(Opcodes.ALOAD, slots.kept);
        out.visitInsn(Opcodes.ICONST_0);
        out.visitInsn(Opcodes.ACONST_NULL);
        out.visitInsn(Opcodes.AASTORE);
    }

    private void hook(String owner, String name, String descriptor) {
        out.visitMethodInsn(Opcodes.INVOKESTATIC, owner, name, descriptor, false);
    }

    private static int unless(HookCall.When when) {
        switch (when) {
            case NOT_NULL:
                return Opcodes.IFNULL;
            case TRUE:
                return Opcodes.IFEQ;
            default:
                return Opcodes.IFNE;
        }
    }

    private void load(HookArgument value, boolean exit) {
        switch (value.kind) {
            case SELF:
                out.visitVarInsn(Opcodes.ALOAD, slots.self == AdviceLocals.NONE ? 0 : slots.self);
                break;
            case CONSTANT:
                out.visitIntInsn(Opcodes.BIPUSH, value.number);
                break;
            case ARGUMENT:
                argument(value.number, exit);
                break;
            case FIELD:
                field(value.name, exit);
                break;
            case ROLE:
                role(value, exit);
                break;
            case LINGER:
                linger(exit);
                break;
            default:
                outcome(value);
        }
    }

    private void outcome(HookArgument value) {
        boolean object = slots.result.getSort() >= Type.ARRAY;
        if (value.kind == HookArgument.Kind.KEPT) {
            Type kept = Objects.requireNonNull(slots.keptType, "nothing is kept");
            out.visitVarInsn(kept.getOpcode(Opcodes.ILOAD), slots.kept);
        } else if (value.kind == HookArgument.Kind.THROWN) {
            out.visitVarInsn(Opcodes.ALOAD, slots.thrown);
        } else if (value.kind == HookArgument.Kind.COUNT) {
            count();
        } else if (value.kind == HookArgument.Kind.RESULT && object) {
            out.visitVarInsn(Opcodes.ALOAD, slots.returned);
        } else {
            out.visitInsn(Opcodes.ACONST_NULL);
        }
    }

    private void count() {
        if (slots.result.getSort() == Type.LONG) {
            out.visitVarInsn(Opcodes.LLOAD, slots.returned);
        } else if (slots.result.getSort() == Type.INT) {
            out.visitVarInsn(Opcodes.ILOAD, slots.returned);
            out.visitInsn(Opcodes.I2L);
        } else {
            out.visitInsn(Opcodes.LCONST_0);
        }
    }

    private void argument(int index, boolean exit) {
        out.visitVarInsn(
                slots.parameter(index).getOpcode(Opcodes.ILOAD),
                exit ? slots.copy(index) : slots.original(index));
    }

    private void field(String name, boolean exit) {
        String[] field = members.field(name);
        load(HookArgument.SELF, exit);
        out.visitFieldInsn(Opcodes.GETFIELD, field[0], name, field[1]);
    }

    /** The event of a server is that of a client plus 1. Code without a branch needs no frame. */
    private void role(HookArgument value, boolean exit) {
        out.visitIntInsn(Opcodes.BIPUSH, value.number + 1);
        field(value.name, exit);
        call("java/lang/Object", "getClass", "()Ljava/lang/Class;");
        call("java/lang/Class", "getName", "()Ljava/lang/String;");
        out.visitLdcInsn(".ClientHandshakeContext");
        call("java/lang/String", "endsWith", "(Ljava/lang/String;)Z");
        out.visitInsn(Opcodes.ISUB);
    }

    private void call(String owner, String name, String descriptor) {
        out.visitMethodInsn(Opcodes.INVOKEVIRTUAL, owner, name, descriptor, false);
    }

    /** {@code on ? seconds : -1}, written without a branch: {@code seconds & -on | on - 1}. */
    private void linger(boolean exit) {
        argument(1, exit);
        argument(0, exit);
        out.visitInsn(Opcodes.INEG);
        out.visitInsn(Opcodes.IAND);
        argument(0, exit);
        out.visitInsn(Opcodes.ICONST_1);
        out.visitInsn(Opcodes.ISUB);
        out.visitInsn(Opcodes.IOR);
        out.visitMethodInsn(
                Opcodes.INVOKESTATIC,
                "java/lang/Integer",
                "valueOf",
                "(I)Ljava/lang/Integer;",
                false);
    }
}
