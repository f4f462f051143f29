package io.github.tlsleak.it.otheragents;

import io.github.tlsleak.it.harness.AgentJvm;
import io.github.tlsleak.it.harness.Jdk;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;

/**
 * Another agent, as {@code test-apps/agents} has fetched it, with its settings for one JVM. It
 * watches {@code apps.others.Work} if it can be configured to, and sends nothing over the network.
 *
 * @param name the beginning of its file's name
 * @param jar its file
 * @param argument the text after the file's name in {@code -javaagent}
 * @param flags of the JVM
 * @param port where it listens, or 0
 */
public record OtherAgent(String name, Path jar, String argument, List<String> flags, int port) {

    public static final Path FILES =
            AgentJvm.APPS.resolve("agents/target/classes").toAbsolutePath();
    static final String WORK = "io.github.tlsleak.apps.others.Work";

    private static final Path JARS = AgentJvm.APPS.resolve("agents/target/agents").toAbsolutePath();
    private static final int FIRST_THAT_ASKS_FOR_LEAVE = 13;

    /** The agents that start quickly are first. */
    static final List<String> NAMES =
            List.of(
                    "jacoco",
                    "blockhound",
                    "jmx_exporter",
                    "aspectj",
                    "byteman",
                    "datadog",
                    "glowroot",
                    "opentelemetry",
                    "elastic",
                    "newrelic");

    /**
     * Makes the jar of an agent that {@code test-apps/agents} holds as one class, with its inner.
     */
    public static Path jarOf(String type, Path directory) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().putValue("Premain-Class", type);
        Path file = FILES.resolve(type.replace('.', '/') + ".class");
        String stem = file.getFileName().toString().replace(".class", "");
        Path jar = directory.resolve(stem + ".jar");
        try (OutputStream out = Files.newOutputStream(jar);
                JarOutputStream zip = new JarOutputStream(out, manifest);
                DirectoryStream<Path> classes =
                        Files.newDirectoryStream(file.getParent(), stem + "{,$*}.class")) {
            for (Path one : classes) {
                zip.putNextEntry(new JarEntry(FILES.relativize(one).toString()));
                Files.copy(one, zip);
                zip.closeEntry();
            }
        }
        return jar;
    }

    /** The agent, configured for one JVM that runs in this directory of its own. */
    static OtherAgent of(String name, Jdk jdk, Path directory) {
        List<String> flags = new ArrayList<>(OtherAgentFlags.of(name, directory));
        String argument = "";
        int port = 0;
        switch (name) {
            case "jacoco" -> argument = "destfile=" + directory.resolve("jacoco.exec");
            case "byteman" -> argument = "script:" + FILES.resolve("byteman.btm");
            case "jmx_exporter" -> {
                port = freePort();
                argument = "127.0.0.1:" + port + ":" + FILES.resolve("jmx_exporter.yaml");
            }
            case "blockhound" -> {
                if (jdk.major() >= FIRST_THAT_ASKS_FOR_LEAVE) {
                    flags.add("-XX:+AllowRedefinitionToAddDeleteMethods");
                }
            }
            default -> {}
        }
        return new OtherAgent(name, jar(name), argument, flags, port);
    }

    /** The agent's version, from the file's name. */
    String version() {
        return jar.getFileName().toString().replaceAll("^" + name + "-|(\\.RELEASE)?\\.jar$", "");
    }

    String onTheCommandLine() {
        return "-javaagent:" + jar + (argument.isEmpty() ? "" : "=" + argument);
    }

    /** Whether the agent can be loaded into a running JVM. */
    boolean canBeAttached() throws IOException {
        try (JarFile file = new JarFile(jar.toFile())) {
            return file.getManifest().getMainAttributes().getValue("Agent-Class") != null;
        }
    }

    /** Whether the agent takes a second or two of CPU time at start. */
    static boolean isLight(String name) {
        return NAMES.indexOf(name) < NAMES.indexOf("datadog");
    }

    /** The file of an agent, by the beginning of its name. */
    public static Path jar(String name) {
        try (Stream<Path> jars = Files.list(JARS)) {
            return jars.filter(jar -> jar.getFileName().toString().startsWith(name + "-"))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("no " + name + " in " + JARS));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A port that nobody listens on at this moment. */
    public static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
