package io.github.tlsleak.soak;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A small disk of memory for the report, which can be filled. That needs Linux and the right to
 * mount; without it the report lies in an ordinary directory, and nothing is filled. Used by one
 * thread.
 */
final class Disk {

    private static final int MEGABYTES = 48;
    private static final int BLOCK = 4_096;

    private final Path dir;
    private final String problem;

    /** Takes the place of a disk that an earlier run may have left there. It goes with this JVM. */
    Disk(Path dir) throws IOException, InterruptedException {
        this.dir = Files.createDirectories(dir);
        unmount();
        problem = mount();
        if (works()) {
            Runtime.getRuntime().addShutdownHook(new Thread(this::unmount));
        }
    }

    /** Returns why that cannot be done; empty if it was done. */
    private String mount() throws IOException, InterruptedException {
        List<String> words = new ArrayList<>(List.of("mount", "-t", "tmpfs"));
        words.addAll(List.of("-o", "size=" + MEGABYTES + "m", "tlsleak-soak", dir.toString()));
        try {
            Command mount = Command.run(words);
            return mount.code() == 0 ? "" : mount.output().replace('\n', ' ').trim();
        } catch (IOException e) {
            return "no command mount";
        }
    }

    private void unmount() {
        try {
            Command.run(List.of("umount", "-l", dir.toString()));
        } catch (IOException e) {
            // no such command: nothing was mounted
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    boolean works() {
        return problem.isEmpty();
    }

    /** Why it does not work. */
    String problem() {
        return problem;
    }

    Path dir() {
        return dir;
    }

    /** Takes all that is free. */
    void fill() throws IOException {
        byte[] block = new byte[BLOCK];
        try (OutputStream out = Files.newOutputStream(dir.resolve("filler"))) {
            while (true) {
                out.write(block);
            }
        } catch (IOException e) {
            if (!String.valueOf(e.getMessage()).contains("No space")) {
                throw e;
            }
        }
    }

    void free() throws IOException {
        Files.deleteIfExists(dir.resolve("filler"));
    }
}
