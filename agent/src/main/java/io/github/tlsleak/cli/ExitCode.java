package io.github.tlsleak.cli;

/** What the exit codes mean; part of the contract with users. */
final class ExitCode {

    /** Done. */
    static final int DONE = 0;

    /** What {@code --fail-on} names was found. */
    static final int FOUND = 1;

    /** Wrong options or operands; nothing was done. */
    static final int WRONG_USAGE = 2;

    /** The JVM could not be reached, or tlsleak is not in it. */
    static final int UNREACHABLE = 3;

    /** Nothing could be read, or a file could not be written. */
    static final int UNREADABLE = 4;

    private ExitCode() {}
}
