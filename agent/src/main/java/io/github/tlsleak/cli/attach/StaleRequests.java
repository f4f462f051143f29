package io.github.tlsleak.cli.attach;

import io.github.tlsleak.cli.jvm.Processes;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Request directories of command lines that were killed. Stateless, thread-safe. */
final class StaleRequests {

    /** How request directories are called: then follow the caller's pid and a random number. */
    static final String PREFIX = "tlsleak-";

    private static final Pattern NAME = Pattern.compile(PREFIX + "(\\d{1,18})-\\d+");

    private StaleRequests() {}

    /**
     * Removes those of the user who owns {@code own}; what cannot be removed stays.
     *
     * @param own the caller's own directory, which stays
     */
    static void sweep(Path own) {
        try (DirectoryStream<Path> directories =
                Files.newDirectoryStream(own.getParent(), PREFIX + "*")) {
            Object user = Files.getOwner(own);
            for (Path directory : directories) {
                Matcher name = NAME.matcher(directory.getFileName().toString());
                if (name.matches()
                        && Files.isDirectory(directory, LinkOption.NOFOLLOW_LINKS)
                        && Files.getOwner(directory, LinkOption.NOFOLLOW_LINKS).equals(user)
                        && !Processes.isAlive(Long.parseLong(name.group(1)))) {
                    RequestDirectory.delete(directory);
                }
            }
        } catch (IOException | RuntimeException e) {
            // tidying up must not keep a command from being done
            return;
        }
    }
}
