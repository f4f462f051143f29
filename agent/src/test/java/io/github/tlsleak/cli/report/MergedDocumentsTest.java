package io.github.tlsleak.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tlsleak.cli.report.format.Written;
import io.github.tlsleak.cli.report.model.Analysis;
import io.github.tlsleak.cli.report.read.Progress;
import io.github.tlsleak.cli.report.read.ReportInput;
import io.github.tlsleak.cli.report.select.Extent;
import io.github.tlsleak.cli.report.select.Selection;
import io.github.tlsleak.cli.report.select.Where;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Documents of documents say what a document of all reports says. */
class MergedDocumentsTest {

    private static final int SEEDS = 40;

    @TempDir Path dir;
    private int documents;

    private static Analysis read(List<Path> files, Selection selection) {
        List<String> names = files.stream().map(Path::toString).toList();
        ByteArrayInputStream nothing = new ByteArrayInputStream(new byte[0]);
        return Analysis.of(new ReportInput(names, nothing, Progress.NONE), selection);
    }

    private static String json(List<Path> files, Selection selection) throws IOException {
        Analysis analysis = read(files, selection);
        analysis.show(new Extent("service", 3, false, null));
        return Written.as("json", analysis);
    }

    private Path document(List<Path> files) throws IOException {
        String json = json(files, Selection.ALL);
        return Files.writeString(dir.resolve("doc" + documents++), json);
    }

    /** Puts random parts into documents, and random parts of those again. */
    private List<Path> merged(List<Path> files, Random random) throws IOException {
        List<Path> all = new ArrayList<>(files);
        for (int level = random.nextInt(3); level >= 0; level--) {
            Collections.shuffle(all, random);
            List<Path> next = new ArrayList<>();
            for (int at = 0; at < all.size(); ) {
                int size = 1 + random.nextInt(all.size() - at);
                List<Path> part = all.subList(at, at + size);
                // a document may be mixed with reports
                if (random.nextInt(4) == 0) {
                    next.addAll(part);
                } else {
                    next.add(document(part));
                }
                at += size;
            }
            all = next;
        }
        Collections.shuffle(all, random);
        return all;
    }

    @Test
    void anyMergeOfMergesIsTheMergeOfAll() throws IOException {
        Selection shops =
                new Selection(
                        List.of(Where.parse("service=shop"), Where.parse("host=h*")),
                        Long.MIN_VALUE,
                        Long.MAX_VALUE);
        for (int seed = 0; seed < SEEDS; seed++) {
            Random random = new Random(seed);
            Path reports = Files.createDirectory(dir.resolve("seed" + seed));
            List<Path> files = new RandomReports(random).write(reports, 1 + random.nextInt(7));
            String all = json(files, Selection.ALL);
            List<Path> parts = merged(files, random);
            assertThat(json(parts, Selection.ALL)).as("seed %d", seed).isEqualTo(all);
            assertThat(json(parts, shops)).as("seed %d", seed).isEqualTo(json(files, shops));
            assertThat(Written.as("text", read(parts, Selection.ALL)))
                    .as("seed %d", seed)
                    .isEqualTo(Written.as("text", read(files, Selection.ALL)));
        }
    }
}
