package io.github.tlsleak.it.faults;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The beginning of a command that has mounts of its own, which end with it. That needs Linux, root
 * and {@code unshare}; else the test is skipped.
 */
final class MountBox {

    private MountBox() {}

    /**
     * Words to put before a command.
     *
     * @param before lines of a script that runs before the command
     * @param after lines that run after it; its exit code is kept
     */
    static List<String> words(String before, String after) throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/unshare")), "no unshare: no mounts");
        assumeTrue(System.getProperty("user.name").equals("root"), "not root: no mounts");
        Process trial =
                new ProcessBuilder("unshare", "--mount", "sh", "-c", "mount -t tmpfs none /mnt")
                        .start();
        boolean fine = trial.waitFor(10, TimeUnit.SECONDS) && trial.exitValue() == 0;
        assumeTrue(fine, "unshare or mount is refused: no mounts");
        String script =
                "set -e\n" + before + "\nset +e\n\"$@\"\ncode=$?\n" + after + "\nexit $code";
        return List.of("unshare", "--mount", "--kill-child", "sh", "-c", script, "sh");
    }

    /** A line that makes a directory a disk of so many kilobytes. */
    static String disk(Path directory, int kilobytes) {
        return "mount -t tmpfs -o mode=700,size=" + kilobytes + "k tmpfs '" + directory + "'";
    }

    /** A line that copies what is on a disk to where others can see it. */
    static String keep(Path directory, Path to) {
        return "cp -a '" + directory + "/.' '" + to + "'";
    }
}
