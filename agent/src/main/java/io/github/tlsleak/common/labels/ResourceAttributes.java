package io.github.tlsleak.common.labels;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Parses {@code OTEL_RESOURCE_ATTRIBUTES} as OpenTelemetry specifies it: {@code
 * key=value,key=value} with percent-encoded values; one error discards the whole text. Stateless,
 * thread-safe.
 */
final class ResourceAttributes {

    private ResourceAttributes() {}

    /** Keys and values in order; null if the text has an error. */
    static @Nullable Map<String, String> parse(String text) {
        Map<String, String> attributes = new LinkedHashMap<>();
        int start = 0;
        while (start <= text.length()) {
            int comma = text.indexOf(',', start);
            int end = comma < 0 ? text.length() : comma;
            String pair = text.substring(start, end).trim();
            start = end + 1;
            if (pair.isEmpty()) {
                continue;
            }
            int equals = pair.indexOf('=');
            String key = equals <= 0 ? null : decode(pair.substring(0, equals).trim());
            String value = equals <= 0 ? null : decode(pair.substring(equals + 1).trim());
            if (key == null || value == null) {
                return null;
            }
            attributes.put(key, value);
        }
        return attributes;
    }

    /**
     * Replaces percent signs and two hex digits by bytes of UTF-8; null if that is not possible.
     */
    private static @Nullable String decode(String text) {
        if (text.indexOf('%') < 0) {
            return text;
        }
        byte[] given = text.getBytes(StandardCharsets.UTF_8);
        ByteBuffer bytes = ByteBuffer.allocate(given.length);
        for (int i = 0; i < given.length; i++) {
            if (given[i] != '%') {
                bytes.put(given[i]);
                continue;
            }
            int high = i + 2 < given.length ? Character.digit(given[i + 1], 16) : -1;
            int low = i + 2 < given.length ? Character.digit(given[i + 2], 16) : -1;
            if (high < 0 || low < 0) {
                return null;
            }
            bytes.put((byte) (high << 4 | low));
            i += 2;
        }
        bytes.flip();
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
        } catch (CharacterCodingException e) {
            return null;
        }
    }
}
