package io.github.tlsleak.cli.attach;

import io.github.tlsleak.cli.jvm.LocalJvm;
import java.nio.file.Path;

/** Asks a JVM for a dump of its heap. Used by one thread. */
public interface HeapDumper {

    /** What the JVM answers, among other words, if the dump was written. */
    String CREATED = "Heap dump file created";

    /**
     * Asks for a dump of the live objects. Returns when the JVM has written it, or has said why
     * not.
     *
     * @param file a file that does not exist; the JVM creates it
     * @return the JVM's answer, {@link #CREATED} in it if the dump was written
     * @throws Exception if the JVM could not be asked
     */
    String dump(LocalJvm jvm, Path file) throws Exception;
}
