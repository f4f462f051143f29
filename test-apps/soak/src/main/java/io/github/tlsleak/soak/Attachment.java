package io.github.tlsleak.soak;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.SplittableRandom;

/**
 * The agent comes while the load is on, watches some rounds, and goes while the load is on.
 * Mistakes are made only while it is there. Used by one thread.
 */
final class Attachment {

    /** One in so many comings and goings is preceded by one whose command line is killed. */
    private static final int KILLED = 3;

    /**
     * Longer than a round. In a round some sessions wait for their collection for longer than a
     * minute, the default, and would be reported as alive before.
     */
    private static final String STUCK = "stuck=5m";

    private final Parts parts;
    private final Path log;
    private final SplittableRandom random;
    private Counts planted = Counts.NONE;
    private Counts judged = Counts.NONE;

    Attachment(Parts parts, Path log, SplittableRandom random) {
        this.parts = parts;
        this.log = log;
        this.random = random;
    }

    void attach() throws IOException, InterruptedException {
        parts.target().ask("go");
        String[] options = {
            "report=" + parts.report(), "report.max=2m", "gc.interval=2s", STUCK, "log=" + log
        };
        if (random.nextInt(KILLED) == 0) {
            Disturbances.kill(parts.target().words("attach", options), random.split());
            parts.disturbances().count("killed attach");
        }
        // an agent that is there already has the same options
        parts.target().tlsleak("attach", options);
        parts.disturbances().count("attach");
    }

    /** Plays a round. */
    Round round(long nanos) throws IOException, InterruptedException {
        Round round = new Round(parts, judged);
        round.play(nanos);
        planted = planted.plus(round.planted()).plus(round.excused());
        judged = judged.plus(round.judged());
        return round;
    }

    void detach() throws IOException, InterruptedException {
        parts.target().ask("go");
        parts.found().clearSummary();
        boolean killed = random.nextInt(KILLED) == 0;
        if (killed) {
            Disturbances.kill(parts.target().words("detach"), random.split());
            parts.disturbances().count("killed detach");
        }
        Command detach = Command.run(parts.target().words("detach"));
        if (detach.code() != 0 && !killed) {
            throw new Failure("detach ended with " + detach.code() + ": " + detach.output());
        }
        parts.disturbances().count("detach");
        summary();
    }

    /** The summary that it leaves says what was planted, and nothing else. */
    private void summary() throws IOException {
        parts.found().read();
        JsonNode summary = parts.found().summary();
        if (summary == null) {
            parts.complaints().add("the report has no summary of the run that ended");
            return;
        }
        Counts sums = Counts.ofSums(summary);
        String difference =
                Counts.difference(planted.severities(), sums.severities())
                        + Counts.difference(planted.leaks(), sums.leaks());
        if (!difference.isEmpty()) {
            parts.complaints().add("the summary at detach differs: " + difference);
        }
        if (!parts.found().found().isEmpty()) {
            parts.complaints().add("found without a mistake: " + parts.found().found());
        }
        parts.errors(summary);
        parts.found().clear();
    }
}
