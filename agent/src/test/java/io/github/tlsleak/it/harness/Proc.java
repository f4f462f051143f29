package io.github.tlsleak.it.harness;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A process as Linux shows it in {@code /proc}.
 *
 * @param pid of the process
 */
public record Proc(long pid) {

    /** Names of its threads, cut to 15 characters. */
    public List<String> threads() throws IOException {
        List<String> names = new ArrayList<>();
        try (DirectoryStream<Path> tasks = Files.newDirectoryStream(directory("task"))) {
            for (Path task : tasks) {
                try {
                    names.add(Files.readString(task.resolve("comm")).trim());
                } catch (NoSuchFileException e) {
                    // the thread has ended meanwhile
                }
            }
        }
        return names;
    }

    /** The targets of its descriptors. */
    public List<String> files() throws IOException {
        List<String> files = new ArrayList<>();
        try (DirectoryStream<Path> links = Files.newDirectoryStream(directory("fd"))) {
            for (Path link : links) {
                try {
                    files.add(Files.readSymbolicLink(link).toString());
                } catch (NoSuchFileException e) {
                    // the descriptor was closed meanwhile
                }
            }
        }
        return files;
    }

    /** Whether it has a thread of the agent. */
    public boolean hasAgentThread() throws IOException {
        return threads().stream().anyMatch(name -> name.startsWith("tlsleak"));
    }

    /** Whether it has a file open or mapped. */
    public boolean uses(Path file) throws IOException {
        String name = file.toRealPath().toString();
        return files().contains(name) || Files.readString(directory("maps")).contains(name);
    }

    private Path directory(String name) {
        return Path.of("/proc", String.valueOf(pid), name);
    }
}
