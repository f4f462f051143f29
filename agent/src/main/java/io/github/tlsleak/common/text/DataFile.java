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

    /**
     * The fields of a line, trimmed.
     *
     * @param separator between the fields, not a pattern
     */
    public static List<String> fields(String line, String separator) {
        List<String> fields = new ArrayList<>();
        int start = 0;
        for (int at = line.indexOf(separator); at >= 0; at = line.indexOf(separator, start)) {
            fields.add(line.substring(start, at).trim());
            start = at + separator.length();
        }
        fields.add(line.substring(start).trim());
        return fields;
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
