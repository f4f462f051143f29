package io.github.tlsleak.cli.jvm;

/** A JVM on this machine, as it was a moment ago. Immutable. */
public final class LocalJvm {

    private final long pid;
    private final String main;
    private final String version;
    private final AgentPresence sign;
    private final Obstacle whyNot;
    private final long uid;

    /**
     * Facts about a JVM.
     *
     * @param main main class or jar, or null
     * @param version such as {@code 17.0.9}, or null
     * @param whyNot null: nothing is known that would keep us from attaching
     * @param uid its user, if request files must be handed over to them; else -1
     */
    public LocalJvm(
            long pid, String main, String version, AgentPresence sign, Obstacle whyNot, long uid) {
        this.pid = pid;
        this.main = main == null ? "(unknown)" : main;
        this.version = version == null ? "?" : version;
        this.sign = sign;
        this.whyNot = whyNot;
        this.uid = uid;
    }

    /** The process id. */
    public long pid() {
        return pid;
    }

    /** The main class in full, or the jar's file name; {@code (unknown)}. */
    public String main() {
        return main;
    }

    /** The Java version, or {@code ?}. */
    public String version() {
        return version;
    }

    /** Whether tlsleak is in it. */
    public AgentPresence sign() {
        return sign;
    }

    /** Why it cannot be attached to; null if it can, as far as is known. */
    public Obstacle whyNot() {
        return whyNot;
    }

    /** The user to hand request files over to; -1 if that is not needed. */
    public long uid() {
        return uid;
    }

    /** Whether a word that is no pid means this JVM: main class, its simple name, or jar. */
    public boolean isCalled(String word) {
        String simple = main.substring(main.lastIndexOf('.') + 1);
        boolean jar = main.endsWith(".jar");
        return main.equals(JavaArguments.shown(word))
                || (jar ? main.equals(word + ".jar") : simple.equals(word));
    }

    /** For messages: pid and program. */
    @Override
    public String toString() {
        return "JVM " + pid + " (" + main + ")";
    }
}
