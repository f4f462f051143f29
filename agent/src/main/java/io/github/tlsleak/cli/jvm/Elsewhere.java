package io.github.tlsleak.cli.jvm;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The place of a JVM that sees other files, users or process ids than this command line does, as in
 * a container. Immutable.
 */
public final class Elsewhere {

    private static final String TMP = "/tmp";
    private static final String[] KINDS = {"mnt", "pid", "user"};

    private final ProcEntry process;
    private final Path root;
    private final long innerPid;
    private final long signalPid;
    private final long uid;
    private final long gid;
    private final String name;
    private final String workingDirectory;
    private final List<String> directories;

    private Elsewhere(ProcEntry process, LinuxJvmFacts facts, ProcEntry self) {
        this.process = process;
        root = process.root();
        innerPid = process.innerPid();
        signalPid = signalPid(process, self);
        uid = process.number("Uid", 1);
        gid = process.number("Gid", 1);
        name = name(process, self);
        String own = process.workingDirectory();
        workingDirectory = own == null || !own.startsWith("/") ? "/" : own;
        Set<String> all = new LinkedHashSet<>(Collections.singleton(TMP));
        String temporary = facts.property("java.io.tmpdir");
        if (temporary != null && temporary.startsWith("/")) {
            all.add(temporary);
        }
        all.addAll(Arrays.asList("/dev/shm", "/var/tmp", workingDirectory));
        directories = Collections.unmodifiableList(new ArrayList<>(all));
    }

    /**
     * Where a JVM is.
     *
     * @param self this process
     * @return null if the JVM sees what this process sees, as far as that can be known
     */
    static @Nullable Elsewhere of(ProcEntry process, LinuxJvmFacts facts, ProcEntry self) {
        return isApart(process, self) ? new Elsewhere(process, facts, self) : null;
    }

    /** Whether a process is in another container, or in other namespaces. */
    static boolean isApart(ProcEntry process, ProcEntry self) {
        if (process.words("NSpid").length > 1 || !kinds(process, self).isEmpty()) {
            return true;
        }
        String root = process.rootName();
        String own = self.rootName();
        if (root != null && own != null) {
            return !root.equals(own);
        }
        String container = ContainerName.of(process);
        return !process.showsFiles()
                && container != null
                && !container.equals(ContainerName.of(self));
    }

    /** The kinds of namespaces that two processes do not share. */
    private static List<String> kinds(ProcEntry process, ProcEntry self) {
        List<String> kinds = new ArrayList<>();
        for (String kind : KINDS) {
            String own = self.namespace(kind);
            String other = process.namespace(kind);
            if (own != null && other != null && !own.equals(other)) {
                kinds.add(kind);
            }
        }
        return kinds;
    }

    private static String name(ProcEntry process, ProcEntry self) {
        String container = ContainerName.of(process);
        if (container != null && !container.equals(ContainerName.of(self))) {
            return container;
        }
        String service = ContainerName.service(process);
        if (service != null && !service.equals(ContainerName.service(self))) {
            return "service " + service;
        }
        List<String> kinds = kinds(process, self);
        if (kinds.isEmpty() && process.rootName() == null) {
            return "other container";
        }
        return kinds.isEmpty() ? "other root" : "namespaces " + String.join(", ", kinds);
    }

    /**
     * The process id that reaches a process by a signal, or -1 if there is none. The directory
     * {@code /proc} may show the ids of another namespace than that of this process.
     */
    static long signalPid(ProcEntry process, ProcEntry self) {
        if (self.words("NSpid").length <= 1) {
            return process.pid();
        }
        String own = self.namespace("pid");
        return own != null && own.equals(process.namespace("pid")) ? process.innerPid() : -1;
    }

    /** The JVM's root directory, as this command line reaches it. */
    public Path root() {
        return root;
    }

    /** Whether a directory, named as the JVM sees it, is in memory. */
    public boolean isInMemory(String directory) {
        return process.isInMemory(directory);
    }

    /** The process id that the JVM has for itself. */
    public long innerPid() {
        return innerPid;
    }

    /** The process id for a signal from this command line. */
    public long signalPid() {
        return signalPid;
    }

    /** The JVM's user, as this command line counts users. */
    public long uid() {
        return uid;
    }

    /** The JVM's group, as this command line counts groups. */
    public long gid() {
        return gid;
    }

    /** The container, or what else is known of the place, in a few words. */
    public String name() {
        return name;
    }

    /** The JVM's working directory, as the JVM sees it. */
    public String workingDirectory() {
        return workingDirectory;
    }

    /** Directories that the JVM may share files in, as the JVM sees them; the best is first. */
    public List<String> directories() {
        return directories;
    }
}
