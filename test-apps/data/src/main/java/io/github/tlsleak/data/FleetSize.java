package io.github.tlsleak.data;

/**
 * How large a made-up fleet is. Immutable.
 *
 * @param jvms number of JVMs
 * @param linesEach number of lines that each JVM writes, cut ones included
 * @param gzip whether all files are compressed; if not, only the rotated files of every other JVM
 */
public record FleetSize(int jvms, int linesEach, boolean gzip) {

    /** Number of lines of all JVMs. */
    public long lines() {
        return (long) jvms * linesEach;
    }
}
