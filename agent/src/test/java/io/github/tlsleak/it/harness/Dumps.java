package io.github.tlsleak.it.harness;

import com.sun.tools.attach.VirtualMachine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;

/**
 * The command {@code dump --gc}, given from this JVM. Each call writes a summary to the report once
 * the findings of the collection are judged. For JVMs of the same user, many times a second.
 */
public final class Dumps implements AutoCloseable {

    private final VirtualMachine vm;
    private final Path directory;
    private List<String> last = List.of();

    public Dumps(long pid) throws Exception {
        directory = Files.createTempDirectory("tlsleak-it-dump");
        vm = VirtualMachine.attach(String.valueOf(pid));
    }

    /** Gives the command. Returns once the summary is in the report. */
    public Void dump() throws Exception {
        Path request = directory.resolve("request");
        String jar = AgentJvm.JAR.toAbsolutePath().toString();
        Properties properties = new Properties();
        properties.putAll(Map.of("action", "dump", "gc", "true", "open", "true", "jar", jar));
        try (var out = Files.newBufferedWriter(request)) {
            properties.store(out, null);
        }
        vm.loadAgent(jar, "@" + directory);
        Path reply = directory.resolve("reply");
        List<String> lines = Files.readAllLines(reply);
        if (!lines.get(0).equals("0")) {
            throw new AssertionError(lines);
        }
        Files.delete(reply);
        Files.delete(request);
        last = lines;
        return null;
    }

    /** The text of the last dump, for failure messages. */
    List<String> text() {
        return last;
    }

    @Override
    public void close() throws IOException {
        vm.detach();
        for (String file : Set.of("request", "reply")) {
            Files.deleteIfExists(directory.resolve(file));
        }
        Files.delete(directory);
    }
}
