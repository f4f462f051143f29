package io.github.tlsleak.it.harness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A program in namespaces of its own, as a container has them. Its {@code /tmp} is its own. That
 * needs Linux, root and {@code unshare}; else the test is skipped.
 */
public final class Boxed implements AutoCloseable {

    /** Makes the box, and then becomes the program. */
    private static final String SCRIPT =
            """
            set -e
            for up in 'ip link set lo up' 'ifconfig lo up' 'true'; do $up 2>&- && break; done
            mount -t tmpfs tmpfs /tmp
            %s
            exec "$@"
            """;

    private final Path files;
    private final TlsServiceJvm service;
    private final long pid;

    private Boxed(Path files, TlsServiceJvm service, long pid) {
        this.files = files;
        this.service = service;
        this.pid = pid;
    }

    /** How a box is made. */
    public static final class Maker {
        private final Jdk jdk;
        private final List<String> outside = new ArrayList<>();
        private final List<String> namespaces =
                new ArrayList<>(List.of("--mount", "--pid", "--fork", "--mount-proc"));
        private final List<String> inside = new ArrayList<>();
        private final List<String> flags = new ArrayList<>();
        private String script = "";
        private String java;

        private Maker(Jdk jdk) {
            this.jdk = jdk;
            this.java = jdk.java();
        }

        /** Words before {@code unshare}. */
        public Maker outside(List<String> words) {
            outside.addAll(words);
            return this;
        }

        /** Options of {@code unshare}. */
        public Maker namespaces(String... more) {
            namespaces.addAll(List.of(more));
            return this;
        }

        /** Lines of a script that runs inside, before the program. */
        public Maker script(String lines) {
            script = lines;
            return this;
        }

        /** Words before {@code java}. */
        public Maker inside(List<String> words) {
            inside.addAll(words);
            return this;
        }

        public Maker jvm(String... more) {
            flags.addAll(List.of(more));
            return this;
        }

        /** Another program than that of the JDK. */
        public Maker java(Path other) {
            java = other.toString();
            return this;
        }

        public Boxed start() throws Exception {
            Path files = files();
            List<String> command = new ArrayList<>(outside);
            command.add("unshare");
            command.addAll(namespaces);
            command.addAll(List.of("--kill-child", "sh", "-c", SCRIPT.formatted(script), "sh"));
            command.addAll(inside);
            command.addAll(List.of(java, "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
            command.addAll(flags);
            command.addAll(List.of("-cp", files.resolve("classes").toString()));
            command.addAll(List.of(TlsServiceJvm.PROGRAM, "0", "1", "2"));
            Forked forked = Forked.start(new ProcessBuilder(command));
            TlsServiceJvm service = TlsServiceJvm.of(forked);
            return new Boxed(files, service, pidOfJvm(forked.pid()));
        }
    }

    /** A box with mounts and process ids of its own. */
    public static Maker on(Jdk jdk) throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/unshare")), "no unshare: no namespaces");
        assumeTrue(System.getProperty("user.name").equals("root"), "not root: no namespaces");
        List<String> all = List.of("unshare", "--mount", "--pid", "--fork", "--mount-proc", "true");
        Process trial = new ProcessBuilder(all).start();
        boolean fine = trial.waitFor(10, TimeUnit.SECONDS) && trial.exitValue() == 0;
        assumeTrue(fine, "unshare is refused: no namespaces");
        OtherUser.assumeReadable(jdk.home());
        return new Maker(jdk);
    }

    /** The program where a private /tmp does not hide it. */
    private static Path files() throws IOException {
        Path files = Files.createTempDirectory(Path.of("/var/tmp"), "tlsleak-it-");
        Files.setPosixFilePermissions(files, PosixFilePermissions.fromString("rwxr-xr-x"));
        Path from = AgentJvm.SCENARIO_CLASSES;
        try (Stream<Path> all = Files.walk(from)) {
            for (Path file : all.toList()) {
                Files.copy(
                        file, files.resolve("classes").resolve(from.relativize(file).toString()));
            }
        }
        return files;
    }

    /** The JVM among the descendants of a process. */
    private static long pidOfJvm(long launcher) throws IOException {
        ProcessHandle process = ProcessHandle.of(launcher).orElseThrow();
        for (ProcessHandle one :
                Stream.concat(Stream.of(process), process.descendants()).toList()) {
            if (Files.readSymbolicLink(Path.of("/proc/" + one.pid() + "/exe")).endsWith("java")) {
                return one.pid();
            }
        }
        throw new AssertionError("no JVM under " + launcher);
    }

    /** The process id of the JVM outside. */
    public long pid() {
        return pid;
    }

    public TlsServiceJvm service() {
        return service;
    }

    /** A file of the JVM, as this process reaches it. */
    public Path file(String name) {
        return Path.of("/proc/" + pid + "/root" + name);
    }

    /** A directory outside that no box hides. */
    public Path directory() {
        return files;
    }

    /** Checks that a directory of the JVM has no files of tlsleak, and no marks of an attach. */
    public void isClean(String directory) throws IOException {
        try (Stream<Path> all = Files.list(file(directory))) {
            assertThat(all.map(file -> file.getFileName().toString()))
                    .noneMatch(name -> name.matches("tlsleak-(?!it-).*|\\.attach.*"));
        }
    }

    @Override
    public void close() throws IOException {
        service.close();
        delete(files);
    }

    /** Deletes a directory and all that is in it. */
    public static void delete(Path directory) throws IOException {
        try (Stream<Path> all = Files.walk(directory)) {
            for (Path file : all.sorted((a, b) -> b.compareTo(a)).toList()) {
                Files.delete(file);
            }
        }
    }
}
