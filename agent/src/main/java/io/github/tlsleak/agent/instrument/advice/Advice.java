package io.github.tlsleak.agent.instrument.advice;

import static io.github.tlsleak.agent.instrument.advice.HookOperations.INTERNAL;
import static io.github.tlsleak.agent.instrument.advice.HookOperations.WRAP;

import net.bytebuddy.jar.asm.Type;

/**
 * What one method is to tell: calls when it begins, calls when it ends. Every Throwable of theirs
 * is handed to the hooks' counter. Immutable.
 */
public final class Advice {

    private static final HookCall[] NONE = {};

    public final HookCall[] enter;
    public final HookCall[] exit;

    /** Whether the exit is told too if the method throws. */
    public final boolean always;

    private Advice(HookCall[] enter, HookCall[] exit, boolean always) {
        this.enter = enter;
        this.exit = exit;
        this.always = always;
    }

    public static Advice onEnter(HookCall... calls) {
        return new Advice(calls, NONE, false);
    }

    /** Told if the method returns. */
    public static Advice onReturn(HookCall... calls) {
        return new Advice(NONE, calls, false);
    }

    /** Told whatever the method does; not for constructors. */
    public static Advice around(HookCall[] enter, HookCall... exit) {
        return new Advice(enter, exit, true);
    }

    /** Enter and exit of an operation, told as one of {@link HookOperations}. */
    static Advice operation(int op) {
        return around(
                calls(HookCall.enter(HookArgument.SELF, op)),
                HookCall.exit(HookArgument.SELF, op, HookArgument.RESULT, HookArgument.THROWN));
    }

    /** As {@link #operation}, of a method that writes records to one of its arguments. */
    static Advice wrap(int destination) {
        return around(
                calls(HookCall.enter(HookArgument.SELF, WRAP)),
                HookCall.wrapped(destination),
                HookCall.exit(HookArgument.SELF, WRAP, HookArgument.RESULT, HookArgument.THROWN));
    }

    /** As {@link #operation} for what is not the program's doing: it only marks who is at work. */
    public static Advice internal(HookArgument self, HookCall... before) {
        HookCall[] enter = new HookCall[before.length + 1];
        System.arraycopy(before, 0, enter, 0, before.length);
        enter[before.length] = HookCall.enter(self, INTERNAL);
        return around(enter, HookCall.exit(self, INTERNAL, HookArgument.NULL, HookArgument.NULL));
    }

    public static HookCall[] calls(HookCall... calls) {
        return calls;
    }

    /** The type of what the enter advice hands to the exit; null if that is nothing. */
    public Type keeps() {
        for (HookCall call : enter) {
            if (call.keeps != null) {
                return call.keeps;
            }
        }
        return null;
    }

    /** The object that calls tell of, or null where none of them knows it. */
    public static HookArgument subject(HookCall... calls) {
        for (HookCall call : calls) {
            if (call.subject != null) {
                return call.subject;
            }
        }
        return null;
    }
}
