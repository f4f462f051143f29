package io.github.tlsleak.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.tlsleak.agent.output.metrics.Metric;
import io.github.tlsleak.common.options.Options;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.Yaml;

/** The files of the page on fleets name what there is. */
class FleetDocsTest {

    private static final Path FILES = Page.root().resolve("agent/docs/fleet");
    private static final Pattern NAME = Pattern.compile("tlsleak_\\w+");
    private static final Pattern AGENT = Pattern.compile("-javaagent:(\\S+?\\.jar)(?:=(\\S+))?");

    private static String prometheus(Metric metric) {
        return metric.id.replace('.', '_') + (metric.counter ? "_total" : "");
    }

    private static Set<String> names() {
        Set<String> names = new TreeSet<>(Set.of("tlsleak_findings_total"));
        for (Metric metric : Metric.values()) {
            names.add(prometheus(metric));
        }
        return names;
    }

    private static Iterable<Object> documents(String name) throws IOException {
        try (InputStream in = Files.newInputStream(FILES.resolve(name))) {
            List<Object> all = new ArrayList<>();
            new Yaml().loadAll(in).forEach(all::add);
            assertThat(all).as(name).isNotEmpty();
            return all;
        }
    }

    /** A value by its path; list elements by number. */
    private static Object at(Object document, String path) {
        Object value = document;
        for (String key : path.split("/")) {
            value =
                    value instanceof List<?> list
                            ? list.get(Integer.parseInt(key))
                            : value == null ? null : ((Map<?, ?>) value).get(key);
        }
        return value;
    }

    @Test
    void theTableOfMetrics() {
        List<String> rows = new ArrayList<>();
        for (List<String> row : Page.of("agent/docs/fleet.md").table("OpenTelemetry")) {
            rows.add(String.join(" | ", row));
        }
        List<String> expected = new ArrayList<>();
        expected.add(
                String.join(
                        " | ",
                        Metric.FINDINGS,
                        "tlsleak_findings_total",
                        "Count of each type=Findings",
                        Metric.FINDINGS_TEXT));
        for (Metric metric : Metric.values()) {
            expected.add(
                    String.join(
                            " | ", metric.id, prometheus(metric), metric.attribute, metric.text));
        }
        assertThat(rows).isEqualTo(expected);
    }

    @Test
    void theRulesOfTheExporterHaveEachMetric() throws IOException {
        Object document = documents("jmx_exporter.yaml").iterator().next();
        Map<String, String> rules = new TreeMap<>();
        for (Object rule : (List<?>) at(document, "rules")) {
            String pattern = (String) at(rule, "pattern");
            rules.put(
                    (String) at(rule, "name"),
                    pattern.replaceAll(".*><>(\\w+): .*", "$1")
                            + " "
                            + at(rule, "type")
                            + " "
                            + at(rule, "help"));
        }
        Map<String, String> expected = new TreeMap<>();
        expected.put("tlsleak_findings_total", "Count COUNTER " + Metric.FINDINGS_TEXT);
        for (Metric metric : Metric.values()) {
            String type = metric.counter ? " COUNTER " : " GAUGE ";
            expected.put(prometheus(metric), metric.attribute + type + metric.text);
        }
        assertThat(rules).isEqualTo(expected);
    }

    @Test
    void theRulesOfOpenTelemetryHaveEachMetric() throws IOException {
        Object document = documents("otel-jmx.yaml").iterator().next();
        Map<String, String> rules = new TreeMap<>();
        for (Object bean : (List<?>) at(document, "rules")) {
            Object prefix = at(bean, "prefix");
            ((Map<?, ?>) at(bean, "mapping"))
                    .forEach(
                            (attribute, rule) ->
                                    rules.put(
                                            (prefix == null ? "" : prefix)
                                                    + ""
                                                    + at(rule, "metric"),
                                            String.join(
                                                    " ",
                                                    attribute.toString(),
                                                    at(rule, "type").toString(),
                                                    at(rule, "unit").toString(),
                                                    at(rule, "desc").toString())));
        }
        Map<String, String> expected = new TreeMap<>();
        String findings = "Count counter " + Metric.FINDINGS_UNIT + " " + Metric.FINDINGS_TEXT;
        expected.put(Metric.FINDINGS, findings);
        for (Metric metric : Metric.values()) {
            String type = metric.counter ? " counter " : " updowncounter ";
            expected.put(metric.id, metric.attribute + type + metric.unit + " " + metric.text);
        }
        assertThat(rules).isEqualTo(expected);
    }

    /** A metric of another name would be a panel without data, and an alert that never fires. */
    @ParameterizedTest
    @ValueSource(strings = {"alerts.yaml", "dashboard.json", "../fleet.md"})
    void noOtherMetricIsAskedFor(String file) throws IOException {
        Set<String> asked = new HashSet<>();
        NAME.matcher(Files.readString(FILES.resolve(file)))
                .results()
                .map(MatchResult::group)
                .forEach(asked::add);
        assertThat(asked).isNotEmpty().isSubsetOf(names());
    }

    @Test
    void theAlertsSayWhatToDo() throws IOException {
        Object rules = at(documents("alerts.yaml").iterator().next(), "groups/0/rules");
        assertThat((List<?>) rules)
                .extracting(rule -> at(rule, "alert"))
                .containsExactly(
                        "TlsLeakNewSite",
                        "TlsLeakRate",
                        "TlsLeakStuckHandshakes",
                        "TlsLeakDescriptorsAtRisk",
                        "TlsLeakAgentErrors");
        assertThat((List<?>) rules)
                .allMatch(rule -> at(rule, "annotations/summary") != null)
                .allMatch(rule -> at(rule, "annotations/description") != null);
    }

    @Test
    void theDashboardShowsEachMetric() throws IOException {
        JsonNode board = new ObjectMapper().readTree(FILES.resolve("dashboard.json").toFile());
        Set<String> shown = new TreeSet<>();
        Set<Integer> ids = new HashSet<>();
        for (JsonNode panel : board.path("panels")) {
            assertThat(ids.add(panel.path("id").asInt())).as(panel.toString()).isTrue();
            panel.path("targets")
                    .forEach(
                            target ->
                                    NAME.matcher(target.path("expr").asText())
                                            .results()
                                            .forEach(name -> shown.add(name.group())));
        }
        assertThat(shown).isEqualTo(names());
    }

    /** What a client without a cluster can tell: structure, paths, and the agent's options. */
    @ParameterizedTest
    @ValueSource(strings = {"init-container.yaml", "otel-operator.yaml"})
    void aDeploymentThatStarts(String file) throws IOException {
        Object deployment = null;
        for (Object one : documents("kubernetes/" + file)) {
            assertThat(at(one, "apiVersion")).isNotNull();
            assertThat(at(one, "metadata/name")).isNotNull();
            deployment = "Deployment".equals(at(one, "kind")) ? one : deployment;
        }
        Object pod = at(deployment, "spec/template/spec");
        assertThat(at(deployment, "spec/selector/matchLabels"))
                .isEqualTo(at(deployment, "spec/template/metadata/labels"));
        assertThat(at(pod, "securityContext/runAsNonRoot")).isEqualTo(true);
        Set<Object> volumes = new HashSet<>();
        ((List<?>) at(pod, "volumes")).forEach(volume -> volumes.add(at(volume, "name")));
        List<String> mounts = new ArrayList<>();
        for (String container : List.of("initContainers/0", "containers/0")) {
            for (Object mount : (List<?>) at(pod, container + "/volumeMounts")) {
                assertThat(volumes).contains(at(mount, "name"));
                mounts.add(container + at(mount, "mountPath"));
            }
        }
        assertThat(mounts).contains("initContainers/0/tlsleak", "containers/0/tlsleak");
        assertThat(Files.readString(FILES.resolve("kubernetes/Dockerfile")))
                .contains("\"/opt/tlsleak/tlsleak.jar\"", "\"/tlsleak/\"]");
        checkAgent(at(pod, "containers/0/env"), mounts);
    }

    private static void checkAgent(Object env, List<String> mounts) {
        String flags = "";
        for (Object variable : (List<?>) env) {
            boolean wanted = "JAVA_TOOL_OPTIONS".equals(at(variable, "name"));
            flags = wanted ? (String) at(variable, "value") : flags;
        }
        var match = AGENT.matcher(flags);
        assertThat(match.matches()).as(flags).isTrue();
        assertThat(match.group(1)).isEqualTo("/tlsleak/tlsleak.jar");
        List<String> warnings = new ArrayList<>();
        Options options = Options.load(match.group(2), new Properties(), Map.of(), warnings);
        assertThat(warnings).isEmpty();
        if (options.report != null) {
            assertThat(mounts)
                    .contains("containers/0" + Path.of(options.report).getParent().toString());
        }
    }

    @Test
    void theFilesForDebugging() throws IOException {
        Object profile = documents("kubernetes/debug-profile.yaml").iterator().next();
        assertThat(at(profile, "securityContext/runAsNonRoot")).isEqualTo(true);
        String script = Files.readString(FILES.resolve("kubernetes/debug.sh"));
        assertThat(script).contains("/debug-profile.yaml", "java -jar /opt/tlsleak/tlsleak.jar");
        assertThat(Files.isExecutable(FILES.resolve("kubernetes/debug.sh"))).isTrue();
        String image = Files.readString(FILES.resolve("kubernetes/Dockerfile"));
        assertThat(image).contains("/opt/tlsleak/tlsleak.jar", "AS init", "AS debug");
        assertThat(image.lines().filter(line -> line.startsWith("USER "))).hasSize(2);
        for (String copied : List.of("jmx_exporter.yaml", "otel-jmx.yaml")) {
            assertThat(image).contains("docs/fleet/" + copied);
            assertThat(FILES.resolve(copied)).exists();
        }
    }
}
