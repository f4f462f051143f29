package io.github.tlsleak.agent.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MainClassTest {

    @TempDir Path directory;

    @ParameterizedTest
    @CsvSource({
        "kafka.Kafka config/server.properties, kafka.Kafka",
        "com.acme.Main, com.acme.Main",
        "shop/com.acme.Main --port 1, com.acme.Main",
        "gone.jar start,",
        "/tmp/Main.java start,",
        "'',",
    })
    void theCommandNamesIt(String command, String expected) {
        assertThat(MainClass.name(command, "lib/a.jar")).isEqualTo(expected);
    }

    @Test
    void theManifestNamesIt() throws IOException {
        Path jar = jar("my broker.jar", "org.apache.activemq.console.Main");
        String agent = jar + File.pathSeparator + "/opt/tlsleak.jar";
        for (String classPath : new String[] {jar.toString(), agent}) {
            assertThat(MainClass.name(jar + " start", classPath))
                    .isEqualTo("org.apache.activemq.console.Main");
            assertThat(MainClass.name(jar.toString(), classPath))
                    .isEqualTo("org.apache.activemq.console.Main");
        }
        assertThat(MainClass.name("com.acme.Main", jar.toString())).isEqualTo("com.acme.Main");
    }

    @Test
    void aJarThatCannotBeReadNamesNone() throws IOException {
        Path none = jar("none.jar", null);
        Path broken = Files.write(directory.resolve("broken.jar"), new byte[] {1, 2, 3});
        assertThat(MainClass.name(none.toString(), none.toString())).isNull();
        assertThat(MainClass.name(broken.toString(), broken.toString())).isNull();
        assertThat(MainClass.name(null, null)).isNull();
    }

    private Path jar(String name, String mainClass) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        if (mainClass != null) {
            manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, mainClass);
        }
        Path jar = directory.resolve(name);
        new JarOutputStream(Files.newOutputStream(jar), manifest).close();
        return jar;
    }
}
