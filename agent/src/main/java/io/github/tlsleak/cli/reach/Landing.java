package io.github.tlsleak.cli.reach;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A directory of a JVM in another container, with a copy of the jar. Closing removes the copy. Used
 * by one thread at a time.
 */
public final class Landing implements AutoCloseable {

    private static final int STICKY = 01000;
    private static final int OTHERS_WRITE = 022;

    private final Reach reach;
    private final Path directory;
    private final JarCopy copy;

    private Landing(Reach reach, Path directory, JarCopy copy) {
        this.reach = reach;
        this.directory = directory;
        this.copy = copy;
    }

    /**
     * Copies the jar to the first directory that takes it.
     *
     * @throws ReachException if none does
     */
    public static Landing of(Reach reach, File jar) throws IOException {
        byte[] content = Files.readAllBytes(jar.toPath());
        List<String> why = new ArrayList<>();
        for (String name : reach.there().directories()) {
            try {
                return reach.user().call(() -> land(reach, name, content));
            } catch (ReachException e) {
                throw e;
            } catch (IOException e) {
                why.add(name + " (" + Reach.said(e) + ')');
            }
        }
        throw new ReachException(
                "the jar cannot be brought to where that JVM sees it: "
                        + String.join(", ", why)
                        + "; mount a writable directory at /tmp (emptyDir, tmpfs), or start it with"
                        + " -javaagent:tlsleak.jar");
    }

    private static Landing land(Reach reach, String name, byte[] content) throws IOException {
        Path directory = reach.root().outer(name);
        int mode = (Integer) Files.getAttribute(directory, "unix:mode");
        if ((mode & OTHERS_WRITE) != 0 && (mode & STICKY) == 0) {
            throw new IOException("other users may replace files in it");
        }
        return new Landing(reach, directory, JarCopy.in(directory, content, reach.user()));
    }

    /** The directory, as this process reaches it. */
    public Path directory() {
        return directory;
    }

    /** The jar, as the JVM sees it. */
    public String jar() {
        return reach.root().inner(copy.path());
    }

    /** Removes the copy. The JVM has it open and needs no name for it. */
    @Override
    public void close() {
        try {
            reach.user().call(() -> removed());
        } catch (IOException e) {
            // the container has ended, or its directory is read-only now
            return;
        }
    }

    private boolean removed() {
        copy.close();
        return true;
    }
}
