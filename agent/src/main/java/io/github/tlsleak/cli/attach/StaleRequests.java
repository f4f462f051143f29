package io.github.tlsleak.cli.attach;

import io.github.tlsleak.cli.jvm.Processes;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Removes private directories of command lines that were killed. Stateless, thread-safe. */
final class StaleRequests {

    /** Start of a private directory's name. The caller's pid and a random number follow. */
    static final String PREFIX = "tlsleak-";

    /** The same in another container, where process ids say nothing. A random number follows. */
    static final String ELSEWHERE = "tlsleak-reach-";

    private static final long OLD_MILLIS = 3_600_000;

    private static final Pattern NAME = Pattern.compile(PREFIX + "(\\d{1,18})-\\d+");

    private StaleRequests() {}

    /**
     * Removes the directories that belong to the owner of {@code own}. A directory that cannot be
     * removed stays.
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
                    PrivateDirectory.delete(directory);
                }
            }
        } catch (IOException | RuntimeException e) {
            // a failure here must not stop the command
            return;
        }
    }

    /** As {@link #sweep}, in another container: removes what is older than an hour. */
    static void sweepElsewhere(Path own) {
        try (DirectoryStream<Path> directories =
                Files.newDirectoryStream(own.getParent(), ELSEWHERE + "*")) {
            long now = Files.getLastModifiedTime(own).toMillis();
            Object user = Files.getAttribute(own, "unix:uid");
            for (Path directory : directories) {
                if (Files.isDirectory(directory, LinkOption.NOFOLLOW_LINKS)
                        && user.equals(Files.getAttribute(directory, "unix:uid"))
                        && now - Files.getLastModifiedTime(directory).toMillis() > OLD_MILLIS) {
                    PrivateDirectory.delete(directory);
                }
            }
        } catch (IOException | RuntimeException e) {
            // a failure here must not stop the command
            return;
        }
    }
}
