package io.github.tlsleak.data.spark;

import io.github.tlsleak.data.Samples;
import io.github.tlsleak.data.SqlTotals;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.SparkSession;

/**
 * A program that asks Spark what the page's views and queries say of directories, on a cluster of
 * two workers with an executor each, which are processes of their own. Used by one thread.
 *
 * <p>Arguments, for each directory: its path, {@code table} to write the lines to a table first and
 * to ask for totals, too, or {@code view}, the file for the totals, the file for the answers to the
 * queries.
 */
public final class SparkAnswers {

    private static final String CLUSTER = "local-cluster[2,1,1024]";
    private static final int ARGUMENTS = 4;

    private final SparkSession session;
    private final long began = System.nanoTime();

    private SparkAnswers(SparkSession session) {
        this.session = session;
    }

    public static void main(String[] args) throws Exception {
        SparkSession session =
                SparkSession.builder()
                        .master(CLUSTER)
                        .config("spark.ui.enabled", "false")
                        .config(
                                "spark.executor.extraJavaOptions",
                                System.getProperty("spark.opens"))
                        // the default of 200 is meant for large clusters
                        .config("spark.sql.shuffle.partitions", "4")
                        .config("spark.sql.warehouse.dir", Path.of("warehouse").toUri().toString())
                        .getOrCreate();
        try {
            SparkAnswers answers = new SparkAnswers(session);
            for (int i = 0; i < args.length; i += ARGUMENTS) {
                answers.write(args[i], args[i + 1], Path.of(args[i + 2]), Path.of(args[i + 3]));
            }
        } finally {
            session.stop();
        }
    }

    private void write(String reports, String how, Path totals, Path answers) throws Exception {
        SparkDatabase database = new SparkDatabase(session, Path.of(reports));
        boolean large = how.equals("table");
        if (large) {
            database.keep();
            say("lines written to a table");
        }
        database.views();
        List<String> lines = new ArrayList<>();
        if (large) {
            SqlTotals.of(database).forEach((name, number) -> lines.add(name + '\t' + number));
            say("totals");
        }
        Files.write(totals, lines);
        Files.writeString(answers, String.join("\n", Samples.answers(database)));
        say("queries");
        // the driver is one of them
        int executors = session.sparkContext().statusTracker().getExecutorInfos().length - 1;
        say(executors + " executors of " + CLUSTER);
    }

    private void say(String what) {
        long seconds = (System.nanoTime() - began) / 1_000_000_000;
        System.out.println("spark: after " + seconds + " s: " + what);
    }
}
