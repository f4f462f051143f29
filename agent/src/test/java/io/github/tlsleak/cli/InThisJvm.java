package io.github.tlsleak.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;

/** Runs commands in this JVM. Stateless. */
public final class InThisJvm {

    private InThisJvm() {}

    /** What the command {@code report} prints; it has to succeed. */
    public static String report(List<?> operands, String... options) {
        List<String> words = new ArrayList<>(List.of("report"));
        words.addAll(List.of(options));
        operands.forEach(operand -> words.add(operand.toString()));
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code =
                Main.run(words.toArray(new String[0]), new PrintWriter(out), new PrintWriter(err));
        assertThat(code).as(err.toString()).isZero();
        return out.toString();
    }
}
