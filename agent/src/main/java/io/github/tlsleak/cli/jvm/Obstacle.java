package io.github.tlsleak.cli.jvm;

import java.nio.file.Files;
import org.jspecify.annotations.Nullable;

/** Why a JVM cannot be attached to, and what to do about that. Immutable. */
public final class Obstacle {

    private static final int SIGQUIT = 3;
    private static final String RESTART = "start it with -javaagent:tlsleak.jar instead";

    private final String reason;
    private final String remedy;
    private final @Nullable String dumpRemedy;

    public Obstacle(String reason, String remedy) {
        this(reason, remedy, remedy);
    }

    private Obstacle(String reason, String remedy, @Nullable String dumpRemedy) {
        this.reason = reason;
        this.remedy = remedy;
        this.dumpRemedy = dumpRemedy;
    }

    /** The JVM was told that nobody may attach. */
    static Obstacle disabled() {
        return new Obstacle(
                "-XX:+DisableAttachMechanism",
                RESTART,
                "start it without that option, or with -XX:+HeapDumpOnOutOfMemoryError");
    }

    /** A few words, for a table. */
    public String reason() {
        return reason;
    }

    /** What to try, without a full stop. */
    public String remedy() {
        return remedy;
    }

    /** What keeps this user from a heap dump, which loads nothing into the JVM; null if nothing. */
    public @Nullable Obstacle toDump() {
        return dumpRemedy == null ? null : new Obstacle(reason, dumpRemedy);
    }

    /**
     * Looks at a process from outside, before anything is done to it.
     *
     * @param process the JVM
     * @param facts what is known of the JVM
     * @param self this process
     * @return the first obstacle, or null if there is none
     */
    static @Nullable Obstacle of(ProcEntry process, LinuxJvmFacts facts, ProcEntry self) {
        Obstacle obstacle = state(process);
        if (obstacle == null) {
            obstacle = Elsewhere.isApart(process, self) ? Rights.missing(process, self) : null;
        }
        if (obstacle == null) {
            obstacle = user(process, self);
        }
        return obstacle != null ? obstacle : settings(process, facts);
    }

    private static @Nullable Obstacle state(ProcEntry process) {
        switch (process.state()) {
            case 'Z':
            case 'X':
                return new Obstacle("has ended (zombie)", "its parent process has to reap it");
            case 'T':
                return new Obstacle("stopped", "let it run: kill -CONT " + process.pid());
            case 't':
                return new Obstacle("stopped by a debugger", "let the debugger resume it");
            default:
                return null;
        }
    }

    private static @Nullable Obstacle user(ProcEntry process, ProcEntry self) {
        long own = self.number("Uid", 1);
        long uid = process.number("Uid", 1);
        if (own == 0 || own < 0 || uid < 0) {
            return null;
        }
        if (own != uid) {
            return new Obstacle("user " + Users.name(uid), "run as that user: " + Users.sudo(uid));
        }
        long gid = process.number("Gid", 1);
        return self.number("Gid", 1) == gid
                ? null
                : new Obstacle(
                        "group " + gid,
                        "run with that group: sudo -g '#" + gid + "' java -jar tlsleak.jar ...");
    }

    private static @Nullable Obstacle settings(ProcEntry process, LinuxJvmFacts facts) {
        if (facts.saysNotAttachable() || facts.flag("DisableAttachMechanism", true)) {
            return disabled();
        }
        if (process.mapped("/libj9vm29.so") != null) {
            return new Obstacle(
                    "OpenJ9",
                    "tlsleak needs a HotSpot JVM",
                    "tlsleak reads dumps of HotSpot only; Eclipse MAT with DTFJ reads those of OpenJ9");
        }
        // SIGQUIT asks a JVM to listen; it ends a JVM that does not handle the signal
        boolean listens = Files.exists(facts.attachSocket());
        if (!process.catches(SIGQUIT) && !listens) {
            String again = "try again in a second; if it runs with -Xrs, ";
            return new Obstacle(
                    "still starting", again + RESTART, again + "start it without that option");
        }
        return facts.flag("EnableDynamicAgentLoading", false)
                ? new Obstacle(
                        "-XX:-EnableDynamicAgentLoading",
                        "start it without that option, or " + RESTART,
                        null)
                : null;
    }
}
