package io.github.tlsleak.agent.output.file;

import io.github.tlsleak.agent.process.ProcessInfo;
import io.github.tlsleak.common.text.IsoTime;
import org.jspecify.annotations.Nullable;

/** Replaces the placeholders in the name of a file. Stateless, thread-safe. */
public final class FilePattern {

    private static final int MAX_HOST = 64;

    private FilePattern() {}

    /**
     * Replaces {@code %p} by the process id, {@code %t} by the start time (UTC, {@code
     * 20261122T101530}), {@code %h} by the host name and {@code %%} by a percent sign. Any other
     * percent sign stays.
     *
     * @param startMillis when the JVM started, in milliseconds since 1970
     */
    public static String expand(String pattern, long startMillis) {
        StringBuilder name = new StringBuilder(pattern.length() + 32);
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            char kind = c == '%' && i + 1 < pattern.length() ? pattern.charAt(i + 1) : 0;
            String value = value(kind, startMillis);
            if (value == null) {
                name.append(c);
            } else {
                name.append(value);
                i++;
            }
        }
        return name.toString();
    }

    private static @Nullable String value(char kind, long startMillis) {
        switch (kind) {
            case 'p':
                long pid = ProcessInfo.pid();
                return pid < 0 ? "unknown" : Long.toString(pid);
            case 't':
                return time(startMillis);
            case 'h':
                return host(ProcessInfo.host());
            case '%':
                return "%";
            default:
                return null;
        }
    }

    private static String time(long millis) {
        return IsoTime.of(millis)
                .replace("-", "")
                .replace(":", "")
                .substring(0, "20261122T101530".length());
    }

    /** A host name comes from outside: no character of it may name a directory. */
    static String host(@Nullable String name) {
        if (name == null) {
            return "unknown";
        }
        StringBuilder safe = new StringBuilder();
        for (int i = 0; i < name.length() && i < MAX_HOST; i++) {
            char c = name.charAt(i);
            boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
            boolean other = (c >= '0' && c <= '9') || c == '-' || (c == '.' && i > 0);
            safe.append(letter || other ? c : '_');
        }
        return safe.toString();
    }
}
