package io.github.tlsleak.cli.heap.take;

import io.github.tlsleak.cli.jvm.HeapUse;
import io.github.tlsleak.cli.jvm.LocalJvm;
import io.github.tlsleak.common.text.PlainText;

/** How large a dump may be, rather too large than too small. Immutable. */
final class DumpSize {

    /** From this Java on, a JVM writes the dump in parts and copies them into one file. */
    private static final int FIRST_WITH_PARTS = 22;

    private final HeapUse use;
    private final boolean parts;

    DumpSize(LocalJvm jvm, HeapUse use) {
        this.use = use;
        this.parts = major(jvm.version()) >= FIRST_WITH_PARTS;
    }

    /** The feature release of a version; a new one if it is not known. */
    private static int major(String version) {
        String major = version.replaceFirst("^1\\.", "").replaceFirst("[^0-9].*", "");
        return major.isEmpty() || major.length() > 4 ? FIRST_WITH_PARTS : Integer.parseInt(major);
    }

    /**
     * The size of the dump; 0 if not known. References take 8 bytes in a dump and often 4 in the
     * heap: dumps of small objects have up to 1.5 times the bytes of the heap.
     */
    private long bytes() {
        return use.isKnown() ? use.bytes() / 2 * 3 : 0;
    }

    /** The space that is needed while the JVM writes; 0 if not known. */
    long peak() {
        return parts ? 2 * bytes() : bytes();
    }

    /** For a sentence: up to ... are written. */
    String text() {
        if (!use.isKnown()) {
            return "a number of bytes that is not known from outside";
        }
        String size = PlainText.bytes(bytes());
        String most = use.isCounted() ? "up to about " + size : "less than " + size;
        return most
                + (parts ? " (twice that for a moment)" : "")
                + (use.isCounted()
                        ? ""
                        : " (all memory of the process is " + PlainText.bytes(use.bytes()) + ")");
    }
}
