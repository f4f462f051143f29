package io.github.tlsleak.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/**
 * The configurations that ship lines are YAML, name no part that is not there, read both files of a
 * rotation, and tell them apart. The tools themselves are not run.
 */
class ShippingTest {

    private static final List<String> FILES =
            List.of("/var/log/tls/*.jsonl", "/var/log/tls/*.jsonl.1");

    @Test
    void collector() throws IOException {
        Map<String, Object> root = read("otelcol-filelog.yaml");
        Map<String, Object> logs = map(map(map(root, "service"), "pipelines"), "logs");
        for (String kind : List.of("receivers", "processors", "exporters")) {
            assertThat(map(root, kind)).containsOnlyKeys(texts(logs.get(kind)));
        }
        assertThat(map(root, "extensions"))
                .containsOnlyKeys(texts(map(root, "service").get("extensions")));
        Map<String, Object> filelog = map(map(root, "receivers"), "filelog");
        assertThat(filelog).containsKeys("fingerprint_size", "operators");
        assertThat(filelog.get("include")).isEqualTo(FILES);
        assertThat(map(root, "extensions")).containsKey((String) filelog.get("storage"));
        assertThat(map(map(root, "exporters"), "awss3")).containsEntry("marshaler", "body");
    }

    @Test
    void fluentBit() throws IOException {
        Map<String, Object> pipeline = map(read("fluent-bit.yaml"), "pipeline");
        Map<String, Object> tail = only(pipeline, "inputs");
        assertThat(tail).containsEntry("path", String.join(",", FILES)).containsKey("db");
        for (String kind : List.of("filters", "outputs")) {
            assertThat(only(pipeline, kind)).containsEntry("match", tail.get("tag"));
        }
        assertThat(only(pipeline, "outputs")).containsEntry("log_key", "log");
    }

    @Test
    void vector() throws IOException {
        Map<String, Object> root = read("vector.yaml");
        Map<String, Object> source = map(map(root, "sources"), "reports");
        assertThat(source.get("include")).isEqualTo(FILES);
        assertThat(map(source, "fingerprint")).containsEntry("strategy", "device_and_inode");
        Map<String, Object> lines = map(map(root, "transforms"), "lines");
        assertThat(lines.get("inputs")).isEqualTo(List.of("reports"));
        Map<String, Object> bucket = map(map(root, "sinks"), "bucket");
        assertThat(bucket.get("inputs")).isEqualTo(List.of("lines"));
        assertThat(map(bucket, "encoding")).containsEntry("codec", "text");
    }

    private static Map<String, Object> read(String name) throws IOException {
        return new Yaml().load(Files.readString(SqlFiles.directory().resolve("ship/" + name)));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Map<String, Object> parent, String name) {
        return (Map<String, Object>) parent.get(name);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> only(Map<String, Object> parent, String name) {
        List<Map<String, Object>> elements = (List<Map<String, Object>>) parent.get(name);
        assertThat(elements).hasSize(1);
        return elements.get(0);
    }

    private static String[] texts(Object list) {
        return ((List<?>) list).stream().map(String.class::cast).toArray(String[]::new);
    }
}
