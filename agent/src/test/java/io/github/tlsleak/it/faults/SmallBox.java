package io.github.tlsleak.it.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * One processor and 128 MB of memory for a process, as a small container has them: by a control
 * group where root can make one (version 1 or 2), else by what the JVM is told. Swap does not help
 * out.
 */
final class SmallBox implements AutoCloseable {

    private static final long BYTES = 128L << 20;

    private final List<Path> groups = new ArrayList<>();

    SmallBox() {
        Path root = Path.of("/sys/fs/cgroup");
        String name = "tlsleak-it-" + ProcessHandle.current().pid() + "-" + System.nanoTime();
        if (Files.isRegularFile(root.resolve("cgroup.controllers"))) {
            group(root.resolve(name), "memory.max", "memory.swap.max", "0");
        } else if (Files.isDirectory(root.resolve("memory"))) {
            group(
                    root.resolve("memory").resolve(name),
                    "memory.limit_in_bytes",
                    "memory.swappiness",
                    "0");
        }
    }

    private void group(Path group, String limit, String swap, String none) {
        try {
            Files.createDirectory(group);
            groups.add(group);
            Files.writeString(group.resolve(limit), String.valueOf(BYTES));
            if (Files.exists(group.resolve(swap))) {
                Files.writeString(group.resolve(swap), none);
            }
        } catch (IOException e) {
            // not root, or a kernel without the controller: the flags of the JVM alone
            close();
        }
    }

    /** Whether the kernel keeps the limit. */
    boolean isReal() {
        return !groups.isEmpty();
    }

    /** Words to put before a command. */
    List<String> words() {
        StringBuilder script = new StringBuilder();
        for (Path group : groups) {
            script.append("echo $$ > ").append(group).append("/cgroup.procs && ");
        }
        String one = Files.isExecutable(Path.of("/usr/bin/taskset")) ? "taskset -c 0 " : "";
        return List.of("sh", "-c", script + "exec " + one + "\"$@\"", "sh");
    }

    /** Flags of a JVM in it. */
    String[] flags() {
        return isReal()
                ? new String[0]
                : new String[] {"-XX:MaxRAM=128m", "-XX:ActiveProcessorCount=1"};
    }

    @Override
    public void close() {
        for (Path group : groups) {
            try {
                Files.deleteIfExists(group);
            } catch (IOException e) {
                throw new IllegalStateException("a process is left in " + group, e);
            }
        }
        groups.clear();
    }
}
