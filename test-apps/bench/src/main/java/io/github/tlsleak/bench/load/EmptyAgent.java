package io.github.tlsleak.bench.load;

/** An agent that does nothing. It shows what any agent costs. */
public final class EmptyAgent {

    private EmptyAgent() {}

    /** Does nothing. */
    public static void premain(String arguments) {}
}
