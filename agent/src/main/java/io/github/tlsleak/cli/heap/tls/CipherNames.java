package io.github.tlsleak.cli.heap.tls;

import io.github.tlsleak.common.text.DataFile;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The names of cipher suites of which a provider keeps the number only. Thread-safe. */
final class CipherNames {

    private static final int HEXADECIMAL = 16;
    private static final Map<String, String> NAMES = load();

    private CipherNames() {}

    private static Map<String, String> load() {
        Map<String, String> names = new HashMap<>();
        for (String line : DataFile.lines(CipherNames.class, "cipher-suites.txt")) {
            List<String> columns = DataFile.fields(line, " ");
            int number = Integer.parseInt(columns.get(0), HEXADECIMAL);
            names.put(String.valueOf(number), columns.get(1));
        }
        return names;
    }

    /**
     * The name of a cipher suite.
     *
     * @param text a name, or a number in decimal
     * @return the name; of other numbers IANA's notation such as 0x1301
     */
    static @Nullable String of(@Nullable String text) {
        if (text == null || text.isEmpty() || !Character.isDigit(text.charAt(0))) {
            return text;
        }
        String name = NAMES.get(text);
        return name != null ? name : String.format("0x%04X", Integer.parseInt(text));
    }
}
