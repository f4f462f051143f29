package io.github.tlsleak.recipes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A small project with one test, which leaks or does not: a directory of its own below {@code
 * target}.
 *
 * @param directory of the project; its name has a blank
 */
record Sample(Path directory) {

    private static final String POM =
            """
            <project xmlns="http://maven.apache.org/POM/4.0.0">
              <modelVersion>4.0.0</modelVersion>
              <groupId>it</groupId>
              <artifactId>shop</artifactId>
              <version>1</version>
              <properties>
                <project.build.sourceEncoding>UTF-8</project.build.sourceEncoding>
                <maven.compiler.release>17</maven.compiler.release>
              </properties>
              <dependencies>
                <dependency>
                  <groupId>org.junit.jupiter</groupId>
                  <artifactId>junit-jupiter</artifactId>
                  <version>%s</version>
                  <scope>test</scope>
                </dependency>
            %s
              </dependencies>
              <build>
                <pluginManagement>
                  <plugins>%s
                  </plugins>
                </pluginManagement>
                <plugins>
            %s
                </plugins>
              </build>
            </project>
            """;

    /** Makes a project anew, with the test of a sample of the Maven plugin: leaking or clean. */
    static Sample of(String recipe, String kind) throws IOException {
        Path directory = Path.of("target", "recipes", recipe + ' ' + kind).toAbsolutePath();
        if (Files.exists(directory)) {
            try (Stream<Path> old = Files.walk(directory)) {
                for (Path file : old.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
        Sample sample = new Sample(directory);
        Path test = Path.of("../maven-plugin/src/it", kind, "project/src/test/java/shop");
        sample.write(
                "src/test/java/shop/PriceTest.java",
                Files.readString(test.resolve("PriceTest.java")));
        return sample;
    }

    /** Its pom, with blocks of a page among the dependencies and plugins. */
    Sample pom(String dependency, String plugin) throws IOException {
        StringBuilder versions = new StringBuilder();
        for (String name : List.of("resources", "compiler", "surefire", "jar")) {
            versions.append("<plugin><artifactId>maven-").append(name);
            versions.append("-plugin</artifactId><version>");
            versions.append(System.getProperty("version." + name)).append("</version></plugin>");
        }
        String junit = System.getProperty("junit.version");
        write("pom.xml", String.format(POM, junit, dependency, versions, plugin));
        return this;
    }

    /** Writes one of its files. */
    Sample write(String name, String text) throws IOException {
        Path file = directory.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        return this;
    }

    /** A file of the project. */
    Path file(String name) {
        return directory.resolve(name);
    }
}
