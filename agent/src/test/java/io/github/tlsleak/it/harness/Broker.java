package io.github.tlsleak.it.harness;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.tlsleak.it.peer.Peer;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import javax.tools.ToolProvider;

/**
 * A program in a package of a known library, which forgets a session. It is compiled by the test.
 *
 * @param name of the main class
 * @param directory where its class files are
 */
public record Broker(String name, Path directory) {

    private static final String CLASSES = AgentJvm.SCENARIO_CLASSES.toAbsolutePath().toString();

    private static final String SOURCE =
            """
            package %s;
            public class %s {
                public static void main(String[] args) throws Exception {
                    var stage = io.github.tlsleak.apps.support.Stage.of(args);
                    stage.awaitCollected(session(stage));
                    stage.done();
                }
                private static java.lang.ref.WeakReference<?> session(
                        io.github.tlsleak.apps.support.Stage stage) throws Exception {
                    var socket = stage.factory().createSocket(stage.host(), stage.port());
                    return new java.lang.ref.WeakReference<>(stage.ping(socket));
                }
            }
            """;

    private static final String CALLER =
            "class Caller { public static void main(String[] a) throws Exception { %s.main(a); } }";

    /** Compiles the program, and a class in no package that calls it. */
    public static Broker of(String name, Path directory) throws IOException {
        int dot = name.lastIndexOf('.');
        Path main = directory.resolve(name.substring(dot + 1) + ".java");
        Files.writeString(main, SOURCE.formatted(name.substring(0, dot), name.substring(dot + 1)));
        Path caller = directory.resolve("Caller.java");
        Files.writeString(caller, CALLER.formatted(name));
        String[] arguments = {
            "-cp", CLASSES, "-d", directory.toString(), main.toString(), caller.toString()
        };
        int code = ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments);
        assertThat(code).isZero();
        return new Broker(name, directory);
    }

    /** The end of a command that starts the program by {@code -jar}. */
    public List<String> jar() throws IOException {
        Manifest manifest = new Manifest();
        Attributes attributes = manifest.getMainAttributes();
        attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        attributes.put(Attributes.Name.MAIN_CLASS, name);
        attributes.put(
                Attributes.Name.CLASS_PATH, directory.toUri() + " " + Path.of(CLASSES).toUri());
        Path jar = directory.resolve("my broker.jar");
        try (OutputStream out = Files.newOutputStream(jar)) {
            new JarOutputStream(out, manifest).close();
        }
        return List.of("-jar", jar.toString());
    }

    /** The end of a command that starts the class that calls the program. */
    public List<String> caller() {
        return List.of("-cp", directory + File.pathSeparator + CLASSES, "Caller");
    }

    /** Runs a command to its end. Returns the line of the site that was reported. */
    public JsonNode site(List<String> end) throws IOException, InterruptedException {
        Path report = directory.resolve("report-" + end.size() + ".jsonl");
        AgentJvm jvm = new AgentJvm(Jdk.own()).agentArgs("report=" + report);
        try (Peer peer = Peer.server("await", "1.3")) {
            ProcessBuilder builder =
                    jvm.command("", "127.0.0.1", String.valueOf(peer.port()), "1.3");
            List<String> command = builder.command();
            int at = command.indexOf("-cp");
            command.subList(at, at + 3).clear();
            command.addAll(at, end);
            try (Forked app = Forked.start(builder)) {
                Report.await(report, 1, AppRun.LONG);
                app.release();
                app.exitCode(AppRun.LONG);
                List<JsonNode> sites = Report.read(report).of("site");
                assertThat(sites).as(app.everything()).hasSize(1);
                return sites.get(0);
            }
        }
    }
}
