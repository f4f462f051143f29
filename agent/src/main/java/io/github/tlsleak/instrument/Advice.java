package io.github.tlsleak.instrument;

import static io.github.tlsleak.instrument.HookOperations.INTERNAL;
import static io.github.tlsleak.instrument.HookOperations.WRAP;

import net.bytebuddy.jar.asm.Type;

/**
 * What one method is to tell: calls when it begins, calls when it ends. Every Throwable of theirs
 * is handed to the hooks' counter. Immutable.
 */
final class Advice {

    private static final Call[] NONE = {};

    final Call[] enter;
    final Call[] exit;

    /** Whether the exit is told too if the method throws. */
    final boolean always;

    private Advice(Call[] enter, Call[] exit, boolean always) {
        this.enter = enter;
        this.exit = exit;
        this.always = always;
    }

    static Advice onEnter(Call... calls) {
        return new Advice(calls, NONE, false);
    }

    /** Told if the method returns. */
    static Advice onReturn(Call... calls) {
        return new Advice(NONE, calls, false);
    }

    /** Told whatever the method does; not for constructors. */
    static Advice around(Call[] enter, Call... exit) {
        return new Advice(enter, exit, true);
    }

    /** Enter and exit of an operation, told as one of {@link HookOperations}. */
    static Advice operation(int op) {
        return around(
                calls(Call.enter(Value.SELF, op)),
                Call.exit(Value.SELF, op, Value.RESULT, Value.THROWN));
    }

    /** As {@link #operation}, of a method that writes records to one of its arguments. */
    static Advice wrap(int destination) {
        return around(
                calls(Call.enter(Value.SELF, WRAP)),
                Call.wrapped(destination),
                Call.exit(Value.SELF, WRAP, Value.RESULT, Value.THROWN));
    }

    /** As {@link #operation} for what is not the program's doing: it only marks who is at work. */
    static Advice internal(Value self, Call... before) {
        Call[] enter = new Call[before.length + 1];
        System.arraycopy(before, 0, enter, 0, before.length);
        enter[before.length] = Call.enter(self, INTERNAL);
        return around(enter, Call.exit(self, INTERNAL, Value.NULL, Value.NULL));
    }

    static Call[] calls(Call... calls) {
        return calls;
    }

    /** The type of what the enter advice hands to the exit; null if that is nothing. */
    Type keeps() {
        for (Call call : enter) {
            if (call.keeps != null) {
                return call.keeps;
            }
        }
        return null;
    }

    /** The object that calls tell of, or null where none of them knows it. */
    static Value subject(Call... calls) {
        for (Call call : calls) {
            if (call.subject != null) {
                return call.subject;
            }
        }
        return null;
    }
}
