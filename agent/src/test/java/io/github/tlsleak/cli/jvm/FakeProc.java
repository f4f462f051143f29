package io.github.tlsleak.cli.jvm;

import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** Writes files as in {@code /proc} into a directory of a test. */
final class FakeProc {

    private final Path proc;

    /** Has one process, this one: pid 1, user and group 1000. */
    FakeProc(Path proc) throws IOException {
        this.proc = proc;
        process(1).java().linked("self");
    }

    /** Adds a process of the same user, asleep, that handles SIGQUIT. */
    Entry process(long pid) throws IOException {
        return new Entry(pid);
    }

    /** One process. Each method writes its files at once. */
    final class Entry {

        private final Path dir;
        private final Map<String, String> status = new TreeMap<>();

        Entry(long pid) throws IOException {
            dir = proc.resolve(Long.toString(pid));
            Files.createDirectories(dir.resolve("ns"));
            Files.createDirectories(dir.resolve("root/tmp"));
            status("Name", "java");
            status("State", "S (sleeping)");
            status("Pid", Long.toString(pid));
            status("Tgid", Long.toString(pid));
            status("NSpid", Long.toString(pid));
            status("Uid", "1000\t1000\t1000\t1000");
            status("Gid", "1000\t1000\t1000\t1000");
            status("SigCgt", "2000000101005ccd");
            namespace("mnt", 1).namespace("pid", 2);
        }

        /** Makes the process a JVM: a launcher and a library suffice. */
        Entry java(String... words) throws IOException {
            link("exe", "/opt/jdk/bin/java");
            return commandLine(words.length == 0 ? new String[] {"java"} : words);
        }

        Entry commandLine(String... words) throws IOException {
            return file("cmdline", String.join("\0", words) + "\0");
        }

        Entry status(String field, String value) throws IOException {
            status.put(field, value);
            StringBuilder text = new StringBuilder();
            status.forEach((key, one) -> text.append(key + ":\t" + one + "\n"));
            return file("status", text.toString());
        }

        Entry namespace(String kind, int number) throws IOException {
            return link("ns/" + kind, kind + ":[" + number + "]");
        }

        Entry thread(long id, String name) throws IOException {
            return file("task/" + id + "/comm", name + "\n");
        }

        Entry file(String name, String text) throws IOException {
            Path file = dir.resolve(name);
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
            return this;
        }

        /** Writes performance data under the pid of the process in its own container. */
        Entry perfData(long innerPid, Map<String, String> strings) throws IOException {
            Path file = dir.resolve("root/tmp/hsperfdata_shop/" + innerPid);
            Files.createDirectories(file.getParent());
            Files.write(file, PerfDataFile.of(ByteOrder.LITTLE_ENDIAN, strings).array());
            return this;
        }

        Entry link(String name, String to) throws IOException {
            Files.deleteIfExists(dir.resolve(name));
            Files.createSymbolicLink(dir.resolve(name), Path.of(to));
            return this;
        }

        /**
         * Makes the files of the process invisible, as the kernel does without the right to them.
         */
        Entry hidden() throws IOException {
            Files.delete(dir.resolve("root/tmp"));
            Files.delete(dir.resolve("root"));
            return link("ns/pid", "x").link("ns/mnt", "y");
        }

        void linked(String name) throws IOException {
            Files.createSymbolicLink(proc.resolve(name), dir.getFileName());
        }

        ProcEntry entry() {
            return new ProcEntry(dir);
        }

        LinuxJvmFacts facts() {
            return new LinuxJvmFacts(entry());
        }
    }
}
