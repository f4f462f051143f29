package io.github.tlsleak.cli.report.read;

/** Takes the lines of reports, in their order. Called by the thread that reads. */
public interface LineHandler {

    /** Another file begins. */
    default void nextFile() {}

    /**
     * The next line.
     *
     * @param line of a known type, with all texts that this type must have; valid during the call
     */
    void line(ReportLine line);

    /**
     * Whether the stack of a line's site is known, so that the line's own stack need not be read.
     *
     * @param line read as far as its stack
     */
    default boolean knowsStack(ReportLine line) {
        return false;
    }
}
