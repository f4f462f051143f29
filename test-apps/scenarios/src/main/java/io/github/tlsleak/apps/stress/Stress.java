package io.github.tlsleak.apps.stress;

import io.github.tlsleak.apps.support.EngineLink;
import io.github.tlsleak.apps.support.Stage;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Writer;
import java.lang.ref.WeakReference;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLContext;

/**
 * Many threads that open, use, close, misuse and forget sessions of sockets and engines.
 *
 * <p>Arguments: {@code THREADS SEED [PORT]}. Without a port the program is its own server. {@code 0
 * 0} is only a server, which prints {@code LISTENING port}. It prints {@code ready}, then answers
 * each line of standard input with one line:
 *
 * <ul>
 *   <li>{@code play MILLIS [hog] [deep]}: all threads play. With hog, memory runs out now and then,
 *       and the answer says how often. With deep, they play near the end of their stacks. The
 *       answer ends with the last exception
 *   <li>{@code gc}: collects what was forgotten
 *   <li>{@code played FILE}: writes the sessions since the last such line, one a line
 *   <li>{@code quit}, or the end of standard input
 * </ul>
 */
public final class Stress {
    private static final long STACK = 320 * 1024;
    private static final int COLLECT_MILLIS = 300;
    private static final int COLLECTIONS = 6;

    private final List<Worker> workers = new ArrayList<>();
    private final Hog hog = new Hog();
    private final ExecutorService threads;

    private Stress(int threads, long seed, SSLContext context, int port) {
        this.threads = Executors.newFixedThreadPool(Math.max(1, threads), Stress::thread);
        for (int i = 0; i < threads; i++) {
            workers.add(new Worker(i, seed, new Player(context, port)));
        }
    }

    public static void main(String[] args) throws Exception {
        SSLContext context = Stage.init(SSLContext.getInstance("TLS"));
        int port = args.length > 2 ? Integer.parseInt(args[2]) : new Service(context).port();
        if (args[0].equals("0")) {
            System.out.println("LISTENING " + port);
        }
        Stress program =
                new Stress(Integer.parseInt(args[0]), Long.parseLong(args[1]), context, port);
        program.workers.stream().limit(2).forEach(Worker::warmUp);
        System.out.println("ready");
        BufferedReader in =
                new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII));
        for (String line = in.readLine();
                line != null && !line.equals("quit");
                line = in.readLine()) {
            System.out.println(program.answer(line.split(" ")));
        }
        System.out.println("DONE");
    }

    private String answer(String... words) throws IOException {
        switch (words[0]) {
            case "play":
                List<String> how = Arrays.asList(words);
                play(Long.parseLong(words[1]), how.contains("hog"), how.contains("deep"));
                return "ok "
                        + (how.contains("hog") ? "filled " + hog.times() + " " : "")
                        + trouble();
            case "gc":
                collect();
                return "ok";
            case "played":
                return "ok " + write(words[1]);
            default:
                return "failed: unknown command " + words[0];
        }
    }

    private void play(long millis, boolean hogging, boolean deep) {
        long end = System.nanoTime() + millis * 1_000_000;
        List<Callable<Object>> tasks = new ArrayList<>();
        for (Worker worker : workers) {
            tasks.add(Executors.callable(() -> worker.playUntil(end, deep)));
        }
        Thread collects = EngineLink.start(() -> collectUntil(end), "collects");
        Thread hogs = EngineLink.start(() -> hog.run(hogging ? end : System.nanoTime()), "hog");
        try {
            threads.invokeAll(tasks);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        EngineLink.join(collects);
        EngineLink.join(hogs);
    }

    /** The same threads play in all phases. */
    private static Thread thread(Runnable task) {
        Thread thread = new Thread(null, task, "worker", STACK);
        thread.setDaemon(true);
        // a thread that ends between two tasks because of missing memory is only replaced
        thread.setUncaughtExceptionHandler((ended, thrown) -> {});
        return thread;
    }

    private static void collectUntil(long end) {
        while (System.nanoTime() - end < 0) {
            Stage.sleep(COLLECT_MILLIS);
            System.gc();
        }
    }

    /**
     * Collects garbage until a new object is collected. Then the objects forgotten before it are
     * collected too.
     */
    private static void collect() {
        for (int i = 0; i < COLLECTIONS; i++) {
            Stage.awaitCollected(new WeakReference<>(new Object()));
        }
    }

    private String trouble() {
        return workers.stream()
                .map(Worker::trouble)
                .filter(e -> e != null)
                .findFirst()
                .map(Throwable::toString)
                .orElse("");
    }

    private int write(String file) throws IOException {
        int number = 0;
        try (Writer out = Files.newBufferedWriter(Paths.get(file))) {
            for (Worker worker : workers) {
                for (String session : worker.take()) {
                    out.write(session + "\n");
                    number++;
                }
            }
        }
        return number;
    }
}
