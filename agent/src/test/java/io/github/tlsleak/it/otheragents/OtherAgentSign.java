package io.github.tlsleak.it.otheragents;

import io.github.tlsleak.it.harness.Ended;
import io.github.tlsleak.it.harness.Forked;
import io.github.tlsleak.it.harness.Proc;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** The proof that another agent does its work, and is not only loaded. Stateless. */
final class OtherAgentSign {

    private OtherAgentSign() {}

    /** The signs that can be seen at the end of the program's work, while its JVM still runs. */
    static String meanwhile(OtherAgent agent, Forked app) throws Exception {
        return switch (agent.name()) {
            case "jmx_exporter" ->
                    page(agent.port()).contains("java_lang_ClassLoading_LoadedClassCount")
                            ? "its port answers"
                            : "";
            case "glowroot" -> threadsOfGlowroot(app);
            default -> "";
        };
    }

    /**
     * On a JDK that is too new for it, an agent still runs, but logs that it cannot change a class.
     */
    private static String threadsOfGlowroot(Forked app) throws IOException {
        boolean run = new Proc(app.pid()).threads().stream().anyMatch(t -> t.startsWith("Glow"));
        return run && app.out().stream().noneMatch(line -> line.contains(" ERROR "))
                ? "its threads run"
                : "";
    }

    /** The signs that can be seen after the program has ended. Empty if there are none. */
    static String afterwards(OtherAgent agent, Ended ended, Path directory) throws IOException {
        List<String> err = ended.err();
        return switch (agent.name()) {
            case "jacoco" -> in(directory.resolve("jacoco.exec"), "others/Work", "class covered");
            case "blockhound" -> in(err, "event loop: .*BlockingOperationError.*", "call found");
            case "aspectj" -> in(err, "aspect: work begins", "advice ran");
            case "byteman" -> in(err, "byteman: work begins", "rule fired");
            case "datadog" -> in(err, ".*LoggingWriter - write.*\"Work\\.square\".*", "traced");
            case "opentelemetry" -> in(err, ".*LoggingSpanExporter - 'Work\\.square'.*", "traced");
            case "elastic" ->
                    in(directory.resolve("elastic.log"), "endTransaction 'Work#square'", "traced");
            case "newrelic" ->
                    in(directory.resolve("newrelic_agent.log"), "code.function=square", "traced");
            default -> "";
        };
    }

    private static String in(List<String> lines, String pattern, String sign) {
        return lines.stream().anyMatch(Pattern.compile(pattern).asMatchPredicate()) ? sign : "";
    }

    private static String in(Path file, String text, String sign) throws IOException {
        return Files.exists(file)
                        && Files.readString(file, StandardCharsets.ISO_8859_1).contains(text)
                ? sign
                : "";
    }

    private static String page(int port) throws InterruptedException {
        URI uri = URI.create("http://127.0.0.1:" + port + "/metrics");
        try {
            return HttpClient.newHttpClient()
                    .send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString())
                    .body();
        } catch (IOException e) {
            return "";
        }
    }
}
