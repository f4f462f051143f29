package io.github.tlsleak.cli.attach;

import io.github.tlsleak.Request;
import java.io.BufferedWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A directory for one request and its answer. Only the caller, or the JVM's user, can read it.
 * Thread-safe.
 *
 * <p>The JVM's user may write to it, so nothing in it is trusted.
 */
final class RequestDirectory implements AutoCloseable {

    private static final String[] FILES = {Request.REQUEST, Request.REPLY, Request.REPLY_PART};
    private static final long MAX_BYTES = 256L << 20;

    private final Path path;

    private RequestDirectory(Path path) {
        this.path = path;
    }

    /**
     * Creates a directory.
     *
     * @param tmp the directory to create it in
     * @param caller the caller's process id
     */
    static RequestDirectory create(Path tmp, String caller) throws IOException {
        String prefix = StaleRequests.PREFIX + caller + "-";
        return new RequestDirectory(Files.createTempDirectory(tmp, prefix, only("rwx------")));
    }

    /** The absolute path. */
    Path path() {
        return path.toAbsolutePath();
    }

    /** The absolute path of the directory that it is in. */
    Path parent() {
        return Objects.requireNonNull(path().getParent(), "a directory made in another one");
    }

    /** Writes the request. */
    void write(Map<String, String> request) throws IOException {
        Properties properties = new Properties();
        properties.putAll(request);
        StringWriter text = new StringWriter();
        properties.store(text, null);
        Path file = Files.createFile(path.resolve(Request.REQUEST), only("rw-------"));
        try (BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            out.write(text.toString());
        }
    }

    /** Makes another user the owner. Only root can do that. */
    void handOver(long uid) throws IOException {
        for (Path file : new Path[] {path.resolve(Request.REQUEST), path}) {
            Files.setAttribute(file, "unix:uid", (int) uid, LinkOption.NOFOLLOW_LINKS);
        }
    }

    /** Whether there is an answer, valid or not. */
    boolean hasReply() {
        return Files.isRegularFile(path.resolve(Request.REPLY), LinkOption.NOFOLLOW_LINKS);
    }

    /** The answer; null if there is none or it is not valid. */
    @Nullable Reply reply() throws IOException {
        Path file = path.resolve(Request.REPLY);
        if (!hasReply() || Files.size(file) > MAX_BYTES) {
            return null;
        }
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        OpenOption[] options = {StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS};
        try (InputStream in = Files.newInputStream(file, options)) {
            byte[] buffer = new byte[8192];
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                all.write(buffer, 0, n);
            }
        }
        return Reply.parse(new String(all.toByteArray(), StandardCharsets.UTF_8));
    }

    /** Removes the directory. */
    @Override
    public void close() {
        delete(path);
    }

    /** Removes a request directory, unless other files are in it. */
    static void delete(Path directory) {
        try {
            for (String file : FILES) {
                Files.deleteIfExists(directory.resolve(file));
            }
            Files.deleteIfExists(directory);
        } catch (IOException | SecurityException e) {
            // the next command line tries again
            return;
        }
    }

    private static FileAttribute<?>[] only(String permissions) {
        if (!FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
            return new FileAttribute<?>[0];
        }
        Set<PosixFilePermission> set = PosixFilePermissions.fromString(permissions);
        return new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(set)};
    }
}
