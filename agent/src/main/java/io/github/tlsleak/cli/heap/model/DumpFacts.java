package io.github.tlsleak.cli.heap.model;

import io.github.tlsleak.cli.heap.dump.DumpedClass;
import io.github.tlsleak.cli.heap.dump.DumpedObject;
import io.github.tlsleak.cli.heap.dump.HeapDump;
import org.jspecify.annotations.Nullable;

/** What a dump tells of itself. Immutable. */
public final class DumpFacts {

    private static final String[] VERSIONS = {"java.lang.VersionProps", "sun.misc.Version"};

    private final String name;
    private final long fileBytes;
    private final int objects;
    private final long timeMillis;
    private final @Nullable String javaVersion;

    DumpFacts(String name, HeapDump dump) {
        this.name = name;
        this.fileBytes = dump.fileBytes();
        this.objects = dump.objectCount();
        this.timeMillis = dump.timeMillis();
        this.javaVersion = javaVersion(dump);
    }

    private static @Nullable String javaVersion(HeapDump dump) {
        for (String name : VERSIONS) {
            for (DumpedClass type : dump.classes(name)) {
                DumpedObject version = type.staticObject("java_version");
                if (version != null) {
                    return version.string();
                }
            }
        }
        return null;
    }

    /** The file, or the JVM that was dumped, as the user named it. */
    public String name() {
        return name;
    }

    /** Bytes of the dump, unpacked. */
    public long fileBytes() {
        return fileBytes;
    }

    public int objects() {
        return objects;
    }

    /** When the dump was taken, as milliseconds since 1970. */
    public long timeMillis() {
        return timeMillis;
    }

    /** Such as {@code 17.0.9}; null if the dump does not tell it. */
    public @Nullable String javaVersion() {
        return javaVersion;
    }
}
