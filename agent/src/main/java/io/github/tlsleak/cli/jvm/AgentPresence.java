package io.github.tlsleak.cli.jvm;

/** What can be seen of tlsleak in a JVM without asking it. Immutable. */
public final class AgentPresence {

    /** No trace of it. */
    public static final AgentPresence NONE = new AgentPresence("-", false);

    /** There is no way to see it here. */
    public static final AgentPresence UNKNOWN = new AgentPresence("?", true);

    /** Started with it, but no thread: nothing has used TLS yet, or it was detached since. */
    static final AgentPresence WAITING = new AgentPresence("waiting", true);

    private static final String THREAD = "tlsleak-";

    /** The kernel cuts thread names to this length. */
    private static final int MAX_NAME = 15;

    private final String text;
    private final boolean possible;

    private AgentPresence(String text, boolean possible) {
        this.text = text;
        this.possible = possible;
    }

    /** What the name of a thread says, or null if it is none of tlsleak's. */
    static AgentPresence ofThread(String name) {
        if (!name.startsWith(THREAD) || name.length() == THREAD.length()) {
            return null;
        }
        String version = name.substring(THREAD.length());
        return new AgentPresence(name.length() < MAX_NAME ? version : version + "..", true);
    }

    /** False: tlsleak is not in the JVM for sure. */
    public boolean possible() {
        return possible;
    }

    /** A version, perhaps cut, or a word; {@code -} for none. */
    public String text() {
        return text;
    }
}
