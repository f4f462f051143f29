package io.github.tlsleak.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;

/** Runs commands in this JVM. Stateless. */
public final class InThisJvm {

    private InThisJvm() {}

    /** What the command {@code report} prints; it has to succeed. */
    public static String report(List<?> operands, String... options) {
        List<Object> words = new ArrayList<>(List.of(options));
        words.addAll(operands);
        ReportRun run = ReportRun.of(words.toArray());
        assertThat(run.code()).as(run.err()).isZero();
        return run.out();
    }
}
