package io.github.tlsleak.cli.jvm;

import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.Optional;

/** Processes of this machine. Stateless, thread-safe. */
public final class Processes {

    private static final Path PROC = Paths.get("/proc");

    private Processes() {}

    /** Whether a process runs; true if nobody can know (Java 8 on another system than Linux). */
    public static boolean isAlive(long pid) {
        if (Files.isReadable(PROC.resolve("self/status"))) {
            ProcEntry process = new ProcEntry(PROC.resolve(Long.toString(pid)));
            return process.isThere() && process.state() != 'Z' && process.state() != 'X';
        }
        try {
            // by reflection: the class is new in Java 9
            Method of = Class.forName("java.lang.ProcessHandle").getMethod("of", long.class);
            return ((Optional<?>) of.invoke(null, pid)).isPresent();
        } catch (ReflectiveOperationException | RuntimeException e) {
            return true;
        }
    }
}
