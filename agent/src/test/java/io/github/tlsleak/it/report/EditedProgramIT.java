package io.github.tlsleak.it.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.tlsleak.it.harness.AgentJvm;
import io.github.tlsleak.it.harness.AppRun;
import io.github.tlsleak.it.harness.Cli;
import io.github.tlsleak.it.harness.Ended;
import io.github.tlsleak.it.harness.Jdk;
import io.github.tlsleak.it.harness.OwnJdkOnly;
import io.github.tlsleak.it.harness.Report;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A baseline outlives edits of the program that do not touch a leak, and shows a new one. */
@OwnJdkOnly
class EditedProgramIT {

    private static final String PROGRAM =
            """
            package io.github.tlsleak.apps.edited;

            import io.github.tlsleak.apps.support.EnginePair;
            import io.github.tlsleak.apps.support.Stage;
            import java.lang.ref.WeakReference;
            import java.util.concurrent.ExecutorService;
            import java.util.concurrent.Executors;
            import java.util.concurrent.Callable;
            import javax.net.ssl.SSLEngine;

            public final class Shop {
                /*ABOVE*/
                public static void main(String[] args) throws Exception {
                    Stage stage = Stage.of(args);
                    stage.context();
                    ExecutorService pool = Executors.newFixedThreadPool(2);
                    /*FIRST*/
                    Callable<WeakReference<SSLEngine>> order = new Callable<WeakReference<SSLEngine>>() {
                        @Override
                        public WeakReference<SSLEngine> call() throws Exception {
                            return order(stage);
                        }
                    };
                    WeakReference<?> one = pool.submit(order).get();
                    WeakReference<?> two = pool.submit(() -> price(stage)).get();
                    WeakReference<?> three = pool.submit(() -> price(stage)).get();
                    pool.shutdown();
                    Stage.awaitCollected(one, two, three);
                    /*LAST*/
                    Stage.done();
                }

                static WeakReference<SSLEngine> order(Stage stage) throws Exception {
                    if (stage.port() < 0) {
                        return used(stage, stage.context().createSSLEngine("localhost", 1));
                    }
                    return used(stage, stage.context().createSSLEngine("localhost", 4433));
                }

                static WeakReference<SSLEngine> price(Stage stage) throws Exception {
                    return used(stage, stage.context().createSSLEngine("localhost", 4434));
                }

                static WeakReference<SSLEngine> used(Stage stage, SSLEngine client) throws Exception {
                    SSLEngine server = stage.context().createSSLEngine();
                    client.setEnabledProtocols(stage.protocols());
                    new EnginePair(client, server).handshake();
                    EnginePair.close(server);
                    return new WeakReference<>(client);
                }
            }
            """;

    @TempDir Path directory;

    private int runs;

    /** Compiles and runs the program. Returns its report. */
    private Path run(String program, int findings) throws Exception {
        Path own = Files.createDirectory(directory.resolve("run" + ++runs));
        Path source = Files.writeString(own.resolve("Shop.java"), program);
        String apps = AgentJvm.SCENARIO_CLASSES.toString();
        String[] arguments = {
            "--release",
            "8",
            "-Xlint:-options",
            "-cp",
            apps,
            "-d",
            own.toString(),
            source.toString()
        };
        assertThat(ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments)).isZero();
        Ended ended =
                new AppRun(Jdk.own(), own)
                        .classPath(own)
                        .untilReported(findings)
                        .runAlone("edited.Shop");
        assertThat(ended.report().of("leak")).as(ended.toString()).hasSize(findings);
        return own.resolve("report.jsonl");
    }

    private int failOnNew(Path report, Path baseline) throws Exception {
        return Cli.on(Jdk.own())
                .run("report", report, "--baseline", baseline, "--fail-on", "new")
                .exitCode();
    }

    private static Set<String> sites(Path report) throws Exception {
        Set<String> sites = new TreeSet<>();
        for (JsonNode line : Report.read(report).of("leak")) {
            sites.add(line.path("site").asText());
        }
        return sites;
    }

    @Test
    void theBaselineOutlivesEditsAndShowsANewLeak() throws Exception {
        Path before = run(PROGRAM, 3);
        assertThat(sites(before)).as("order, and price on two lines").hasSize(2);
        Path baseline = directory.resolve("tls.baseline");
        Ended written = Cli.on(Jdk.own()).run("report", before, "--write-baseline", baseline);
        assertThat(written.exitCode()).isZero();
        assertThat(Files.readAllLines(baseline).get(0)).startsWith("# tlsleak baseline, schema 2:");

        String edited =
                PROGRAM.replace(
                                "/*ABOVE*/",
                                "// a comment\n\n static void other() { Runnable r = () -> {};"
                                        + " r.run(); }")
                        .replace(
                                "/*FIRST*/",
                                "Runnable more = () -> other(); more.run();"
                                        + " new Object() { void x() {} }.x();")
                        // called behind the line that opens the session
                        .replace("used(", "shaken(");
        Path after = run(edited, 3);
        assertThat(sites(after)).isEqualTo(sites(before));
        assertThat(failOnNew(after, baseline)).isZero();

        String leaking =
                edited.replace("/*LAST*/", "Stage.awaitCollected(fresh(stage));")
                        .replace(
                                "static WeakReference<SSLEngine> order(",
                                "static WeakReference<SSLEngine> fresh(Stage stage) throws"
                                        + " Exception { return shaken(stage,"
                                        + " stage.context().createSSLEngine(\"localhost\", 5)); }\n"
                                        + "static WeakReference<SSLEngine> order(");
        Path worse = run(leaking, 4);
        assertThat(failOnNew(worse, baseline)).isEqualTo(1);
    }
}
