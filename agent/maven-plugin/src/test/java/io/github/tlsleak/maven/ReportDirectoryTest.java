package io.github.tlsleak.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportDirectoryTest {

    @TempDir Path target;

    @Test
    void reportsOfAnEarlierBuildAreRemovedAndNothingElse() throws IOException {
        Path directory = Files.createDirectory(target.resolve("tlsleak"));
        Files.createFile(directory.resolve("7.jsonl"));
        Files.createFile(directory.resolve("7.jsonl.1"));
        Path other = Files.createFile(directory.resolve("notes.txt"));
        ReportDirectory reports = new ReportDirectory(directory);
        assertThat(reports.files()).hasSize(2);
        reports.prepare();
        assertThat(reports.files()).isEmpty();
        assertThat(other).exists();
    }

    @Test
    void theDirectoryIsMade() throws IOException {
        ReportDirectory reports = new ReportDirectory(target.resolve("a/b"));
        assertThat(reports.files()).isEmpty();
        reports.prepare();
        assertThat(target.resolve("a/b")).isDirectory();
        assertThat(reports.pattern()).isEqualTo(target.resolve("a/b/%p.jsonl").toString());
    }

    @Test
    void tooManyForACommandLine() throws IOException {
        ReportDirectory reports = new ReportDirectory(target);
        Path one = Files.createFile(target.resolve("1.jsonl"));
        assertThat(reports.operands()).containsExactly(one.toString());
        for (int i = 0; i < 300; i++) {
            Files.createFile(target.resolve("x".repeat(120) + i + ".jsonl"));
        }
        assertThat(reports.operands()).containsExactly(target.toString());
    }

    @Test
    void testsThatRanSince() throws IOException {
        TestRun tests = new TestRun(target);
        ReportDirectory reports = new ReportDirectory(target.resolve("tlsleak"));
        reports.prepare();
        assertThat(tests.result(null)).isNull();
        Path results = Files.createDirectory(target.resolve("failsafe-reports"));
        Files.createFile(results.resolve("failsafe-summary.xml"));
        assertThat(tests.result(null)).isNull();
        Path result = Files.createFile(results.resolve("TEST-a.xml"));
        FileTime prepared = Files.getLastModifiedTime(reports.marker());
        Files.setLastModifiedTime(result, FileTime.fromMillis(prepared.toMillis() - 60_000));
        assertThat(tests.result(reports.marker())).isNull();
        assertThat(tests.result(null)).isEqualTo(result);
        Files.setLastModifiedTime(result, FileTime.fromMillis(prepared.toMillis() + 1));
        assertThat(tests.result(reports.marker())).isEqualTo(result);
    }
}
