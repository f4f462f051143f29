package io.github.tlsleak.test;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One finding of the agent in this JVM. Immutable. */
public final class TlsFinding {

    private final Map<String, String> values;

    private TlsFinding(Map<String, String> values) {
        this.values = values;
    }

    /** Name of the verdict, such as {@code LOST}. */
    public String verdict() {
        return value("verdict");
    }

    /** {@code leak}, {@code defect} or {@code notice}; of an open session {@code counted}. */
    public String severity() {
        return value("severity");
    }

    /** {@code SSLSocket}, {@code SSLEngine}, {@code SSLServerSocket} or {@code SSLContext}. */
    public String resource() {
        return value("resource");
    }

    /** Fingerprint of the site, 16 hex digits. */
    public String site() {
        return value("site");
    }

    /**
     * The frame to blame, such as {@code com.acme.OrderClient.call(OrderClient.java:42)}; null if
     * no stack is known.
     */
    public @Nullable String frame() {
        return values.get("frame");
    }

    /** {@code application}, {@code library} or {@code jdk}: whose code that frame is. */
    public String owner() {
        return value("owner");
    }

    /** Host and port of the peer; null if it is not known, or if there are several. */
    public @Nullable String peer() {
        return values.get("peer");
    }

    /** Name of the thread that opened the session; null if it is not known. */
    public @Nullable String thread() {
        return values.get("thread");
    }

    /** Id of the test that opened the session, see {@link TestScopes}; null if it is not known. */
    public @Nullable String scope() {
        return values.get("scope");
    }

    /** Id of the known behaviour of JDK or library that excuses it; null if none does. */
    public @Nullable String known() {
        return values.get("known");
    }

    /** Whether no baseline accepts the site: true of every finding where there is no baseline. */
    public boolean isNew() {
        return Boolean.parseBoolean(values.get("new"));
    }

    /** Running number, ascending from 1; 0 of an open session. */
    public long number() {
        return Long.parseLong(value("number"));
    }

    /** All that is known, in several lines, as the agent's log says it. */
    public String text() {
        return value("text");
    }

    /** The text. */
    @Override
    public String toString() {
        return text();
    }

    private String value(String key) {
        String value = values.get(key);
        return value == null ? "" : value;
    }

    /** Reads a reply: a finding a line, {@code key=value} with tabs between them. */
    static List<TlsFinding> list(String reply) {
        List<TlsFinding> findings = new ArrayList<>();
        for (String line : reply.split("\n")) {
            if (!line.isEmpty()) {
                findings.add(of(line));
            }
        }
        return Collections.unmodifiableList(findings);
    }

    private static TlsFinding of(String line) {
        Map<String, String> values = new HashMap<>();
        for (String field : line.split("\t")) {
            int end = field.indexOf('=');
            if (end > 0) {
                values.put(field.substring(0, end), plain(field.substring(end + 1)));
            }
        }
        return new TlsFinding(values);
    }

    private static String plain(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\' && i + 1 < text.length()) {
                i++;
                c = text.charAt(i) == 'n' ? '\n' : text.charAt(i) == 't' ? '\t' : text.charAt(i);
            }
            plain.append(c);
        }
        return plain.toString();
    }
}
