package io.github.tlsleak.cli.jvm;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.List;

/** The JVMs on this machine, other command lines of tlsleak left out. Used by one thread. */
public abstract class LocalJvms {

    /** For tests of whoever uses this: implemented within this package only. */
    LocalJvms() {}

    /**
     * What this machine has.
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

    /** All of them by pid; empty if there are none. */
    public abstract List<LocalJvm> all();

    /** The JVM with a pid, or null if there is none, or it is no JVM. */
    public abstract LocalJvm find(long pid);

    /** What a process is if it is no JVM, such as {@code sshd}; null if there is none. */
    public abstract String process(long pid);

    /** Whether a program is this command line: a jar of tlsleak. */
    static boolean isTlsleak(String main, String ownJar) {
        return main != null && (main.equals(ownJar) || main.matches("tlsleak(-\\d[^/]*)?\\.jar"));
    }
}
