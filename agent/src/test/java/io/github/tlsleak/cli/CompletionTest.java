package io.github.tlsleak.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Bash completes with the script that the command prints. */
class CompletionTest {

    private static final long SECONDS = 30;

    @TempDir Path dir;

    /** The words that bash offers behind others; the last one is what the user has typed of it. */
    private List<String> offered(String... words) throws Exception {
        StringWriter script = new StringWriter();
        PrintWriter out = new PrintWriter(script);
        assertThat(Main.run(new String[] {"completion"}, out, out)).isZero();
        Path file = Files.writeString(dir.resolve("completion"), script.toString());
        String typed = String.join(" ", words);
        String line =
                // known to bash only while it completes a line
                "compopt() { :; }\nsource "
                        + file
                        + "\nCOMP_WORDS=(tlsleak "
                        + typed
                        + (words[words.length - 1].isEmpty() ? "''" : "")
                        + ")\nCOMP_CWORD="
                        + words.length
                        + "\nCOMP_LINE='tlsleak "
                        + typed
                        + "'\nCOMP_POINT=${#COMP_LINE}\n_complete_tlsleak\n"
                        + "printf '%s\\n' \"${COMPREPLY[@]}\"\n";
        Process bash =
                new ProcessBuilder("bash", "--norc", "-c", line)
                        .redirectErrorStream(true)
                        .redirectOutput(dir.resolve("offered").toFile())
                        .start();
        assertThat(bash.waitFor(SECONDS, TimeUnit.SECONDS)).isTrue();
        String offered = Files.readString(dir.resolve("offered"), StandardCharsets.UTF_8);
        assertThat(bash.exitValue()).as(offered).isZero();
        return offered.lines().map(String::trim).toList();
    }

    @Test
    void bashOffersCommandsAndTheirOptions() throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/bin/bash")), "no bash");
        assertThat(offered("")).contains("attach", "dump", "report", "version");
        assertThat(offered("det")).containsExactly("detach");
        assertThat(offered("report", "--fa")).containsExactly("--fail-on");
        assertThat(offered("report", "--write")).containsExactly("--write-baseline");
    }
}
