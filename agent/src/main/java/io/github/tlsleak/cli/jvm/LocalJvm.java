package io.github.tlsleak.cli.jvm;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A JVM on this machine, as it was a moment ago. Immutable. */
public final class LocalJvm {

    private final long pid;
    private final String main;
    private final String version;
    private final AgentPresence presence;
    private final @Nullable Obstacle obstacle;
    private final long uid;
    private final @Nullable Elsewhere elsewhere;

    /** As the other constructor; the JVM sees what this process sees. */
    public LocalJvm(
            long pid,
            @Nullable String main,
            @Nullable String version,
            AgentPresence presence,
            @Nullable Obstacle obstacle,
            long uid) {
        this(pid, main, version, presence, obstacle, uid, null);
    }

    /**
     * @param pid the process id
     * @param main main class or jar
     * @param version such as {@code 17.0.9}
     * @param obstacle why attaching will fail, or null if no reason is known
     * @param uid the user to hand request files over to, or -1 if that is not needed
     * @param elsewhere where the JVM is, or null if it sees what this process sees
     */
    public LocalJvm(
            long pid,
            @Nullable String main,
            @Nullable String version,
            AgentPresence presence,
            @Nullable Obstacle obstacle,
            long uid,
            @Nullable Elsewhere elsewhere) {
        this.pid = pid;
        this.main = main == null ? "(unknown)" : main;
        this.version = version == null ? "?" : version;
        this.presence = presence;
        this.obstacle = obstacle;
        this.uid = uid;
        this.elsewhere = elsewhere;
    }

    /** The process id. */
    public long pid() {
        return pid;
    }

    /** The main class in full, the jar's file name, or {@code (unknown)}. */
    public String main() {
        return main;
    }

    /** The Java version, or {@code ?}. */
    public String version() {
        return version;
    }

    /** What can be seen of tlsleak in it. */
    public AgentPresence presence() {
        return presence;
    }

    /** Why it cannot be attached to, or null if no reason is known. */
    public @Nullable Obstacle obstacle() {
        return obstacle;
    }

    /** The user to hand request files over to; -1 if that is not needed. */
    public long uid() {
        return uid;
    }

    /** Where it is; null if it sees the files and process ids that this process sees. */
    public @Nullable Elsewhere elsewhere() {
        return elsewhere;
    }

    /** Whether a word that is no pid means this JVM: main class, its simple name, or jar. */
    public boolean isCalled(String word) {
        return main.equals(JavaArguments.shown(word)) || names().contains(word);
    }

    /** The same whatever letters are capitals. */
    public boolean isAlmostCalled(String word) {
        return main.equalsIgnoreCase(JavaArguments.shown(word))
                || names().stream().anyMatch(word::equalsIgnoreCase);
    }

    /** The words that mean this JVM, the shortest first. */
    public List<String> names() {
        int dot = main.lastIndexOf('.');
        boolean jar = main.endsWith(".jar");
        return Arrays.asList(jar ? main.substring(0, dot) : main.substring(dot + 1), main);
    }

    /** For messages: pid and program. */
    @Override
    public String toString() {
        return "JVM " + pid + " (" + main + ")";
    }
}
