package io.github.tlsleak.agent.instrument.weave;

import io.github.tlsleak.agent.instrument.advice.Advice;
import io.github.tlsleak.agent.instrument.advice.HookArgument;
import io.github.tlsleak.agent.instrument.advice.HookCall;
import java.util.ArrayList;
import java.util.List;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;
import org.jspecify.annotations.Nullable;

/**
 * The local variables of advice. They lie behind those of the method, so that no instruction of the
 * method has to change. They are set before its first instruction and keep their types, so that
 * every stack map frame is known beforehand. Used by one thread.
 */
final class AdviceLocals {

    static final int NONE = -1;

    final Type result;
    final boolean constructor;

    /** The slot of a copy of {@code this}; {@link #NONE}, as below, where advice needs none. */
    final int self;

    final int kept;

    /** The type of what is kept for the end of the method; null where nothing is. */
    final @Nullable Type keptType;

    final int returned;
    final int thrown;

    private final @Nullable String owner;
    private final Type[] arguments;
    private final int first;
    private final int[] copies;
    private final List<Object> frame = new ArrayList<>();
    private int next;

    /**
     * @param owner the name of the class, with slashes
     * @param name the name of the method
     * @param descriptor the descriptor of the method
     * @param locals how many slots the method has
     * @param advice what is to be written into it
     */
    AdviceLocals(
            @Nullable String owner, String name, String descriptor, int locals, Advice advice) {
        this.owner = owner;
        this.arguments = Type.getArgumentTypes(descriptor);
        this.result = Type.getReturnType(descriptor);
        this.constructor = name.equals("<init>");
        this.first = locals;
        this.next = locals;
        boolean exits = advice.exit.length > 0;
        // a constructor cannot copy its instance before that is initialised
        this.self = exits && !constructor ? add(owner, 1) : NONE;
        this.keptType = advice.keeps();
        this.kept = keptType == null ? NONE : add(element(keptType), 1);
        this.returned =
                exits && result.getSize() > 0 ? add(element(result), result.getSize()) : NONE;
        this.thrown = advice.always ? add("java/lang/Throwable", 1) : NONE;
        this.copies = new int[arguments.length];
        for (int i = 0; i < arguments.length; i++) {
            copies[i] =
                    exits && uses(advice.exit, i)
                            ? add(element(arguments[i]), arguments[i].getSize())
                            : NONE;
        }
    }

    private int add(@Nullable Object element, int size) {
        int slot = next;
        frame.add(element);
        next += size;
        return slot;
    }

    private static boolean uses(HookCall[] calls, int argument) {
        for (HookCall call : calls) {
            for (HookArgument value : call.values) {
                boolean one = value.kind == HookArgument.Kind.ARGUMENT && value.number == argument;
                if (one || value.kind == HookArgument.Kind.LINGER) {
                    return true;
                }
            }
        }
        return false;
    }

    int parameters() {
        return arguments.length;
    }

    Type parameter(int index) {
        return arguments[index];
    }

    /** The slot of an argument, as the caller gave it. */
    int original(int index) {
        int slot = 1;
        for (int i = 0; i < index; i++) {
            slot += arguments[i].getSize();
        }
        return slot;
    }

    /** The slot of an argument's copy, which the method cannot change; or {@link #NONE}. */
    int copy(int index) {
        return copies[index];
    }

    /** The frame before the method's first instruction. */
    Object[] atEntry() {
        Object[] locals = new Object[arguments.length + 1];
        locals[0] = owner;
        for (int i = 0; i < arguments.length; i++) {
            locals[i + 1] = element(arguments[i]);
        }
        return extended(locals.length, locals);
    }

    /** The frame after its last instruction, which relies on nothing that the method had. */
    Object[] atExit() {
        return extended(constructor ? 1 : 0, new Object[] {owner});
    }

    /** A frame of the method, with the slots of the advice added. */
    Object[] extended(int count, Object[] locals) {
        List<Object> all = new ArrayList<>();
        int slots = 0;
        for (int i = 0; i < count; i++) {
            all.add(locals[i]);
            slots += locals[i] == Opcodes.LONG || locals[i] == Opcodes.DOUBLE ? 2 : 1;
        }
        for (; slots < first; slots++) {
            all.add(Opcodes.TOP);
        }
        all.addAll(frame);
        return all.toArray();
    }

    private static Object element(Type type) {
        switch (type.getSort()) {
            case Type.LONG:
                return Opcodes.LONG;
            case Type.DOUBLE:
                return Opcodes.DOUBLE;
            case Type.FLOAT:
                return Opcodes.FLOAT;
            case Type.ARRAY:
            case Type.OBJECT:
                return type.getInternalName();
            default:
                return Opcodes.INTEGER;
        }
    }
}
