package io.github.tlsleak.common.text;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the file that is nearest to the name of a missing one. Stateless, thread-safe. */
public final class NearFile {

    /** Entries of a directory that are looked at. */
    private static final int MAX_ENTRIES = 10_000;

    private NearFile() {}

    /**
     * Why a file is not there, for a message that names the file.
     *
     * @return such as {@code no such file; did you mean leaks.jsonl?}
     */
    public static String reason(String file) {
        try {
            return reason(Paths.get(file));
        } catch (InvalidPathException e) {
            return "no such file";
        }
    }

    /** Why a file is not there, for a message that names the file. */
    public static String reason(Path file) {
        return "no such file" + hint(file);
    }

    /**
     * The end of a message on a missing file or directory.
     *
     * @return {@code "; did you mean X?"} or an empty string
     */
    public static String hint(@Nullable Path missing) {
        if (missing == null) {
            return "";
        }
        try {
            Path wrong = missing.toAbsolutePath().normalize();
            Path above = wrong.getParent();
            while (above != null && !Files.isDirectory(above)) {
                wrong = above;
                above = wrong.getParent();
            }
            return above == null || Files.exists(wrong) ? "" : hint(above, wrong.getFileName());
        } catch (IOException | DirectoryIteratorException | SecurityException e) {
            // no directory to look into, no hint
            return "";
        }
    }

    private static String hint(Path directory, @Nullable Path name) throws IOException {
        List<String> names = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(directory)) {
            for (Path entry : entries) {
                if (names.size() == MAX_ENTRIES) {
                    break;
                }
                names.add(entry.getFileName().toString());
            }
        }
        // directories are listed in no order
        names.sort(null);
        return PlainText.printable(DidYouMean.hint(String.valueOf(name), names));
    }
}
