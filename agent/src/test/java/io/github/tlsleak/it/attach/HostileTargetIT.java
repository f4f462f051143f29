package io.github.tlsleak.it.attach;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.tlsleak.it.harness.AppRun;
import io.github.tlsleak.it.harness.Cli;
import io.github.tlsleak.it.harness.Ended;
import io.github.tlsleak.it.harness.Forked;
import io.github.tlsleak.it.harness.Jdk;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A target that answers in the agent's place and attacks the terminal of the user who asks. */
class HostileTargetIT {

    /**
     * A reset, a link, C1 controls, direction overrides, a line separator, carriage return,
     * backspace.
     */
    private static final String EVIL =
            "\\u001bc\\u001b]8;;http://x\\u0007y\\u001b]8;;\\u0007\\u009b2J\\u202e\\u2066\\u2028\\r\\b";

    /** A false entry class of the agent: it stands on the class path before the real one. */
    private static final String AGENT =
            """
            package io.github.tlsleak;

            import java.nio.charset.StandardCharsets;
            import java.nio.file.*;
            import java.util.Properties;

            public class TlsLeak {
                static final String EVIL = "%s";

                public static void agentmain(String args, java.lang.instrument.Instrumentation i)
                        throws Exception {
                    Path dir = Paths.get(args.substring(1));
                    Properties request = new Properties();
                    request.load(Files.newBufferedReader(dir.resolve("request")));
                    String text = EVIL + "\\n" + EVIL + request.get("action") + "\\n";
                    if ("json".equals(request.get("format"))) {
                        String inside = EVIL.replaceAll("[\\\\x00-\\\\x1f]", "");
                        text = "{\\t\\"x\\":\\"" + inside + "end\\"\\r\\n}\\n";
                    }
                    String code = "set".equals(request.get("action")) ? "2" : "0";
                    Path part = dir.resolve("reply.part");
                    Files.write(part, (code + "\\n" + text).getBytes(StandardCharsets.UTF_8));
                    Files.move(part, dir.resolve("reply"), StandardCopyOption.ATOMIC_MOVE);
                }
            }
            """;

    private static final String PROGRAM =
            """
            public class Program {
                public static void main(String[] args) throws Exception {
                    Thread mark = new Thread(() -> {
                        while (true) {
                            java.util.concurrent.locks.LockSupport.park();
                        }
                    }, "tlsleak-9.9");
                    mark.setDaemon(true);
                    mark.start();
                    System.out.println("ready");
                    System.in.read();
                }
            }
            """;

    private static final List<List<String>> COMMANDS =
            List.of(
                    List.of("attach"),
                    List.of("status"),
                    List.of("dump", "--open"),
                    List.of("dump", "--format", "json"),
                    List.of("set", "sample=2"),
                    List.of("detach"));

    @TempDir Path directory;

    static List<Jdk> jdks() {
        return Jdk.all();
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void nothingReachesTheTerminalUnfiltered(Jdk jdk) throws Exception {
        compile("TlsLeak.java", AGENT.formatted(EVIL));
        compile("Program.java", PROGRAM);
        ProcessBuilder program = new ProcessBuilder(jdk.java(), "-jar", jar().toString());
        try (Forked target = Forked.start(program)) {
            target.awaitOut("ready"::equals, AppRun.LONG);
            for (List<String> words : COMMANDS) {
                List<Object> command = new ArrayList<>(words);
                command.add(1, target.pid());
                Ended ended = cli(jdk).run(command.toArray());
                tamed(ended);
                answered(words, ended);
            }
            Ended list = cli(jdk).run("list");
            tamed(list);
            assertThat(list.out())
                    .anyMatch(
                            line ->
                                    line.contains(target.pid() + " ")
                                            && line.contains("evil?c.jar"));
            tamed(cli(jdk).run("status", "NoSuchProgram"));
            target.release();
            target.endsWell(AppRun.LONG);
        }
    }

    private static Cli cli(Jdk jdk) {
        return Cli.on(jdk)
                .jvm("-Dfile.encoding=UTF-8", "-Dstdout.encoding=UTF-8", "-Dstderr.encoding=UTF-8");
    }

    private static void answered(List<String> words, Ended ended) throws Exception {
        String action = words.get(0);
        if (words.contains("json")) {
            JsonNode json = ended.json();
            assertThat(json.get("x").asText())
                    .contains("\u009b2J\u202e\u2066\u2028")
                    .endsWith("end");
            return;
        }
        boolean wrong = action.equals("set");
        assertThat(ended.exitCode()).as(ended.everything()).isEqualTo(wrong ? 2 : 0);
        String tamed = "?c?]8;;http://x?y?]8;;??2J?????";
        assertThat(wrong ? ended.err() : ended.out())
                .as(action)
                .containsExactly((wrong ? "tlsleak: " : "") + tamed, tamed + action);
    }

    private static void tamed(Ended ended) {
        assertThat(Stream.concat(ended.out().stream(), ended.err().stream()).toList())
                .isNotEmpty()
                .allSatisfy(line -> assertThat(obeyed(line)).as(line).isEmpty());
    }

    private static String obeyed(String line) {
        return line.codePoints()
                .filter(
                        c ->
                                switch (Character.getType(c)) {
                                    case Character.CONTROL,
                                            Character.FORMAT,
                                            Character.LINE_SEPARATOR,
                                            Character.PARAGRAPH_SEPARATOR ->
                                            true;
                                    default -> false;
                                })
                .mapToObj(Integer::toHexString)
                .collect(Collectors.joining(" "));
    }

    /** A program whose name a terminal would obey, as it appears in the list. */
    private Path jar() throws Exception {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, "Program");
        Path jar = directory.resolve("evil\u001bc.jar");
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), manifest);
                Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".class")).toList()) {
                out.putNextEntry(new ZipEntry(directory.relativize(file).toString()));
                Files.copy(file, out);
            }
        }
        return jar;
    }

    private void compile(String name, String text) throws Exception {
        Path source = Files.writeString(directory.resolve(name), text);
        String[] arguments = {
            "--release", "8", "-Xlint:-options", "-d", directory.toString(), source.toString()
        };
        int code = ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments);
        assertThat(code).isZero();
    }
}
