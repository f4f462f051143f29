package io.github.tlsleak.cli.jvm;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One process under {@code /proc}. Used by one thread.
 *
 * <p>The process may end at any time, and much of another user's process is hidden. A value that
 * cannot be read is null or empty.
 */
final class ProcEntry {

    private final Path dir;
    private @Nullable Map<String, String> status;

    ProcEntry(Path dir) {
        this.dir = dir;
    }

    /** The process id, or -1 if this entry is no process. */
    long pid() {
        try {
            return Long.parseLong(dir.getFileName().toString());
        } catch (NumberFormatException e) {
            return -1;
        }
    }

    /** The process id as the process itself sees it. */
    long innerPid() {
        String[] pids = words("NSpid");
        return pids.length == 0 ? pid() : number("NSpid", pids.length - 1);
    }

    /** Whether the process exists. */
    boolean isThere() {
        return Files.exists(dir.resolve("status"));
    }

    /** A field of the file {@code status}, such as {@code Uid}; null if there is none. */
    @Nullable String status(String field) {
        if (status == null) {
            status = new HashMap<>();
            for (String line : text("status").split("\n", -1)) {
                int colon = line.indexOf(':');
                if (colon > 0) {
                    status.put(line.substring(0, colon), line.substring(colon + 1).trim());
                }
            }
        }
        return status.get(field);
    }

    /** The number at index {@code n} of a field, counted from 0; -1 if not known. */
    long number(String field, int n) {
        String[] words = words(field);
        try {
            return n < words.length ? Long.parseLong(words[n]) : -1;
        } catch (NumberFormatException e) {
            return -1;
        }
    }

    /** The words of a field. */
    String[] words(String field) {
        String value = status(field);
        return value == null || value.isEmpty() ? new String[0] : value.split("\\s+");
    }

    /** The letter of the state, such as {@code S}; a blank if not known. */
    char state() {
        String state = status("State");
        return state == null || state.isEmpty() ? ' ' : state.charAt(0);
    }

    /** Whether the process handles a signal itself; true if not known. */
    boolean catches(int signal) {
        return mask("SigCgt", signal - 1);
    }

    private boolean mask(String field, int bit) {
        try {
            String mask = status(field);
            return mask == null || (Long.parseUnsignedLong(mask, 16) >> bit & 1) != 0;
        } catch (NumberFormatException e) {
            return true;
        }
    }

    /** The words of the command line; empty if not known. */
    List<String> arguments() {
        return strings("cmdline");
    }

    /** The environment at the start, each {@code NAME=value}; empty if not known. */
    List<String> environment() {
        return strings("environ");
    }

    /** The program file. */
    @Nullable String executable() {
        return ProcFiles.link(dir.resolve("exe"));
    }

    /** The name of a namespace of a kind, such as {@code mnt}; null if not known. */
    @Nullable String namespace(String kind) {
        return ProcFiles.link(dir.resolve("ns").resolve(kind));
    }

    /** The root directory of the process, as this process reaches it. */
    Path root() {
        return dir.resolve("root");
    }

    /** Whether the kernel lets this process look at the files of the process. */
    boolean showsFiles() {
        return Files.isDirectory(root());
    }

    /** The name of the root directory, {@code /} unless changed; null if not known. */
    @Nullable String rootName() {
        return ProcFiles.link(root());
    }

    /** The working directory, as the process sees it; null if not known. */
    @Nullable String workingDirectory() {
        String name = ProcFiles.link(dir.resolve("cwd"));
        String root = rootName();
        boolean inside = name != null && root != null && name.startsWith(root + "/");
        return inside && name != null && root != null ? name.substring(root.length()) : name;
    }

    /** The control groups, and where the mounts are from: both have the names of containers. */
    String groups() {
        return text("cgroup");
    }

    /** The mounts that the process sees. */
    String mounts() {
        return text("mountinfo");
    }

    /** Whether {@code /proc} was mounted so that it hides processes of other users. */
    boolean hidesOthers() {
        return text("mounts").matches("(?s).*(^|\n)proc /proc proc \\S*hidepid=(2|4|inv|ptr).*");
    }

    /** Whether a directory, named as the process sees it, is in memory. */
    boolean isInMemory(String directory) {
        String longest = "";
        boolean memory = false;
        for (String line : text("mounts").split("\n", -1)) {
            String[] words = line.split(" ");
            boolean above =
                    words.length > 2
                            && (directory + "/").startsWith(words[1].replaceFirst("/*$", "/"));
            if (above && words[1].length() >= longest.length()) {
                longest = words[1];
                memory = words[2].equals("tmpfs") || words[2].equals("ramfs");
            }
        }
        return memory;
    }

    /** Whether the process has a capability of the kernel; true if not known. */
    boolean hasCapability(int number) {
        return mask("CapEff", number);
    }

    /** The first mapped file whose path ends with {@code end}. */
    @Nullable String mapped(String end) {
        for (String line : text("maps").split("\n", -1)) {
            int path = line.indexOf('/');
            String file = path < 0 ? "" : ProcFiles.withoutMark(line.substring(path));
            if (file.endsWith(end)) {
                return file;
            }
        }
        return null;
    }

    /** The names of the threads, at most 15 characters each. */
    List<String> threadNames() {
        List<String> names = new ArrayList<>();
        for (Path task : ProcFiles.list(dir.resolve("task"))) {
            names.add(
                    new String(ProcFiles.bytes(task.resolve("comm")), StandardCharsets.UTF_8)
                            .trim());
        }
        return names;
    }

    private List<String> strings(String file) {
        String text = text(file);
        return text.isEmpty() ? Collections.emptyList() : Arrays.asList(text.split("\0"));
    }

    private String text(String file) {
        return new String(ProcFiles.bytes(dir.resolve(file)), StandardCharsets.UTF_8);
    }
}
