package io.github.tlsleak.cli;

/** Tests of the command {@code report}: they look at its last run in this JVM. */
abstract class ReportRuns {

    /** What the last run printed. */
    protected String out = "";

    /** What it said. */
    protected String err = "";

    /** Runs the command. Returns its exit code. */
    protected int run(Object... args) {
        ReportRun run = ReportRun.of(args);
        out = run.out();
        err = run.err();
        return run.code();
    }
}
