package io.github.tlsleak.cli.attach;

import io.github.tlsleak.Request;
import java.io.BufferedWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * A directory for one request and its answer. Only the caller, or the JVM's user, can read it.
 * Thread-safe.
 *
 * <p>The JVM's user may write to it, so nothing in it is trusted.
 */
final class RequestDirectory implements AutoCloseable {

    private static final long MAX_BYTES = 256L << 20;

    private final PrivateDirectory directory;

    RequestDirectory(PrivateDirectory directory) {
        this.directory = directory;
    }

    /**
     * Creates a directory.
     *
     * @param tmp the directory to create it in
     * @param caller the caller's process id
     */
    static RequestDirectory create(Path tmp, String caller) throws IOException {
        return new RequestDirectory(PrivateDirectory.create(tmp, caller));
    }

    /** The absolute path. */
    Path path() {
        return directory.path();
    }

    /** The absolute path of the directory that it is in. */
    Path parent() {
        return directory.parent();
    }

    /** Writes the request, and returns its file. */
    Path write(Map<String, String> request) throws IOException {
        Properties properties = new Properties();
        properties.putAll(request);
        StringWriter text = new StringWriter();
        properties.store(text, null);
        Path file =
                Files.createFile(
                        path().resolve(Request.REQUEST), PrivateDirectory.only("rw-------"));
        try (BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            out.write(text.toString());
        }
        return file;
    }

    /** Makes another user the owner. Only root can do that. */
    void handOver(long uid) throws IOException {
        PrivateDirectory.handOver(path().resolve(Request.REQUEST), uid);
        directory.handOver(uid);
    }

    /** Whether there is an answer, valid or not. */
    boolean hasReply() {
        return Files.isRegularFile(path().resolve(Request.REPLY), LinkOption.NOFOLLOW_LINKS);
    }

    /** The answer; null if there is none or it is not valid. */
    @Nullable Reply reply() throws IOException {
        Path file = path().resolve(Request.REPLY);
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
        directory.close();
    }
}
