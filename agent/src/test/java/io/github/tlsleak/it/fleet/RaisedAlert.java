package io.github.tlsleak.it.fleet;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * An alert that Prometheus has raised. Immutable.
 *
 * @param name of its rule
 * @param state {@code firing} or {@code pending}
 * @param job the service
 * @param summary what the platform team reads
 */
record RaisedAlert(String name, String state, String job, String summary) {

    /** Those of an answer of Prometheus. */
    static List<RaisedAlert> ofAnswer(JsonNode answer) {
        List<RaisedAlert> alerts = new ArrayList<>();
        for (JsonNode one : answer.path("data").path("alerts")) {
            JsonNode labels = one.path("labels");
            alerts.add(
                    new RaisedAlert(
                            labels.path("alertname").asText(),
                            one.path("state").asText(),
                            labels.path("job").asText(),
                            one.path("annotations").path("summary").asText()));
        }
        return alerts;
    }

    boolean fires() {
        return state.equals("firing");
    }

    /** Rule, state and service in one line. */
    String line() {
        return String.join(" ", name, state, job);
    }
}
