package io.github.tlsleak.attach;

/** What can be seen of tlsleak in a JVM without asking it. Immutable. */
public final class Sign {

    /** No trace of it. */
    static final Sign NONE = new Sign("-", false);

    /** There is no way to see it here. */
    static final Sign UNKNOWN = new Sign("?", true);

    /** Started with it, but no thread: nothing has used TLS yet, or it was detached since. */
    static final Sign WAITING = new Sign("waiting", true);

    private static final String THREAD = "tlsleak-";

    /** The kernel cuts thread names to this length. */
    private static final int MAX_NAME = 15;

    private final String text;
    private final boolean possible;

    private Sign(String text, boolean possible) {
        this.text = text;
        this.possible = possible;
    }

    /** What the name of a thread says, or null if it is none of tlsleak's. */
    static Sign ofThread(String name) {
        if (!name.startsWith(THREAD) || name.length() == THREAD.length()) {
            return null;
        }
        String version = name.substring(THREAD.length());
        return new Sign(name.length() < MAX_NAME ? version : version + "..", true);
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
