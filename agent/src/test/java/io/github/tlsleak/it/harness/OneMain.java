package io.github.tlsleak.it.harness;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import javax.tools.ToolProvider;

/**
 * A main class whose name no other program on this machine has.
 *
 * @param name of the class, in no package
 * @param directory where its class file is
 */
public record OneMain(String name, Path directory) {

    /** Compiles a main class that runs another program. */
    public static OneMain of(String program, Path directory) throws IOException {
        String name = "Main" + UUID.randomUUID().toString().replace("-", "");
        Path source = directory.resolve(name + ".java");
        String body = "public static void main(String[] a) throws Exception { %s.main(a); }";
        Files.writeString(source, "public class " + name + " {" + body.formatted(program) + "}");
        String[] arguments = {
            "--release",
            "8",
            "-Xlint:-options",
            "-cp",
            apps(),
            "-d",
            directory.toString(),
            source.toString()
        };
        int code = ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments);
        assertThat(code).isZero();
        return new OneMain(name, directory);
    }

    public Forked start(Jdk jdk, String... args) throws IOException {
        ProcessBuilder builder = new AgentJvm(jdk).withoutAgent().command(name, args);
        List<String> command = builder.command();
        int at = command.indexOf("-cp") + 1;
        command.set(at, command.get(at) + File.pathSeparator + directory);
        return Forked.start(builder);
    }

    private static String apps() {
        return AgentJvm.SCENARIO_CLASSES.toString();
    }
}
