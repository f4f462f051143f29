package io.github.tlsleak.agent.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import org.jspecify.annotations.Nullable;

/**
 * Facts about this process. They are found without JMX, and without a name server, which can block
 * for seconds. Stateless, thread-safe; never throws.
 */
public final class ProcessInfo {

    private static final int MAX_HOST_BYTES = 256;

    private ProcessInfo() {}

    /** The process id, or -1 if it cannot be known: on Java 8, other than on Linux. */
    public static long pid() {
        try {
            Path self = Files.readSymbolicLink(Paths.get("/proc/self"));
            return Long.parseLong(self.toString());
        } catch (IOException | RuntimeException e) {
            return pidOfHandle();
        }
    }

    private static long pidOfHandle() {
        try {
            // by reflection: the class is new in Java 9
            Class<?> type = Class.forName("java.lang.ProcessHandle");
            Object current = type.getMethod("current").invoke(null);
            return (Long) type.getMethod("pid").invoke(current);
        } catch (ReflectiveOperationException | RuntimeException e) {
            return -1;
        }
    }

    /** The name of this host, or null if it is not known. */
    public static @Nullable String host() {
        String host = firstLine("/proc/sys/kernel/hostname");
        if (host == null) {
            host = firstLine("/etc/hostname");
        }
        if (host == null) {
            host = variable("HOSTNAME");
        }
        return host != null ? host : variable("COMPUTERNAME");
    }

    private static @Nullable String firstLine(String file) {
        try {
            Path path = Paths.get(file);
            if (!Files.isRegularFile(path) || Files.size(path) > MAX_HOST_BYTES) {
                return null;
            }
            String text = new String(Files.readAllBytes(path), StandardCharsets.UTF_8);
            int end = text.indexOf('\n');
            return notEmpty(end < 0 ? text : text.substring(0, end));
        } catch (IOException | RuntimeException e) {
            return null;
        }
    }

    private static @Nullable String variable(String name) {
        try {
            return notEmpty(System.getenv(name));
        } catch (SecurityException e) {
            return null;
        }
    }

    private static @Nullable String notEmpty(String text) {
        return text == null || text.trim().isEmpty() ? null : text.trim();
    }
}
