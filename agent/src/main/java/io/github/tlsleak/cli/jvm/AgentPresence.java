package io.github.tlsleak.cli.jvm;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What can be seen of tlsleak in a JVM without asking the JVM. Immutable. */
public final class AgentPresence {

    /** There is no trace of tlsleak. */
    public static final AgentPresence NONE = new AgentPresence("-", false);

    /** This platform shows no traces. */
    public static final AgentPresence UNKNOWN = new AgentPresence("?", true);

    /**
     * The JVM was started with tlsleak but has no thread of it: nothing has used TLS so far, or
     * tlsleak was detached.
     */
    static final AgentPresence WAITING = new AgentPresence("waiting", true);

    private static final String THREAD = "tlsleak-";

    /** The kernel cuts thread names to this number of characters. */
    private static final int MAX_NAME = 15;

    private final String text;
    private final boolean possible;

    private AgentPresence(String text, boolean possible) {
        this.text = text;
        this.possible = possible;
    }

    /**
     * Looks at a process without touching it: first at its threads, then at its options.
     *
     * @param process the JVM
     * @param options options of the JVM
     * @param ownJar file name of this tlsleak's jar, which may be any name
     */
    static AgentPresence in(ProcEntry process, List<String> options, String ownJar) {
        for (String name : process.threadNames()) {
            AgentPresence presence = ofThread(name);
            if (presence != null) {
                return presence;
            }
        }
        for (String option : options) {
            if (option.startsWith("-javaagent:") && isTlsleak(option, ownJar)) {
                return WAITING;
            }
        }
        return NONE;
    }

    /** What the name of a thread says, or null if the thread is not tlsleak's. */
    static @Nullable AgentPresence ofThread(String name) {
        if (!name.startsWith(THREAD) || name.length() == THREAD.length()) {
            return null;
        }
        String version = name.substring(THREAD.length());
        return new AgentPresence(name.length() < MAX_NAME ? version : version + "..", true);
    }

    /**
     * Whether an option {@code -javaagent:PATH} or {@code -javaagent:PATH=OPTIONS} is tlsleak's.
     */
    private static boolean isTlsleak(String option, String ownJar) {
        String path = option.replaceFirst("=.*", "").substring(option.indexOf(':') + 1);
        String name = JavaArguments.shown(path);
        return name.equals(ownJar) || name.toLowerCase(Locale.ROOT).contains("tlsleak");
    }

    /** Whether tlsleak may be in the JVM; false if it is certainly not there. */
    public boolean possible() {
        return possible;
    }

    /** A version, perhaps cut, or a word; {@code -} for none. */
    public String text() {
        return text;
    }
}
