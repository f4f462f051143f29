package io.github.tlsleak.cli.heap.take;

import io.github.tlsleak.cli.attach.HeapDumper;
import io.github.tlsleak.cli.attach.UnreachableException;
import io.github.tlsleak.cli.jvm.LocalJvm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/** Judges what a JVM answers, and the file that it wrote. Immutable. */
final class DumpOutcome {

    private final DumpPlan plan;
    private final Path file;

    DumpOutcome(DumpPlan plan, Path file) {
        this.plan = plan;
        this.file = file;
    }

    /**
     * Checks that the dump was written.
     *
     * @throws UnreachableException if the JVM has ended
     * @throws IOException with one clear line, if there is no dump
     */
    void check(String answer, DumpWatch watch)
            throws UnreachableException, IOException, InterruptedException {
        LocalJvm jvm = plan.jvm();
        if (!answer.contains(HeapDumper.CREATED)) {
            if (watch.hasEnded()) {
                throw watch.died();
            }
            throw new IOException(
                    jvm
                            + " could not write its dump to "
                            + plan.directory()
                            + ": "
                            + reason(answer)
                            + "; nothing is left of it; "
                            + plan.elsewhere());
        }
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            throw new IOException(
                    jvm
                            + " has written its dump, but it is not in "
                            + plan.directory()
                            + ": does that JVM see another directory there, as in a container?");
        }
        if (jvm.uid() >= 0 && !TakenDump.owner(file).toString().equals("" + jvm.uid())) {
            throw new IOException(file + " was not written by " + jvm + ", and is not read");
        }
    }

    /** The JVM's own words: the last line that is not a number. */
    private static String reason(String answer) {
        String reason = "it gave no reason";
        for (String line : answer.split("\\R")) {
            if (!line.trim().isEmpty() && !line.trim().matches("\\d+")) {
                reason = line.trim();
            }
        }
        return reason;
    }
}
