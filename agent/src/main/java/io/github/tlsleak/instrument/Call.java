package io.github.tlsleak.instrument;

import net.bytebuddy.jar.asm.Type;

/** One call of a static method of the hooks, which may hang on a value. Immutable. */
final class Call {

    private static final String OBJECTS =
            "Ljava/lang/Object;Ljava/lang/Object;Ljava/lang/Object;)V";

    /** When a call is made. */
    enum When {
        ALWAYS,
        NOT_NULL,
        TRUE,
        FALSE
    }

    private static final String HOOKS = "javax/net/ssl/TlsLeakHooks";
    private static final String CHANNEL_HOOKS = "javax/net/ssl/TlsLeakChannelHooks";

    /** The class that has the hook, with slashes. */
    final String owner;

    /** The hook; null: the value is only kept for the exit. */
    final String hook;

    final String descriptor;
    final Value[] values;
    final When when;
    final Value condition;

    /** What is kept for the exit, the hook's answer or the value: its type, or null. */
    final Type keeps;

    /** The object that the call tells of; null where the hook alone knows it. */
    final Value subject;

    private Call(
            String owner,
            String hook,
            String descriptor,
            Value[] values,
            When when,
            Value condition) {
        this.owner = owner;
        this.hook = hook;
        this.descriptor = descriptor;
        this.values = values;
        this.when = when;
        this.condition = condition;
        this.keeps = hook == null ? Type.INT_TYPE : kept(descriptor);
        this.subject = subject(hook, values);
    }

    private static Value subject(String hook, Value[] values) {
        if (hook == null || hook.equals("alertWritten")) {
            return null;
        }
        return values[hook.equals("event") ? 1 : 0];
    }

    private static Type kept(String descriptor) {
        Type answer = Type.getReturnType(descriptor);
        return answer == Type.VOID_TYPE ? null : answer;
    }

    private static Call of(String hook, String descriptor, Value... values) {
        return new Call(HOOKS, hook, descriptor, values, When.ALWAYS, null);
    }

    private static Call ofChannel(String hook, String descriptor, Value... values) {
        return new Call(CHANNEL_HOOKS, hook, descriptor, values, When.ALWAYS, null);
    }

    static Call created() {
        return of("created", "(Ljava/lang/Object;)V", Value.SELF);
    }

    static Call event(int event, Value self, Value a, Value b) {
        return event(Value.constant(event), self, a, b);
    }

    static Call event(Value event, Value self, Value a, Value b) {
        return of("event", "(I" + OBJECTS, event, self, a, b);
    }

    /** Its answer is kept. */
    static Call enter(Value self, int op) {
        return of("enter", "(Ljava/lang/Object;I)[Ljava/lang/Object;", self, Value.constant(op));
    }

    static Call exit(Value self, int op, Value result, Value thrown) {
        return of(
                "exit",
                "(Ljava/lang/Object;I[Ljava/lang/Object;Ljava/lang/Object;Ljava/lang/Throwable;)V",
                self,
                Value.constant(op),
                Value.KEPT,
                result,
                thrown);
    }

    static Call alertWritten(Value description) {
        return of("alertWritten", "(ILjava/lang/Throwable;)V", description, Value.THROWN);
    }

    /** What an engine has written to the buffer among its arguments. */
    static Call wrapped(int destination) {
        return ofChannel(
                "wrapped",
                "(Ljava/lang/Object;[Ljava/lang/Object;Ljava/lang/Object;Ljava/lang/Object;)V",
                Value.SELF,
                Value.KEPT,
                Value.RESULT,
                Value.argument(destination));
    }

    /**
     * What a channel is about to write.
     *
     * @param types of the arguments that tell, as in a descriptor
     * @param arguments as many
     */
    static Call writing(String types, Value... arguments) {
        Value[] values = new Value[arguments.length + 1];
        values[0] = Value.SELF;
        System.arraycopy(arguments, 0, values, 1, arguments.length);
        return ofChannel("writing", "(Ljava/lang/Object;" + types + ")V", values);
    }

    static Call moved() {
        return ofChannel(
                "moved",
                "(Ljava/lang/Object;JLjava/lang/Throwable;)V",
                Value.SELF,
                Value.COUNT,
                Value.THROWN);
    }

    static Call active(Value self) {
        return of("active", "(Ljava/lang/Object;)V", self);
    }

    /** No call: an int or boolean is kept for the exit. */
    static Call keep(Value value) {
        return of(null, null, value);
    }

    /** The same, made under a condition. */
    Call when(When when, Value condition) {
        return new Call(owner, hook, descriptor, values, when, condition);
    }
}
