package io.github.tlsleak.instrument;

/** One call of a static method of {@code TlsLeakHooks}, which may hang on a value. Immutable. */
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

    /** The hook; null: the value is only kept for the exit. */
    final String hook;

    final String descriptor;
    final Value[] values;
    final When when;
    final Value condition;

    /** Whether the hook's answer, an int, is kept for the exit. */
    final boolean keeps;

    private Call(String hook, String descriptor, Value[] values, When when, Value condition) {
        this.hook = hook;
        this.descriptor = descriptor;
        this.values = values;
        this.when = when;
        this.condition = condition;
        this.keeps = hook == null || descriptor.endsWith("I");
    }

    private static Call of(String hook, String descriptor, Value... values) {
        return new Call(hook, descriptor, values, When.ALWAYS, null);
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
        return of("enter", "(Ljava/lang/Object;I)I", self, Value.constant(op));
    }

    static Call exit(Value self, int op, Value result, Value thrown) {
        return of(
                "exit",
                "(Ljava/lang/Object;IILjava/lang/Object;Ljava/lang/Throwable;)V",
                self,
                Value.constant(op),
                Value.KEPT,
                result,
                thrown);
    }

    static Call alertWritten(Value description) {
        return of("alertWritten", "(ILjava/lang/Throwable;)V", description, Value.THROWN);
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
        return new Call(hook, descriptor, values, when, condition);
    }
}
