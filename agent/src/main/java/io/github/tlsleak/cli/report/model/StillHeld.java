package io.github.tlsleak.cli.report.model;

import io.github.tlsleak.cli.report.read.Field;
import io.github.tlsleak.cli.report.read.ReportLine;
import io.github.tlsleak.common.rules.WhoHolds;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The JVMs that hold sessions of one site, as far as the reports know: a session was found alive,
 * this was not over later, and the JVM has not ended. Keeps 100 JVMs at most. Used by one thread.
 */
final class StillHeld {

    private static final int MAX_JVMS = 100;

    /** Findings that are not over, by JVM. */
    private Map<ReportedJvm, Long> living = Collections.emptyMap();

    /** Takes a finding. */
    void found(ReportLine line, ReportedJvm jvm) {
        if (isAsked(line, line.has(Field.ALIVE))) {
            add(jvm, 1);
        }
    }

    /** Takes the line that says that a finding is over. */
    void over(ReportLine line, ReportedJvm jvm) {
        if (!living.isEmpty() && isAsked(line, true)) {
            living.computeIfPresent(jvm, (key, count) -> count > 1 ? count - 1 : null);
        }
    }

    /** Adds the findings of another one. */
    void addAll(StillHeld other) {
        other.living.forEach(this::add);
    }

    /** Adds findings that are not over. */
    void add(ReportedJvm jvm, long count) {
        if (count > 0 && (living.size() < MAX_JVMS || living.containsKey(jvm))) {
            living = living.isEmpty() ? new LinkedHashMap<>(2) : living;
            living.merge(jvm, count, Long::sum);
        }
    }

    /** Number of findings that are not over. */
    long count() {
        return living.values().stream().mapToLong(Long::longValue).sum();
    }

    private static boolean isAsked(ReportLine line, boolean alive) {
        return WhoHolds.isAsked(Explanation.verdict(line.text(Field.VERDICT)), alive);
    }

    /** The command that tells who holds them; null if none of the JVMs can be asked. */
    @Nullable String command() {
        List<Long> pids = new ArrayList<>();
        for (ReportedJvm jvm : living.keySet()) {
            if (!jvm.hasEnded()) {
                pids.add(jvm.pid());
            }
        }
        return WhoHolds.command(pids);
    }
}
