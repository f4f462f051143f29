package io.github.tlsleak.cli;

/** The exit codes. Scripts of users rely on them. Stateless. */
final class ExitCode {

    /** The command was done. */
    static final int DONE = 0;

    /** Findings that {@code --fail-on} names were found. */
    static final int FOUND = 1;

    /** Options or operands are wrong, and nothing was done. */
    static final int WRONG_USAGE = 2;

    /** The JVM could not be reached, or tlsleak is not in it. */
    static final int UNREACHABLE = 3;

    /** Nothing could be read, or a file could not be written. */
    static final int UNREADABLE = 4;

    private ExitCode() {}
}
