package io.github.tlsleak.common.labels;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LabelFinderTest {

    @TempDir Path dir;

    private final List<String> warnings = new ArrayList<>();
    private final Map<String, String> env = new HashMap<>();
    private final Map<String, String> properties = new HashMap<>();

    private Map<String, String> find(String option) {
        return LabelFinder.find(option, env, properties, dir.resolve("namespace"), warnings)
                .asMap();
    }

    private void inKubernetes() {
        env.put("KUBERNETES_SERVICE_HOST", "10.0.0.1");
        env.put("HOSTNAME", "shop-7d9-x2");
    }

    @Test
    void nothingIsTakenFromAnOrdinaryEnvironment() {
        env.put("HOSTNAME", "laptop");
        env.put("NODE_NAME", "jenkins");
        env.put("CONTAINER_NAME", "x");
        env.put("SECRET", "s3cret");
        assertThat(find("")).isEmpty();
        assertThat(warnings).isEmpty();
    }

    @Test
    void theFirstSourceCounts() throws IOException {
        inKubernetes();
        env.put("OTEL_SERVICE_NAME", "of-service-name");
        env.put(
                "OTEL_RESOURCE_ATTRIBUTES",
                "service.name=of-attributes,k8s.pod.name=of-attributes,service.version=1%2C2");
        env.put("POD_NAME", "of-downward-api");
        env.put("POD_NAMESPACE", "of-downward-api");
        env.put("MY_NODE_NAME", "node-1");
        Files.writeString(dir.resolve("namespace"), "of-file\n");
        assertThat(find("service.name:of-option"))
                .isEqualTo(
                        Map.of(
                                "service", "of-option",
                                "pod", "of-attributes",
                                "version", "1,2",
                                "namespace", "of-downward-api",
                                "node", "node-1"));
        assertThat(find("")).containsEntry("service", "of-service-name");
        env.remove("OTEL_RESOURCE_ATTRIBUTES");
        env.remove("POD_NAMESPACE");
        assertThat(find(""))
                .containsEntry("pod", "of-downward-api")
                .containsEntry("namespace", "of-file");
        env.remove("POD_NAME");
        assertThat(find("")).containsEntry("pod", "shop-7d9-x2");
        assertThat(warnings).isEmpty();
    }

    /** As in OpenTelemetry: a property takes the place of the whole variable of its name. */
    @Test
    void aPropertyOfOpenTelemetryCountsMoreThanItsVariable() {
        env.put("OTEL_SERVICE_NAME", "of-variable");
        env.put("OTEL_RESOURCE_ATTRIBUTES", "service.version=1,team=a");
        properties.put("otel.service.name", " ");
        properties.put("otel.resource.attributes", "");
        assertThat(find(""))
                .isEqualTo(Map.of("service", "of-variable", "version", "1", "team", "a"));
        properties.put(
                "otel.resource.attributes", "service.name=of-attributes,service.version=2%2C0");
        assertThat(find("")).isEqualTo(Map.of("service", "of-variable", "version", "2,0"));
        properties.put("otel.service.name", "of-property");
        assertThat(find("version:3")).isEqualTo(Map.of("service", "of-property", "version", "3"));
        properties.put("otel.resource.attributes", "nonsense");
        assertThat(find("")).isEqualTo(Map.of("service", "of-property"));
        assertThat(warnings)
                .containsExactly(
                        "labels: otel.resource.attributes is not key=value,key=value with"
                                + " percent-encoded values; ignored");
    }

    @Test
    void anEmptyValueOrOffLeavesOut() {
        inKubernetes();
        assertThat(find("service:shop,pod:")).isEqualTo(Map.of("service", "shop"));
        assertThat(find("off")).isEmpty();
    }

    @Test
    void valuesReferToVariables() {
        env.put("POD_NAME", "a-1");
        env.put("ZONE", "x");
        assertThat(find("pod:${POD_NAME},place:${ZONE}/${ZONE}!,price:$5,text:$${ZONE}"))
                .isEqualTo(Map.of("pod", "a-1", "place", "x/x!", "price", "$5", "text", "${ZONE}"));
        assertThat(warnings).isEmpty();
    }

    /** What a variable holds is not looked at again. */
    @Test
    void valuesOfVariablesAreTakenAsTheyAre() {
        env.put("A", "${SECRET}, \"b\":c");
        env.put("SECRET", "s3cret");
        assertThat(find("a:${A}")).isEqualTo(Map.of("a", "${SECRET}, \"b\":c"));
    }

    @Test
    void variablesThatAreNotSetAreOneWarning() {
        env.put("POD_NAME", "of-environment");
        env.put("EMPTY", "");
        assertThat(find("pod:${POD},a:x${A},b:${EMPTY},c:${C},d:${D},service:shop"))
                .isEqualTo(Map.of("service", "shop", "pod", "of-environment"));
        assertThat(warnings)
                .containsExactly(
                        "labels: environment variables POD, A, EMPTY and 2 more not set; left out");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "a=1,b", "=1", "a=1,b=%4", "a=%zz", "a=%ff"})
    void anErrorDiscardsOpenTelemetrysAttributes(String text) {
        env.put("OTEL_RESOURCE_ATTRIBUTES", text);
        env.put("OTEL_SERVICE_NAME", "shop");
        assertThat(find("")).isEqualTo(Map.of("service", "shop"));
        assertThat(warnings).hasSize(1).first().asString().contains("OTEL_RESOURCE_ATTRIBUTES");
    }

    @Test
    void openTelemetrysAttributesAreDecoded() {
        env.put("OTEL_RESOURCE_ATTRIBUTES", " team = a%20b+c ,x=%c3%a4=1,,empty=,%61=b");
        assertThat(find("")).isEqualTo(Map.of("team", "a b+c", "x", "ä=1", "a", "b"));
        assertThat(warnings).isEmpty();
    }

    @Test
    void aFileThatIsNoNamespaceIsLeftOut() throws IOException {
        Path file = Files.writeString(dir.resolve("namespace"), "x".repeat(300));
        assertThat(find("")).isEmpty();
        Files.delete(file);
        Files.createDirectory(file);
        assertThat(find("")).isEmpty();
        assertThat(warnings).isEmpty();
    }
}
