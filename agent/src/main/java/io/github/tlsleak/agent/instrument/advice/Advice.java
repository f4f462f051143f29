package io.github.tlsleak.agent.instrument.advice;

import static io.github.tlsleak.agent.instrument.advice.HookOperations.INTERNAL;
import static io.github.tlsleak.agent.instrument.advice.HookOperations.WRAP;

import net.bytebuddy.jar.asm.Type;
import org.jspecify.annotations.Nullable;

/**
 * The hooks of one method: calls when it begins, and calls when it ends. What such a call throws is
 * caught in the method, and counted. Immutable.
 */
public final class Advice {

    private static final HookCall[] NONE = {};

    public final HookCall[] enter;
    public final HookCall[] exit;

    /** Whether the calls at the end are also made if the method throws. */
    public final boolean always;

    private Advice(HookCall[] enter, HookCall[] exit, boolean always) {
        this.enter = enter;
        this.exit = exit;
        this.always = always;
    }

    /** Calls when the method begins. */
    public static Advice onEnter(HookCall... calls) {
        return new Advice(calls, NONE, false);
    }

    /** Calls when the method returns, but not when it throws. */
    public static Advice onReturn(HookCall... calls) {
        return new Advice(NONE, calls, false);
    }

    /** Calls when the method begins, and when it returns or throws; not for constructors. */
    public static Advice around(HookCall[] enter, HookCall... exit) {
        return new Advice(enter, exit, true);
    }

    /** Tells the beginning and the end of one of {@link HookOperations}. */
    static Advice operation(int op) {
        return around(
                calls(HookCall.enter(HookArgument.SELF, op)),
                HookCall.exit(HookArgument.SELF, op, HookArgument.RESULT, HookArgument.THROWN));
    }

    /** As {@link #operation}, for a method that writes records to one of its arguments. */
    static Advice wrap(int destination) {
        return around(
                calls(HookCall.enter(HookArgument.SELF, WRAP)),
                HookCall.wrapped(destination),
                HookCall.exit(HookArgument.SELF, WRAP, HookArgument.RESULT, HookArgument.THROWN));
    }

    /**
     * As {@link #operation}, for a method that the provider calls by itself. It only marks which
     * object is at work, so that what it calls is not taken for the program's.
     */
    public static Advice internal(HookArgument self, HookCall... before) {
        HookCall[] enter = new HookCall[before.length + 1];
        System.arraycopy(before, 0, enter, 0, before.length);
        enter[before.length] = HookCall.enter(self, INTERNAL);
        return around(enter, HookCall.exit(self, INTERNAL, HookArgument.NULL, HookArgument.NULL));
    }

    /** The calls as an array, for {@link #around}. */
    public static HookCall[] calls(HookCall... calls) {
        return calls;
    }

    /** The type of what is kept from the beginning for the end; null if nothing is. */
    public @Nullable Type keeps() {
        for (HookCall call : enter) {
            if (call.keeps != null) {
                return call.keeps;
            }
        }
        return null;
    }

    /** The object that calls are about; null where none of them knows it. */
    public static @Nullable HookArgument subject(HookCall... calls) {
        for (HookCall call : calls) {
            if (call.subject != null) {
                return call.subject;
            }
        }
        return null;
    }
}
