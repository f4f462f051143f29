package io.github.tlsleak.cli.heap.take;

import io.github.tlsleak.cli.attach.AttachReasons;
import io.github.tlsleak.cli.attach.HeapDumper;
import io.github.tlsleak.cli.attach.UnreachableException;
import io.github.tlsleak.cli.jvm.Elsewhere;
import io.github.tlsleak.cli.jvm.HeapUse;
import io.github.tlsleak.cli.jvm.LocalJvm;
import io.github.tlsleak.cli.reach.Reach;
import io.github.tlsleak.cli.report.read.Progress;
import java.io.IOException;
import java.nio.file.Path;
import java.nio.file.Paths;
import org.jspecify.annotations.Nullable;

/** Takes a heap dump of a running JVM, by a command that every HotSpot JVM has. One thread. */
public final class DumpTaker {

    private static final String INSTEAD =
            "start it with -XX:+HeapDumpOnOutOfMemoryError, and give heap that file";

    /** Belongs to the user of this process. */
    private static final Path SELF = Paths.get("/proc/self/task");

    private final HeapDumper dumper;
    private final Path tmp;
    private final long answerMillis;

    /**
     * @param tmp directory for the dump; the JVM must see it under the same name
     * @param answerMillis how long the JVM may take to begin
     */
    public DumpTaker(HeapDumper dumper, Path tmp, long answerMillis) {
        this.dumper = dumper;
        this.tmp = tmp.toAbsolutePath();
        this.answerMillis = answerMillis;
    }

    /**
     * Looks, without touching the JVM, whether a dump can be taken.
     *
     * @param keep where the dump is to stay, or null
     * @throws UnreachableException if the JVM cannot be asked
     * @throws IOException with one clear line, if there is no place for the dump
     */
    public DumpPlan plan(LocalJvm jvm, HeapUse use, @Nullable Path keep)
            throws UnreachableException, IOException {
        return DumpPlan.of(jvm, use, keep, tmp);
    }

    /**
     * Takes the dump: collects, and writes the live objects. The JVM stands still meanwhile.
     *
     * @param progress learns how much is written
     * @throws UnreachableException if the JVM did not take the dump
     * @throws IOException with one clear line, if the dump could not be written
     */
    public TakenDump take(DumpPlan plan, Progress progress)
            throws UnreachableException, IOException {
        TakenDump dump = in(plan);
        boolean done = false;
        try {
            fill(dump, plan, progress);
            done = true;
            return dump;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UnreachableException("interrupted while " + plan.jvm() + " wrote its dump");
        } finally {
            if (!done) {
                dump.close();
            }
        }
    }

    /** A JVM in another container writes as its own user to its own directory. */
    private static TakenDump in(DumpPlan plan) throws IOException {
        Elsewhere there = plan.jvm().elsewhere();
        if (there == null) {
            return TakenDump.in(plan.directory());
        }
        Object self = TakenDump.owner(SELF);
        Reach reach = Reach.to(plan.jvm(), there);
        return reach.user().call(() -> TakenDump.far(plan.directory(), self));
    }

    private void fill(TakenDump dump, DumpPlan plan, Progress progress)
            throws UnreachableException, IOException, InterruptedException {
        LocalJvm jvm = plan.jvm();
        if (jvm.uid() >= 0) {
            dump.handOver(jvm.uid());
        }
        AttachReasons reasons = new AttachReasons(jvm, INSTEAD);
        DumpWatch watch = new DumpWatch(jvm, dump.file(), progress, answerMillis, reasons);
        String answer = watch.await(() -> dumper.dump(jvm, dump.file()));
        new DumpOutcome(plan, dump.file()).check(answer, watch);
        KeptFile keep = plan.keep();
        if (keep != null) {
            dump.keep(keep);
        }
    }
}
