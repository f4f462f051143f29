package io.github.tlsleak.cli.jvm;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Names the container of a process by its control groups and mounts. Stateless, thread-safe. */
final class ContainerName {

    private static final int SHORT = 12;

    /** Docker, containerd, CRI-O and Podman: 64 hexadecimal digits. */
    private static final Pattern ID = Pattern.compile("(?<![0-9a-f])([0-9a-f]{64})(?![0-9a-f])");

    /** Docker keeps the host name of a container in a directory of that container. */
    private static final Pattern MOUNT = Pattern.compile("/containers/([0-9a-f]{64})/");

    /** LXC, systemd-nspawn, and a service of systemd. */
    private static final Pattern NAME =
            Pattern.compile("/lxc(?:\\.payload[./]|/)([^/\\s]+)|/machine-([^/\\s]+)\\.scope");

    private static final Pattern SERVICE = Pattern.compile("/([^/\\s]+\\.service)\\b");

    private ContainerName() {}

    /**
     * The container of a process, such as {@code container 0123456789ab}; null if no name is found.
     */
    static @Nullable String of(ProcEntry process) {
        String groups = process.groups();
        String id = last(ID, groups);
        if (id == null) {
            id = last(MOUNT, process.mounts());
        }
        if (id != null) {
            return "container " + id.substring(0, SHORT);
        }
        String name = last(NAME, groups);
        return name == null ? null : "container " + name;
    }

    /** The service of systemd that a process belongs to; null if none. */
    static @Nullable String service(ProcEntry process) {
        return last(SERVICE, process.groups());
    }

    private static @Nullable String last(Pattern pattern, String text) {
        String found = null;
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            for (int i = 1; i <= matcher.groupCount(); i++) {
                found = matcher.group(i) == null ? found : matcher.group(i);
            }
        }
        return found;
    }
}
