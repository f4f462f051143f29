package io.github.tlsleak.common.options;

import io.github.tlsleak.common.text.DidYouMean;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Parses the value of the option {@code otlp}. Stateless, thread-safe. */
final class CollectorUrl {

    private static final List<String> WORDS =
            Collections.unmodifiableList(Arrays.asList("off", "env"));

    private CollectorUrl() {}

    /**
     * The value as it is used.
     *
     * @return {@code env} or a URL; null for {@code off}
     * @throws IllegalArgumentException with a message for the user
     */
    static @Nullable String parse(String text) {
        if (WORDS.contains(text)) {
            return text.equals("off") ? null : text;
        }
        String wrong = problem(text);
        if (wrong != null) {
            throw new IllegalArgumentException(wrong);
        }
        return text;
    }

    private static @Nullable String problem(String text) {
        URI uri;
        try {
            uri = new URI(text);
        } catch (URISyntaxException e) {
            return "not off, env or a URL such as http://collector:4318"
                    + DidYouMean.hint(text, WORDS);
        }
        boolean http =
                "http".equalsIgnoreCase(uri.getScheme())
                        || "https".equalsIgnoreCase(uri.getScheme());
        if (!http || uri.getHost() == null || uri.getPort() > 0xffff || uri.getPort() == 0) {
            return "not off, env or a URL such as http://collector:4318"
                    + DidYouMean.hint(text, WORDS);
        }
        if (uri.getUserInfo() != null) {
            return "a URL with a password; use env and OTEL_EXPORTER_OTLP_HEADERS";
        }
        return uri.getQuery() == null && uri.getFragment() == null
                ? null
                : "a URL with a query; give the base, such as http://collector:4318";
    }
}
