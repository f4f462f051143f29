package io.github.tlsleak.agent.output;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The permissions of new files, such as 0640. Stateless, thread-safe. */
public final class FileMode {

    /** Only the user of this process reads and writes. */
    public static final int PRIVATE = 0600;

    /** The lowest bit first. */
    private static final PosixFilePermission[] BITS = {
        PosixFilePermission.OTHERS_EXECUTE,
        PosixFilePermission.OTHERS_WRITE,
        PosixFilePermission.OTHERS_READ,
        PosixFilePermission.GROUP_EXECUTE,
        PosixFilePermission.GROUP_WRITE,
        PosixFilePermission.GROUP_READ,
        PosixFilePermission.OWNER_EXECUTE,
        PosixFilePermission.OWNER_WRITE,
        PosixFilePermission.OWNER_READ
    };

    private FileMode() {}

    /** Makes an empty, private file. */
    static void create(Path file) throws IOException {
        FileAttribute<?>[] attributes = {};
        if (hasModes(file)) {
            attributes =
                    new FileAttribute<?>[] {
                        PosixFilePermissions.asFileAttribute(permissions(PRIVATE))
                    };
        }
        Files.createFile(file, attributes);
    }

    /**
     * Sets the permissions of a private file, whatever the umask is.
     *
     * @return why that is not possible, for users; null if it is done
     */
    static @Nullable String set(Path file, int mode) {
        if (mode == PRIVATE) {
            return null;
        }
        String wanted = "report.mode=0" + Integer.toOctalString(mode) + " has no effect: ";
        if (!hasModes(file)) {
            return wanted + "this file system has no such permissions";
        }
        try {
            Files.setPosixFilePermissions(file, permissions(mode));
            return null;
        } catch (IOException | RuntimeException e) {
            return wanted + "the file system refuses it (" + e.getClass().getSimpleName() + ')';
        }
    }

    static Set<PosixFilePermission> permissions(int mode) {
        Set<PosixFilePermission> set = EnumSet.noneOf(PosixFilePermission.class);
        for (int i = 0; i < BITS.length; i++) {
            if ((mode >> i & 1) != 0) {
                set.add(BITS[i]);
            }
        }
        return set;
    }

    private static boolean hasModes(Path file) {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix");
    }
}
