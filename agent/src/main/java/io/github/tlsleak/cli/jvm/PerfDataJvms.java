package io.github.tlsleak.cli.jvm;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import net.bytebuddy.agent.ByteBuddyAgent;
import org.jspecify.annotations.Nullable;

/**
 * Finds JVMs by their performance data, on platforms without {@code /proc}: those of this user.
 * Used by one thread.
 */
final class PerfDataJvms extends LocalJvms {

    private final Path tmp;
    private final String ownJar;

    PerfDataJvms(Path tmp, String ownJar) {
        this.tmp = tmp;
        this.ownJar = ownJar;
    }

    @Override
    public List<LocalJvm> all() {
        List<LocalJvm> jvms = new ArrayList<>();
        String self = ByteBuddyAgent.ProcessProvider.ForCurrentVm.INSTANCE.resolve();
        try (DirectoryStream<Path> users = Files.newDirectoryStream(tmp, "hsperfdata_*")) {
            for (Path user : users) {
                addAll(user, self, jvms);
            }
        } catch (IOException | RuntimeException e) {
            return jvms;
        }
        jvms.sort(Comparator.comparingLong(LocalJvm::pid));
        return jvms;
    }

    @Override
    public @Nullable LocalJvm find(long pid) {
        for (LocalJvm jvm : all()) {
            if (jvm.pid() == pid) {
                return jvm;
            }
        }
        return null;
    }

    @Override
    public @Nullable String process(long pid) {
        return null;
    }

    @Override
    public HeapUse heapUse(long pid) {
        try (DirectoryStream<Path> users = Files.newDirectoryStream(tmp, "hsperfdata_*")) {
            for (Path user : users) {
                HeapUse use = HeapUse.in(PerfData.read(user.resolve(Long.toString(pid))));
                if (use.isKnown()) {
                    return use;
                }
            }
        } catch (IOException | RuntimeException e) {
            return HeapUse.UNKNOWN;
        }
        return HeapUse.UNKNOWN;
    }

    private void addAll(Path user, String self, List<LocalJvm> jvms) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(user, "[0-9]*")) {
            for (Path file : files) {
                String pid = file.getFileName().toString();
                LocalJvm jvm =
                        pid.equals(self) || !pid.matches("\\d{1,18}") ? null : jvm(pid, file);
                if (jvm != null) {
                    jvms.add(jvm);
                }
            }
        }
    }

    /** The JVM of a file; null if it has ended, is no JVM, or is a command line of tlsleak. */
    private @Nullable LocalJvm jvm(String pid, Path file) {
        Map<String, String> data = PerfData.read(file);
        String command = data.get("sun.rt.javaCommand");
        String main = command == null ? null : JavaArguments.shown(command.split(" ", 2)[0]);
        long number = Long.parseLong(pid);
        if (data.isEmpty() || isTlsleak(main, ownJar) || !Processes.isAlive(number)) {
            return null;
        }
        boolean disabled = data.getOrDefault("sun.rt.jvmCapabilities", "").startsWith("0");
        return new LocalJvm(
                number,
                main,
                data.get("java.property.java.version"),
                AgentPresence.UNKNOWN,
                disabled ? Obstacle.disabled() : null,
                -1);
    }
}
