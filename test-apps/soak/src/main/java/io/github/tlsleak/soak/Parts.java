package io.github.tlsleak.soak;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;

/**
 * What a soak works with.
 *
 * @param report the report file
 */
record Parts(
        Target target,
        Disturbances disturbances,
        FoundLeaks found,
        Complaints complaints,
        Path report) {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    /** Asks the agent for its findings so far, after a garbage collection. */
    JsonNode dump() throws IOException, InterruptedException {
        return MAPPER.readTree(target.tlsleak("dump", "--gc", "--format", "json"));
    }

    /**
     * A play that fails would be the agent's work: none does without it. After a step of the clock
     * libraries take their time limits for exceeded.
     *
     * @param answer of the program: {@code PLAYS LIBRARIES EXCEPTION}
     */
    void failures(String answer, boolean clockStepped) {
        String[] words = answer.split(" ", 3);
        if (!words[0].equals("0") || (!words[1].equals("0") && !clockStepped)) {
            complaints.add("plays failed: " + answer);
        } else if (!words[1].equals("0")) {
            System.out.println("after a step of the clock, requests failed: " + answer);
        }
    }

    /** Complains about errors of the agent. */
    void errors(JsonNode counts) {
        if (counts.path("agentErrors").asLong() > 0) {
            complaints.add("errors of the agent: " + counts.path("firstError").asText());
        }
    }
}
