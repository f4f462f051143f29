package io.github.tlsleak.common.text;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Reads small text files of users. Stateless, thread-safe. */
public final class UserFile {

    private static final int MEGABYTES = 8;

    private UserFile() {}

    /**
     * Reads a file in UTF-8. A byte order mark is left out.
     *
     * @throws IOException if the file cannot be read, or is larger than 8 MB
     */
    public static String read(Path file) throws IOException {
        return read(file, MEGABYTES);
    }

    /**
     * As {@link #read(Path)}, with another limit. The limit holds for files without an end as well.
     *
     * @throws IOException if the file cannot be read, or is larger than so many megabytes
     */
    public static String read(Path file, int megabytes) throws IOException {
        if (Files.isDirectory(file)) {
            throw new IOException("it is a directory");
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        byte[] buffer = new byte[8192];
        try (InputStream in = Files.newInputStream(file)) {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                bytes.write(buffer, 0, n);
                if (bytes.size() > megabytes << 20) {
                    throw new IOException("larger than " + megabytes + " MB");
                }
            }
        }
        String text = new String(bytes.toByteArray(), StandardCharsets.UTF_8);
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    /** Why a file could not be read, for a message that names the file. */
    public static String reason(Exception e) {
        if (e instanceof NoSuchFileException) {
            String file = ((NoSuchFileException) e).getFile();
            return file == null ? "no such file" : NearFile.reason(file);
        }
        if (e instanceof AccessDeniedException) {
            return "permission denied";
        }
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }
}
