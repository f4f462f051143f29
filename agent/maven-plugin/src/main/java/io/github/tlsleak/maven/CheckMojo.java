package io.github.tlsleak.maven;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** Fails the build for what the agent found in the test JVMs. Used by one thread. */
@Mojo(name = "check", defaultPhase = LifecyclePhase.VERIFY, threadSafe = true)
public final class CheckMojo extends TlsleakMojo {

    /**
     * What fails the build: {@code leak}, {@code defect} (or leak), {@code notice} (or worse),
     * {@code new} (anything that is not in the baseline).
     */
    @Parameter(property = "tlsleak.failOn", defaultValue = "leak", required = true)
    private String failOn;

    /** File of accepted sites, which never fail the build. Put it under version control. */
    @Parameter(property = "tlsleak.baseline")
    private @Nullable File baseline;

    /** Accepts all sites that were found: writes them to {@code baseline}, and fails for none. */
    @Parameter(property = "tlsleak.writeBaseline", defaultValue = "false")
    private boolean writeBaseline;

    /**
     * Whether a test JVM without an end fails the build. It was killed, and what it dropped was not
     * looked for. If not, it is a warning.
     */
    @Parameter(property = "tlsleak.failOnKilled", defaultValue = "true")
    private boolean failOnKilled;

    @Parameter(defaultValue = "${session}", readonly = true, required = true)
    private MavenSession session;

    @Override
    void run() throws MojoExecutionException, MojoFailureException {
        try {
            if (reports().files().isEmpty()) {
                withoutReport();
            } else {
                check();
            }
        } catch (IOException e) {
            throw new MojoExecutionException("reports cannot be checked: " + e, e);
        }
    }

    /** No test ran: fine. Tests ran, and no JVM wrote a report: they ran without the agent. */
    private void withoutReport() throws IOException, MojoExecutionException {
        Path marker = reports().marker();
        Path target = new File(project().getBuild().getDirectory()).toPath();
        Path result = new TestRun(target).result(Files.exists(marker) ? marker : null);
        if (result == null) {
            getLog().info("no test ran, no report in " + reports().path() + ": nothing to check");
            return;
        }
        throw new MojoExecutionException(
                "tests ran ("
                        + target.relativize(result)
                        + ") without the agent: no report in "
                        + reports().path()
                        + ". Bind the goal prepare-agent. Where the pom sets argLine of surefire or"
                        + " failsafe, let it begin with @{argLine}. Leave forkCount at 1 or more."
                        + " Set no argLine on the command line");
    }

    private void check() throws IOException, MojoExecutionException, MojoFailureException {
        Path text = reports().path().resolve(".check.txt");
        Files.deleteIfExists(text);
        CommandLine line = new CommandLine(agentJar());
        int code = line.run(words(text));
        List<String> report =
                Files.exists(text)
                        ? Files.readAllLines(text, StandardCharsets.UTF_8)
                        : new ArrayList<>();
        if (code == CommandLine.DONE) {
            for (String message : line.messages()) {
                // what --write-baseline tells is no warning
                if (message.startsWith("wrote ")) {
                    getLog().info(message);
                } else {
                    getLog().warn(message);
                }
            }
            report.stream().filter(CheckMojo::isSum).forEach(getLog()::info);
            return;
        }
        report.forEach(getLog()::error);
        if (code == CommandLine.FOUND) {
            throw new MojoFailureException(line.message() + hint());
        }
        throw new MojoExecutionException(line.message() + " (exit code " + code + ")");
    }

    private String hint() {
        boolean missing = baseline != null && !baseline.exists();
        return missing ? "; no baseline " + baseline + ": -Dtlsleak.writeBaseline makes one" : "";
    }

    /** The line of a report with the numbers of all that was found. */
    private static boolean isSum(String line) {
        return line.matches("[0-9].* leaks?, .*");
    }

    private List<String> words(Path text) throws IOException, MojoExecutionException {
        List<String> words = new ArrayList<>();
        words.add("report");
        words.addAll(reports().operands());
        words.add("--out");
        words.add(text.toString());
        if (failOnKilled) {
            words.add("--require-summary");
        }
        if (writeBaseline) {
            words.add("--write-baseline");
            words.add(baselineToWrite());
            return words;
        }
        words.add("--fail-on");
        if (baseline != null && baseline.exists()) {
            words.add(failOn);
            words.add("--baseline");
            words.add(baseline.getPath());
        } else {
            // without a baseline any finding is new
            words.add(baseline != null && failOn.equals("new") ? "notice" : failOn);
        }
        return words;
    }

    private String baselineToWrite() throws MojoExecutionException {
        if (baseline == null) {
            throw new MojoExecutionException(
                    "tlsleak.writeBaseline needs the parameter baseline: which file to write");
        }
        MavenSession all = session;
        synchronized (all) {
            String key = "tlsleak.written." + baseline;
            if (all.getTopLevelProject().getContextValue(key) != null) {
                throw new MojoExecutionException(
                        "two modules write the same baseline, "
                                + baseline
                                + ": give each module its own");
            }
            all.getTopLevelProject().setContextValue(key, Boolean.TRUE);
        }
        getLog().info("baseline is written to " + baseline);
        return baseline.getPath();
    }
}
