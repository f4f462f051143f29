package io.github.tlsleak.it.harness;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;

/**
 * The output of a program that has ended.
 *
 * @param exitCode of the process
 * @param pid of the process
 * @param out lines on stdout
 * @param err lines on stderr
 * @param report the report, empty if there is none
 */
public record Ended(int exitCode, long pid, List<String> out, List<String> err, Report report) {

    /** What is on stdout, as one JSON value. */
    public JsonNode json() throws JsonProcessingException {
        return new ObjectMapper().readTree(String.join("\n", out));
    }

    /** The agent's lines on stderr: those with its name, and the indented lines below them. */
    public List<String> log() {
        List<String> log = new ArrayList<>();
        boolean ours = false;
        for (String line : err) {
            ours = line.startsWith("[tlsleak] ") || (ours && line.startsWith("  "));
            if (ours) {
                log.add(line);
            }
        }
        return log;
    }

    /** The lines on stderr that are not the agent's. */
    public List<String> otherErr() {
        List<String> other = new ArrayList<>(err);
        log().forEach(other::remove);
        return other;
    }

    /** The agent's warnings without its findings. */
    public List<String> warnings() {
        return log().stream()
                .filter(line -> line.matches("\\[tlsleak\\] (WARN|ERROR) .*"))
                .filter(line -> !line.matches("\\[tlsleak\\] WARN (leak|defect) #.*"))
                .filter(line -> !line.matches("\\[tlsleak\\] WARN [A-Z_]+(:| now ).*"))
                .toList();
    }

    /** All lines that were printed, for failure messages. */
    public String everything() {
        return "\n--- exit code "
                + exitCode
                + "\n--- stdout\n"
                + String.join("\n", out)
                + "\n--- stderr\n"
                + String.join("\n", err)
                + "\n---";
    }
}
