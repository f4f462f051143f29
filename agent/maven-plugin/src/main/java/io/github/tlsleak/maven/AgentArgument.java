package io.github.tlsleak.maven;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The JVM argument that starts the agent: {@code -javaagent:JAR=OPTIONS}. Used by one thread. */
final class AgentArgument {

    private final String jar;
    private final Map<String, String> options = new LinkedHashMap<>();
    private String more = "";

    AgentArgument(String jar) {
        this.jar = jar;
    }

    /** Sets an option. A value of null or without text sets none. */
    AgentArgument with(String key, @Nullable String value) {
        if (value != null && !value.trim().isEmpty()) {
            options.put(key, value);
        }
        return this;
    }

    /**
     * Adds options as the user wrote them, {@code key=value,key=value}. They stand behind all
     * others: the agent takes the last one of a key, with a warning, so that it is left out above.
     */
    AgentArgument options(@Nullable String text) {
        more = text == null ? "" : text.replaceAll("\\s*[\\r\\n]+\\s*", "").trim();
        for (String part : more.split(",")) {
            options.remove(part.split("=", 2)[0].trim());
        }
        return this;
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("-javaagent:").append(jar);
        char separator = '=';
        for (Map.Entry<String, String> option : options.entrySet()) {
            text.append(separator).append(option.getKey()).append('=');
            text.append(optionValue(option.getValue()));
            separator = ',';
        }
        return more.isEmpty() ? text.toString() : text.append(separator).append(more).toString();
    }

    /** As the agent reads a value: with a comma, in double quotes. */
    private static String optionValue(String value) {
        boolean plain =
                value.indexOf(',') < 0 && value.charAt(0) != '"' && value.equals(value.trim());
        return plain ? value : '"' + value.replace("\"", "\"\"") + '"';
    }

    /**
     * As one word of a line that surefire splits. It knows single and double quotes, and nothing
     * that stands for a quote within quotes; but quoted parts without a blank between them are one
     * word.
     */
    String quoted() {
        String word = toString();
        if (word.indexOf(' ') < 0 && word.indexOf('\'') < 0 && word.indexOf('"') < 0) {
            return word;
        }
        return '"' + word.replace("\"", "\"'\"'\"") + '"';
    }
}
