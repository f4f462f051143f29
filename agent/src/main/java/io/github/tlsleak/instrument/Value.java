package io.github.tlsleak.instrument;

/** One operand of a hook, as code that runs inside the instrumented method. Immutable. */
final class Value {

    /** What is loaded. */
    enum Kind {
        SELF,
        NULL,
        CONSTANT,
        ARGUMENT,
        FIELD,
        RESULT,
        COUNT,
        THROWN,
        KEPT,
        ROLE,
        LINGER
    }

    /** The instance. */
    static final Value SELF = new Value(Kind.SELF, 0, null);

    /** The constant null. */
    static final Value NULL = new Value(Kind.NULL, 0, null);

    /** What the method returns; null if that is no object. On exit only. */
    static final Value RESULT = new Value(Kind.RESULT, 0, null);

    /** The number that the method returns, as a long; 0 if it is none. On exit only. */
    static final Value COUNT = new Value(Kind.COUNT, 0, null);

    /** What the method throws, or null. On exit that hears of exceptions only. */
    static final Value THROWN = new Value(Kind.THROWN, 0, null);

    /** What the enter advice has kept. On exit only. */
    static final Value KEPT = new Value(Kind.KEPT, 0, null);

    /** Of {@code setSoLinger(boolean, int)}: the seconds as an Integer, -1 for off. */
    static final Value LINGER = new Value(Kind.LINGER, 0, null);

    final Kind kind;
    final int number;
    final String name;

    private Value(Kind kind, int number, String name) {
        this.kind = kind;
        this.number = number;
        this.name = name;
    }

    static Value constant(int number) {
        return new Value(Kind.CONSTANT, number, null);
    }

    /** A parameter as the caller gave it, counted from 0. */
    static Value argument(int index) {
        return new Value(Kind.ARGUMENT, index, null);
    }

    /** A field of the instance as it is at that moment, declared by its class or one above. */
    static Value field(String name) {
        return new Value(Kind.FIELD, 0, name);
    }

    /**
     * An event by the role in a handshake: the client's, or the one after it, the server's.
     *
     * @param clientEvent the client's
     * @param field holds SunJSSE's handshake context, not null
     */
    static Value role(int clientEvent, String field) {
        return new Value(Kind.ROLE, clientEvent, field);
    }
}
