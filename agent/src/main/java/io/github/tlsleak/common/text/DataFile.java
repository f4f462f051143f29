package io.github.tlsleak.common.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Reads data files in the package of a class. Stateless, thread-safe. */
public final class DataFile {

    private DataFile() {}

    /**
     * The lines of a resource in the package of {@code owner}, trimmed, without empty lines and
     * {@code #} comments.
     *
     * @return empty if the resource cannot be read: the agent then knows less, but works
     */
    public static List<String> lines(Class<?> owner, String name) {
        List<String> lines = new ArrayList<>();
        try (InputStream in = owner.getResourceAsStream(name)) {
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
