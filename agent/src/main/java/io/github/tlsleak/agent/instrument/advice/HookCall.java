package io.github.tlsleak.agent.instrument.advice;

import net.bytebuddy.jar.asm.Type;
import org.jspecify.annotations.Nullable;

/** One call of a static method of the hooks, made always or under a condition. Immutable. */
public final class HookCall {

    private static final String OBJECTS =
            "Ljava/lang/Object;Ljava/lang/Object;Ljava/lang/Object;)V";

    /** When a call is made. */
    public enum When {
        ALWAYS,
        NOT_NULL,
        TRUE,
        FALSE
    }

    private static final String HOOKS = "javax/net/ssl/TlsLeakHooks";
    private static final String CHANNEL_HOOKS = "javax/net/ssl/TlsLeakChannelHooks";

    /** The class that has the hook, with slashes. */
    public final String owner;

    /** The name of the hook; null where a value is only kept for the exit. */
    public final @Nullable String hook;

    /** The descriptor of the hook; empty where there is none. */
    public final String descriptor;

    public final HookArgument[] values;
    public final When when;

    /** What decides whether the call is made; null where it always is. */
    public final @Nullable HookArgument condition;

    /** The type of what is kept for the exit, a hook's answer or a value; null for nothing. */
    public final @Nullable Type keeps;

    /** The object that the call is about; null where only the hook knows it. */
    final @Nullable HookArgument subject;

    private HookCall(
            String owner,
            @Nullable String hook,
            String descriptor,
            HookArgument[] values,
            When when,
            @Nullable HookArgument condition) {
        this.owner = owner;
        this.hook = hook;
        this.descriptor = descriptor;
        this.values = values;
        this.when = when;
        this.condition = condition;
        this.keeps = hook == null ? Type.INT_TYPE : kept(descriptor);
        this.subject = subject(hook, values);
    }

    private static @Nullable HookArgument subject(@Nullable String hook, HookArgument[] values) {
        if (hook == null || hook.equals("alertWritten")) {
            return null;
        }
        return values[hook.equals("event") ? 1 : 0];
    }

    private static @Nullable Type kept(String descriptor) {
        Type answer = Type.getReturnType(descriptor);
        return answer == Type.VOID_TYPE ? null : answer;
    }

    private static HookCall of(@Nullable String hook, String descriptor, HookArgument... values) {
        return new HookCall(HOOKS, hook, descriptor, values, When.ALWAYS, null);
    }

    private static HookCall ofChannel(String hook, String descriptor, HookArgument... values) {
        return new HookCall(CHANNEL_HOOKS, hook, descriptor, values, When.ALWAYS, null);
    }

    static HookCall created() {
        return of("created", "(Ljava/lang/Object;)V", HookArgument.SELF);
    }

    /** An event of the instance, without a value. */
    public static HookCall event(int event) {
        return event(event, HookArgument.NULL);
    }

    /** An event of the instance, with one value. */
    public static HookCall event(int event, HookArgument a) {
        return event(event, HookArgument.SELF, a, HookArgument.NULL);
    }

    /** An event of any object; {@code a} and {@code b} are explained in {@link HookEvents}. */
    public static HookCall event(int event, HookArgument self, HookArgument a, HookArgument b) {
        return event(HookArgument.constant(event), self, a, b);
    }

    /** An event whose number is found out when the call is made. */
    public static HookCall event(
            HookArgument event, HookArgument self, HookArgument a, HookArgument b) {
        return of("event", "(I" + OBJECTS, event, self, a, b);
    }

    /** A method begins. The cell that the hook answers is kept for the exit. */
    static HookCall enter(HookArgument self, int op) {
        return of(
                "enter",
                "(Ljava/lang/Object;I)[Ljava/lang/Object;",
                self,
                HookArgument.constant(op));
    }

    /** A method ends. */
    static HookCall exit(HookArgument self, int op, HookArgument result, HookArgument thrown) {
        return of(
                "exit",
                "(Ljava/lang/Object;I[Ljava/lang/Object;Ljava/lang/Object;Ljava/lang/Throwable;)V",
                self,
                HookArgument.constant(op),
                HookArgument.KEPT,
                result,
                thrown);
    }

    /** An alert was written, with the description that RFC 8446, 6 gives it. */
    public static HookCall alertWritten(HookArgument description) {
        return of("alertWritten", "(ILjava/lang/Throwable;)V", description, HookArgument.THROWN);
    }

    /**
     * An engine has wrapped.
     *
     * @param destination which argument is the buffer that it wrote to, counted from 0
     */
    static HookCall wrapped(int destination) {
        return ofChannel(
                "wrapped",
                "(Ljava/lang/Object;[Ljava/lang/Object;Ljava/lang/Object;Ljava/lang/Object;)V",
                HookArgument.SELF,
                HookArgument.KEPT,
                HookArgument.RESULT,
                HookArgument.argument(destination));
    }

    /**
     * A channel is about to write.
     *
     * @param types the types of the arguments, as in a descriptor
     * @param arguments the arguments that are handed to the hook
     */
    public static HookCall writing(String types, HookArgument... arguments) {
        HookArgument[] values = new HookArgument[arguments.length + 1];
        values[0] = HookArgument.SELF;
        System.arraycopy(arguments, 0, values, 1, arguments.length);
        return ofChannel("writing", "(Ljava/lang/Object;" + types + ")V", values);
    }

    /** A channel has read or written. */
    public static HookCall moved() {
        return ofChannel(
                "moved",
                "(Ljava/lang/Object;JLjava/lang/Throwable;)V",
                HookArgument.SELF,
                HookArgument.COUNT,
                HookArgument.THROWN);
    }

    /** A read or write of application data has returned. */
    static HookCall active(HookArgument self) {
        return of("active", "(Ljava/lang/Object;J)V", self, HookArgument.COUNT);
    }

    /** Not a call: an int or boolean is kept for the exit. */
    public static HookCall keep(HookArgument value) {
        return of(null, "", value);
    }

    /** The same call, made under a condition only. */
    public HookCall when(When when, HookArgument condition) {
        return new HookCall(owner, hook, descriptor, values, when, condition);
    }
}
