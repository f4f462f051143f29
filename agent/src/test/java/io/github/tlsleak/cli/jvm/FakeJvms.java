package io.github.tlsleak.cli.jvm;

import io.github.tlsleak.cli.attach.AgentClient;
import io.github.tlsleak.cli.attach.AgentLoad;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Fake JVMs of a test, and a client that reaches them. */
public final class FakeJvms extends LocalJvms {

    private final List<LocalJvm> jvms = new ArrayList<>();

    /** Adds a JVM without tlsleak. */
    public FakeJvms add(long pid, String main) {
        jvms.add(new LocalJvm(pid, main, "17.0.9", AgentPresence.NONE, null, -1));
        return this;
    }

    /** Adds a JVM with tlsleak. */
    public FakeJvms addWatched(long pid, String main) {
        jvms.add(
                new LocalJvm(
                        pid, main, "1.8.0_402", AgentPresence.ofThread("tlsleak-0.1.0"), null, -1));
        return this;
    }

    /** Adds a JVM of another user. */
    public FakeJvms addForeign(long pid, String main) {
        Obstacle obstacle = new Obstacle("user shop", "run as that user");
        jvms.add(new LocalJvm(pid, main, null, AgentPresence.NONE, obstacle, -1));
        return this;
    }

    /** A client that gets the same answer to each request: code, line feed, text. */
    public static AgentClient answering(Path tmp, String answer) throws IOException {
        Path jar = Files.createFile(tmp.resolve("tlsleak.jar"));
        AgentLoad load =
                (pid, file, arguments) -> {
                    Path directory = Path.of(arguments.substring(1));
                    String request = Files.readString(directory.resolve("request"));
                    Files.writeString(tmp.resolve("request-seen"), request);
                    Files.write(
                            directory.resolve("reply"), answer.getBytes(StandardCharsets.UTF_8));
                };
        return new AgentClient(jar.toFile(), tmp, Path.of("/base"), load);
    }

    @Override
    public List<LocalJvm> all() {
        return jvms;
    }

    @Override
    public LocalJvm find(long pid) {
        return jvms.stream().filter(jvm -> jvm.pid() == pid).findFirst().orElse(null);
    }

    @Override
    public HeapUse heapUse(long pid) {
        return HeapUse.counted(100_000_000);
    }

    @Override
    public String process(long pid) {
        return pid == 22 ? "sshd" : null;
    }
}
