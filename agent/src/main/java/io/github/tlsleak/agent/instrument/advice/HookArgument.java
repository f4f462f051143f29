package io.github.tlsleak.agent.instrument.advice;

/** One operand of a hook, as code that runs inside the instrumented method. Immutable. */
public final class HookArgument {

    /** What is loaded. */
    public enum Kind {
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
    public static final HookArgument SELF = new HookArgument(Kind.SELF, 0, null);

    /** The constant null. */
    public static final HookArgument NULL = new HookArgument(Kind.NULL, 0, null);

    /** What the method returns; null if that is no object. On exit only. */
    static final HookArgument RESULT = new HookArgument(Kind.RESULT, 0, null);

    /** The number that the method returns, as a long; 0 if it is none. On exit only. */
    static final HookArgument COUNT = new HookArgument(Kind.COUNT, 0, null);

    /** What the method throws, or null. On exit that hears of exceptions only. */
    static final HookArgument THROWN = new HookArgument(Kind.THROWN, 0, null);

    /** What the enter advice has kept. On exit only. */
    public static final HookArgument KEPT = new HookArgument(Kind.KEPT, 0, null);

    /** Of {@code setSoLinger(boolean, int)}: the seconds as an Integer, -1 for off. */
    public static final HookArgument LINGER = new HookArgument(Kind.LINGER, 0, null);

    public final Kind kind;
    public final int number;
    public final String name;

    private HookArgument(Kind kind, int number, String name) {
        this.kind = kind;
        this.number = number;
        this.name = name;
    }

    static HookArgument constant(int number) {
        return new HookArgument(Kind.CONSTANT, number, null);
    }

    /** A parameter as the caller gave it, counted from 0. */
    public static HookArgument argument(int index) {
        return new HookArgument(Kind.ARGUMENT, index, null);
    }

    /** A field of the instance as it is at that moment, declared by its class or one above. */
    public static HookArgument field(String name) {
        return new HookArgument(Kind.FIELD, 0, name);
    }

    /**
     * An event by the role in a handshake: the client's, or the one after it, the server's.
     *
     * @param clientEvent the client's
     * @param field holds SunJSSE's handshake context, not null
     */
    public static HookArgument role(int clientEvent, String field) {
        return new HookArgument(Kind.ROLE, clientEvent, field);
    }
}
