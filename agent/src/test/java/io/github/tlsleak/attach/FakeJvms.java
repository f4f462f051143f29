package io.github.tlsleak.attach;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** JVMs that a test makes up, and a caller that reaches them. */
public final class FakeJvms extends Jvms {

    private final List<Jvm> jvms = new ArrayList<>();

    /** Adds one without tlsleak. */
    public FakeJvms add(long pid, String main) {
        jvms.add(new Jvm(pid, main, "17.0.9", Sign.NONE, null, -1));
        return this;
    }

    /** Adds one with tlsleak in it. */
    public FakeJvms addWatched(long pid, String main) {
        jvms.add(new Jvm(pid, main, "1.8.0_402", Sign.ofThread("tlsleak-0.1.0"), null, -1));
        return this;
    }

    /** Adds one of another user. */
    public FakeJvms addForeign(long pid, String main) {
        WhyNot whyNot = new WhyNot("user shop", "run as that user");
        jvms.add(new Jvm(pid, main, null, Sign.NONE, whyNot, -1));
        return this;
    }

    /** A caller whose requests all get this answer: code, line feed, text. */
    public static Caller answering(Path tmp, String answer) throws IOException {
        Path jar = Files.createFile(tmp.resolve("tlsleak.jar"));
        AgentLoad load =
                (pid, file, arguments) -> {
                    Path directory = Path.of(arguments.substring(1));
                    String request = Files.readString(directory.resolve("request"));
                    Files.writeString(tmp.resolve("request-seen"), request);
                    Files.write(
                            directory.resolve("reply"), answer.getBytes(StandardCharsets.UTF_8));
                };
        return new Caller(jar.toFile(), tmp, Path.of("/base"), load);
    }

    @Override
    public List<Jvm> all() {
        return jvms;
    }

    @Override
    public Jvm find(long pid) {
        return jvms.stream().filter(jvm -> jvm.pid() == pid).findFirst().orElse(null);
    }

    @Override
    public String process(long pid) {
        return pid == 22 ? "sshd" : null;
    }
}
