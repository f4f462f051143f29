package io.github.tlsleak.common.rules;

import io.github.tlsleak.common.verdict.Verdict;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The command that tells who holds the sessions of a finding. Only a session that is alive is held,
 * so only findings on such sessions have it. Stateless, thread-safe.
 */
public final class WhoHolds {

    /** What stands before the command. */
    public static final String LABEL = "who holds them";

    private static final String COMMAND = "java -jar tlsleak.jar heap ";

    /** A line names this many processes; it counts the others. */
    private static final int PROCESSES = 5;

    /** Verdicts whose sessions are alive in any case. */
    private static final Set<Verdict> ALIVE =
            Collections.unmodifiableSet(
                    EnumSet.of(
                            Verdict.STUCK, Verdict.OPEN, Verdict.RETAINED, Verdict.SESSION_HOARD));

    private WhoHolds() {}

    /**
     * Whether a reader of a finding asks who holds its sessions.
     *
     * @param verdict null if this version does not know it
     * @param alive whether the finding says that its session is alive
     */
    public static boolean isAsked(@Nullable Verdict verdict, boolean alive) {
        return ALIVE.contains(verdict) || (verdict == Verdict.NATIVE && alive);
    }

    /** The command for one JVM; null if its process is not known: 0 or less. */
    public static @Nullable String command(long pid) {
        return command(Collections.singleton(pid));
    }

    /**
     * The command for the JVMs of a finding.
     *
     * @param pids their processes; those not known, 0 or less, are left out
     * @return the command for the first of them, and then the others; null if none is known
     */
    public static @Nullable String command(Collection<Long> pids) {
        List<Long> known = new ArrayList<>();
        for (Long pid : pids) {
            if (pid > 0 && !known.contains(pid)) {
                known.add(pid);
            }
        }
        if (known.isEmpty()) {
            return null;
        }
        StringBuilder text = new StringBuilder(COMMAND).append(known.get(0));
        for (int i = 1; i < Math.min(known.size(), PROCESSES); i++) {
            text.append(i == 1 ? "; also of " : ", ").append(known.get(i));
        }
        int more = known.size() - PROCESSES;
        return text + (more > 0 ? " and " + more + " more" : "");
    }

    /** Label and command; null if the process is not known: 0 or less. */
    public static @Nullable String line(long pid) {
        String command = command(pid);
        return command == null ? null : LABEL + ": " + command;
    }
}
