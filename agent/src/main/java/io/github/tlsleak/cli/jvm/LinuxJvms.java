package io.github.tlsleak.cli.jvm;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds JVMs in {@code /proc}, those of other users and in containers included. Used by one thread.
 */
final class LinuxJvms extends LocalJvms {

    private final Path proc;
    private final String ownJar;
    private final ProcEntry self;

    /**
     * @param proc where {@code /proc} is
     * @param ownJar file name of the jar of this command line
     */
    LinuxJvms(Path proc, String ownJar) {
        this.proc = proc;
        this.ownJar = ownJar;
        this.self = new ProcEntry(proc.resolve("self"));
    }

    @Override
    public List<LocalJvm> all() {
        List<LocalJvm> jvms = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(proc, "[0-9]*")) {
            for (Path entry : entries) {
                add(new ProcEntry(entry), jvms);
            }
        } catch (IOException | DirectoryIteratorException | SecurityException e) {
            // those so far are shown
        }
        jvms.sort(Comparator.comparingLong(LocalJvm::pid));
        return jvms;
    }

    private void add(ProcEntry process, List<LocalJvm> to) {
        try {
            LocalJvm jvm = jvm(process);
            if (jvm != null) {
                to.add(jvm);
            }
        } catch (RuntimeException e) {
            // what one process shows of itself must not hide the others
            return;
        }
    }

    @Override
    public @Nullable LocalJvm find(long pid) {
        ProcEntry entry = entry(pid);
        // a thread has an entry, too, but a listing of /proc does not show it
        return entry.number("Tgid", 0) == pid ? jvm(entry) : null;
    }

    @Override
    public @Nullable String process(long pid) {
        ProcEntry entry = entry(pid);
        if (!entry.isThere()) {
            return null;
        }
        long group = entry.number("Tgid", 0);
        return group == pid ? entry.status("Name") : "a thread of process " + group;
    }

    @Override
    public HeapUse heapUse(long pid) {
        ProcEntry process = entry(pid);
        HeapUse use = HeapUse.in(new LinuxJvmFacts(process).perfData());
        // resident memory in kB: the heap and what the JVM needs besides
        long resident = process.number("VmRSS", 0);
        return use.isKnown() || resident <= 0 ? use : HeapUse.atMost(resident << 10);
    }

    @Override
    public @Nullable String hidden() {
        boolean root = self.number("Uid", 1) == 0 && self.hasCapability(Rights.SYS_PTRACE);
        return !root && self.hidesOthers()
                ? "/proc shows this user's own processes only (hidepid): run as root"
                : null;
    }

    private ProcEntry entry(long pid) {
        return new ProcEntry(proc.resolve(Long.toString(pid)));
    }

    private @Nullable LocalJvm jvm(ProcEntry process) {
        if (process.pid() == self.number("Pid", 0) || !isJvm(process)) {
            return null;
        }
        LinuxJvmFacts facts = new LinuxJvmFacts(process);
        if (isTlsleak(facts.main(), ownJar)) {
            return null;
        }
        long uid = process.number("Uid", 1);
        return new LocalJvm(
                process.pid(),
                facts.main(),
                facts.version(),
                AgentPresence.in(process, facts.options(), ownJar),
                Obstacle.of(process, facts, self),
                uid == self.number("Uid", 1) ? -1 : uid,
                Elsewhere.of(process, facts, self));
    }

    private static boolean isJvm(ProcEntry process) {
        String executable = process.executable();
        if (executable != null) {
            return LinuxJvmFacts.isLauncher(executable) || process.mapped("/libjvm.so") != null;
        }
        // the process belongs to another user, or is a zombie; performance data of that pid would
        // prove little, because containers may share /tmp
        List<String> words = process.arguments();
        return words.isEmpty()
                ? process.state() == 'Z' && "java".equals(process.status("Name"))
                : LinuxJvmFacts.isLauncher(words.get(0))
                        || process.threadNames().contains("VM Thread");
    }
}
