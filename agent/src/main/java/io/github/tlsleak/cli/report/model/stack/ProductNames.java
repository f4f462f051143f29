package io.github.tlsleak.cli.report.model.stack;

import io.github.tlsleak.common.frames.Attribution;
import io.github.tlsleak.common.text.DataFile;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Says whose code a frame is, in the words of people: {@code Spring}, {@code the JDK}. The names
 * are in {@code product-names.txt}. Immutable, thread-safe.
 */
public final class ProductNames {

    private static final Attribution ATTRIBUTION = new Attribution(Collections.<String>emptyList());
    private static final Map<String, String> NAMES = new HashMap<>();

    static {
        for (String line : DataFile.lines(ProductNames.class, "product-names.txt")) {
            int blank = line.indexOf(' ');
            NAMES.put(line.substring(0, blank), line.substring(blank + 1).trim());
        }
    }

    private ProductNames() {}

    /** The product that a frame belongs to; null if it is the application's. */
    public static @Nullable String of(String frame) {
        String name = byPackage(frame);
        if (name != null) {
            return name;
        }
        String library = Attribution.library(frame);
        if (library != null) {
            return library;
        }
        return ATTRIBUTION.isApplication(frame) ? null : "the JDK";
    }

    private static @Nullable String byPackage(String frame) {
        int paren = frame.indexOf('(');
        int end = paren < 0 ? frame.length() : paren;
        for (int dot = end; dot > 0; dot = frame.lastIndexOf('.', dot - 1)) {
            String name = NAMES.get(frame.substring(0, dot));
            if (name != null) {
                return name;
            }
        }
        return null;
    }
}
