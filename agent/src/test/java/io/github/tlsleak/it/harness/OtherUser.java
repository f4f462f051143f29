package io.github.tlsleak.it.harness;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.List;

/** Runs commands as another user. That needs root; without root the test is skipped. */
public final class OtherUser {

    public static final int ONE = 65534;
    public static final int OTHER = 1234;

    private OtherUser() {}

    /** Words that stand before the command. */
    public static List<String> as(int uid) {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/setpriv")), "no setpriv: one user only");
        assumeTrue(System.getProperty("user.name").equals("root"), "not root: one user only");
        return List.of("setpriv", "--reuid=" + uid, "--regid=" + uid, "--clear-groups");
    }

    /** Skips the test if other users cannot read the files it needs. */
    public static void assumeReadable(Path... needed) throws IOException {
        for (Path path : needed) {
            for (Path p = path.toRealPath(); p.getParent() != null; p = p.getParent()) {
                boolean open =
                        Files.getPosixFilePermissions(p).contains(PosixFilePermission.OTHERS_READ);
                assumeTrue(open, p + " is not for others: one user only");
            }
        }
    }

    /** A directory that every user may write to, as /tmp is. */
    public static Path openDirectory() throws IOException {
        Path directory = Files.createTempDirectory("tlsleak-it-");
        Files.setPosixFilePermissions(directory, EnumSet.allOf(PosixFilePermission.class));
        return directory;
    }
}
