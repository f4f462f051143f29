package io.github.tlsleak.cli;

import io.github.tlsleak.cli.attach.UnreachableException;
import io.github.tlsleak.cli.heap.take.DumpPlan;
import io.github.tlsleak.cli.heap.take.DumpTaker;
import io.github.tlsleak.cli.heap.take.TakenDump;
import io.github.tlsleak.cli.jvm.HeapUse;
import io.github.tlsleak.cli.jvm.LocalJvm;
import io.github.tlsleak.cli.report.read.Progress;
import io.github.tlsleak.cli.terminal.ProgressBar;
import io.github.tlsleak.cli.terminal.TerminalText;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Takes a dump of a running JVM once the user knows its cost and agrees. Used by one thread. */
final class DumpDialog {

    private final CliEnvironment environment;
    private final PrintWriter err;

    DumpDialog(CliEnvironment environment, PrintWriter err) {
        this.environment = environment;
        this.err = err;
    }

    /**
     * Says what a dump costs, and takes it. Each message is one line on {@code err}.
     *
     * @param yes whether the user has agreed already
     * @param keep where the dump is to stay, or null
     * @return the dump, to be closed; null if the user does not agree: nothing was done then
     * @throws UnreachableException if the JVM cannot be asked
     * @throws IOException with one clear line, if the dump could not be written
     */
    @Nullable TakenDump take(LocalJvm jvm, boolean yes, @Nullable Path keep)
            throws UnreachableException, IOException {
        DumpTaker taker = environment.dumps();
        HeapUse use = environment.jvms().heapUse(jvm.pid());
        DumpPlan plan = taker.plan(jvm, use, keep);
        if (!agrees(plan, yes)) {
            return null;
        }
        Progress progress = ProgressBar.here(err, "writing the dump:");
        TakenDump dump = taker.take(plan, progress);
        if (keep != null) {
            err.println("tlsleak: the dump is kept as " + dump.file());
        }
        return dump;
    }

    private boolean agrees(DumpPlan plan, boolean yes) {
        String cost = TerminalText.lines("tlsleak: " + plan.cost());
        if (yes) {
            err.println(cost);
            return true;
        }
        switch (environment.question().ask(cost + ". Take the dump (y/N)?")) {
            case YES:
                return true;
            case NO:
                err.println("tlsleak: nothing was done");
                return false;
            default:
                err.println(cost + ". Nothing was done: agree with --yes");
                return false;
        }
    }
}
