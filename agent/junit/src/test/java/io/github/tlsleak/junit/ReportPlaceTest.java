package io.github.tlsleak.junit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReportPlaceTest {

    @TempDir Path project;

    @ParameterizedTest
    @CsvSource({"pom.xml, target", "build.gradle, build", "build.gradle.kts, build"})
    void theBuildToolCleansIt(String file, String directory) throws Exception {
        Files.createFile(project.resolve(file));
        assertThat(ReportPlace.below(project.toFile()))
                .isEqualTo(project.resolve(directory).resolve("tlsleak-report.jsonl").toString());
    }

    @Test
    void noBuildToolNoReport() {
        assertThat(ReportPlace.below(project.toFile())).isNull();
        assertThat(ReportPlace.of("OFF")).isNull();
    }

    @Test
    void theDirectoryIsMade() {
        Path file = project.resolve("a/b/c.jsonl");
        assertThat(ReportPlace.of(file.toString())).isEqualTo(file.toString());
        assertThat(file.getParent()).isDirectory();
    }

    @Test
    void aDirectoryThatCannotBeMadeIsNoReport() throws Exception {
        Path file = Files.createFile(project.resolve("file"));
        assertThat(ReportPlace.of(file.resolve("report").toString())).isNull();
    }
}
