package io.github.tlsleak.agent.instrument.advice;

/** One argument of a hook, described by where its value comes from. Immutable. */
public final class HookArgument {

    /** Where the value comes from. */
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
    public static final HookArgument SELF = new HookArgument(Kind.SELF, 0, "");

    /** The constant null. */
    public static final HookArgument NULL = new HookArgument(Kind.NULL, 0, "");

    /** What the method returns, null if that is no object. On exit only. */
    static final HookArgument RESULT = new HookArgument(Kind.RESULT, 0, "");

    /** The number that the method returns, as a long; 0 if it returns none. On exit only. */
    static final HookArgument COUNT = new HookArgument(Kind.COUNT, 0, "");

    /** What the method throws, or null. Only on an exit that is called for exceptions, too. */
    static final HookArgument THROWN = new HookArgument(Kind.THROWN, 0, "");

    /** What the calls at the beginning of the method have kept. On exit only. */
    public static final HookArgument KEPT = new HookArgument(Kind.KEPT, 0, "");

    /** The arguments of {@code setSoLinger(boolean, int)} as one Integer: seconds, -1 for off. */
    public static final HookArgument LINGER = new HookArgument(Kind.LINGER, 0, "");

    public final Kind kind;
    public final int number;

    /** The name of the field; empty where the value is not that of a field. */
    public final String name;

    private HookArgument(Kind kind, int number, String name) {
        this.kind = kind;
        this.number = number;
        this.name = name;
    }

    static HookArgument constant(int number) {
        return new HookArgument(Kind.CONSTANT, number, "");
    }

    /** A parameter as the caller gave it, counted from 0. */
    public static HookArgument argument(int index) {
        return new HookArgument(Kind.ARGUMENT, index, "");
    }

    /** A field of the instance at that moment, declared by its class or a superclass. */
    public static HookArgument field(String name) {
        return new HookArgument(Kind.FIELD, 0, name);
    }

    /**
     * The number of an event that depends on the role in a handshake.
     *
     * @param clientEvent the event of a client; that of a server has the next number
     * @param field the field with SunJSSE's handshake context; it is not null at that moment
     */
    public static HookArgument role(int clientEvent, String field) {
        return new HookArgument(Kind.ROLE, clientEvent, field);
    }
}
