package io.github.tlsleak.cli.heap.model;

import org.jspecify.annotations.Nullable;

/** What tlsleak itself was in the dumped JVM. Immutable. */
public final class DumpedAgent {

    private final boolean present;
    private final @Nullable String version;
    private final long bytes;

    DumpedAgent(boolean present, @Nullable String version, long bytes) {
        this.present = present;
        this.version = version;
        this.bytes = bytes;
    }

    public boolean isPresent() {
        return present;
    }

    /** Its release; null if the dump does not tell it. */
    public @Nullable String version() {
        return version;
    }

    /** Bytes that only it held. They are in no other sum. */
    public long bytes() {
        return bytes;
    }
}
