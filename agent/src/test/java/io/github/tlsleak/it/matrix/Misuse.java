package io.github.tlsleak.it.matrix;

import io.github.tlsleak.it.harness.AgentJvm;
import io.github.tlsleak.it.harness.Jdk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A mistake of {@code test-apps/misuse} and its expectations.
 *
 * @param name of its class, such as {@code JedisNotReturned}
 * @param text the header of its source
 * @param words what the mistake is, in one sentence
 */
record Misuse(String name, Scenario text, String words) {

    static final String PACKAGE = "io.github.tlsleak.apps.misuse.";

    private static final Path MODULE = AgentJvm.APPS.resolve("misuse");
    private static final Pattern DESCRIPTION = Pattern.compile("(?s)\n/\\*\\*(.*?)\\*/\npublic");

    /** The mistakes that run on a JDK, sorted by name. */
    static List<Misuse> all(Jdk jdk) throws IOException {
        List<Misuse> all = new ArrayList<>();
        Path sources = MODULE.resolve("src/main/java/" + PACKAGE.replace('.', '/'));
        try (Stream<Path> files = Files.list(sources)) {
            for (Path file : files.sorted().toList()) {
                String source = Files.readString(file);
                Scenario text = Scenario.parse(source);
                String name = file.getFileName().toString().replace(".java", "");
                if (!text.lines().isEmpty() && text.runsOn(jdk.major())) {
                    all.add(new Misuse(name, text, description(source)));
                }
            }
        }
        return all;
    }

    private static String description(String source) {
        Matcher text = DESCRIPTION.matcher(source);
        return text.find() ? text.group(1).replaceAll("[\\s*]+", " ").trim() : "";
    }

    /** The command of the program that makes the mistakes. */
    static AgentJvm jvm(Jdk jdk) throws IOException {
        return new AgentJvm(jdk)
                .with(MODULE.resolve("target/classes"))
                .withJarsOf(MODULE.resolve("target/lib"));
    }

    String className() {
        return PACKAGE + name;
    }

    /** Whether the thread that makes the mistake also makes the session. */
    boolean isOnStack() {
        return text.reportedClass().isEmpty();
    }

    /** The class that the stacks show: the mistake's class, or a class of the library's thread. */
    String reportedClass() {
        return text.reportedClass().orElse(className());
    }

    /** The TLS version of the server: the newest that it knows. */
    String tls() {
        List<String> versions = text.tls();
        return versions.get(versions.size() - 1);
    }

    List<Scenario.Expected> expect(Jdk jdk) {
        return text.expect(jdk.major(), tls());
    }

    List<String> saw(Jdk jdk) {
        return text.saw(jdk.major(), tls());
    }
}
