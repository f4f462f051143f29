package io.github.tlsleak.verdict;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Reads the data files that lie beside the classes of this package. Stateless, thread-safe. */
final class DataFile {

    private DataFile() {}

    /**
     * The lines of a resource, trimmed, without empty ones and {@code #} comments.
     *
     * @return empty if the resource cannot be read: the agent then knows less, but works
     */
    static List<String> lines(String name) {
        List<String> lines = new ArrayList<>();
        try (InputStream in = DataFile.class.getResourceAsStream(name)) {
            if (in != null) {
                read(in, lines);
            }
        } catch (IOException e) {
            return lines;
        }
        return lines;
    }

    private static void read(InputStream in, List<String> lines) throws IOException {
        BufferedReader reader =
                new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
            String text = line.trim();
            if (!text.isEmpty() && text.charAt(0) != '#') {
                lines.add(text);
            }
        }
    }
}
