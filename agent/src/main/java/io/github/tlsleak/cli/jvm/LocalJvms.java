package io.github.tlsleak.cli.jvm;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the JVMs on this machine, without command lines of tlsleak. Used by one thread. */
public abstract class LocalJvms {

    /** Only classes of this package extend this one. */
    LocalJvms() {}

    /**
     * The finder for this machine.
     *
     * @param ownJar file name of the jar that this command line was started from
     */
    public static LocalJvms here(String ownJar) {
        Path proc = Paths.get("/proc");
        if (Files.isReadable(proc.resolve("self/status"))) {
            return new LinuxJvms(proc, ownJar);
        }
        return new PerfDataJvms(Paths.get(System.getProperty("java.io.tmpdir")), ownJar);
    }

    /** All JVMs, sorted by pid; empty if there are none. */
    public abstract List<LocalJvm> all();

    /** The JVM with a pid; null if there is no such process, or if it is no JVM. */
    public abstract @Nullable LocalJvm find(long pid);

    /** How much heap a JVM uses, as far as can be seen from outside. */
    public abstract HeapUse heapUse(long pid);

    /** Why other JVMs may run and not be seen, and what to do; null if there is no such reason. */
    public @Nullable String hidden() {
        return null;
    }

    /** The name of a process that is no JVM, such as {@code sshd}; null if there is none. */
    public abstract @Nullable String process(long pid);

    /** Whether a program is a command line of tlsleak. */
    static boolean isTlsleak(@Nullable String main, String ownJar) {
        return main != null && (main.equals(ownJar) || main.matches("tlsleak(-\\d[^/]*)?\\.jar"));
    }
}
