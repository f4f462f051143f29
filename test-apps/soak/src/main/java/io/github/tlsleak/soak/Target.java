package io.github.tlsleak.soak;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The program with the load, and its peer, each in a JVM of its own. Used by one thread. */
final class Target implements AutoCloseable {

    private static final String APPS = "io.github.tlsleak.apps.soak.";

    /** All of the heap is there from the beginning: what grows later is not the heap. */
    private static final List<String> MEMORY =
            List.of("-Xms512m", "-Xmx512m", "-XX:+AlwaysPreTouch");

    /** The program takes all of the machine: an answer may take its time. */
    private static final String PATIENCE = "-Dtlsleak.attach.timeout=200";

    private final Program peer;
    private final Program load;
    private final List<String> tlsleak;
    private final Path jcmd;

    /**
     * Starts both, without the agent.
     *
     * @param environment of the program with the load
     */
    Target(Setup setup, Map<String, String> environment) throws IOException, InterruptedException {
        tlsleak =
                List.of(setup.java(), temporary(setup), PATIENCE, "-jar", setup.agent().toString());
        jcmd = Path.of(setup.java()).resolveSibling("jcmd");
        Path dir = setup.dir();
        List<String> classes = List.of("-cp", System.getProperty("java.class.path"));
        List<String> words = new ArrayList<>(List.of(setup.java(), "-Xmx256m"));
        words.addAll(classes);
        words.add(APPS + "Peer");
        peer = new Program("the peer", words, Map.of(), dir.resolve("peer.txt"));
        try {
            String ports = peer.line();
            load =
                    new Program(
                            "the program",
                            load(setup, classes, ports),
                            environment,
                            dir.resolve("stderr.txt"));
        } catch (IOException | RuntimeException e) {
            peer.close();
            throw e;
        }
        if (!load.line().equals("ready")) {
            throw new Failure("the program did not start, see stderr.txt");
        }
    }

    private static List<String> load(Setup setup, List<String> classes, String ports)
            throws IOException, InterruptedException {
        List<String> words = new ArrayList<>(List.of(setup.java()));
        words.addAll(MEMORY);
        words.add("-XX:NativeMemoryTracking=summary");
        words.add(temporary(setup));
        if (release(setup.java()) >= 21) {
            words.add("-XX:+EnableDynamicAgentLoading");
        }
        words.addAll(setup.jvm());
        words.addAll(classes);
        words.addAll(List.of(APPS + "Load", Long.toString(setup.seed()), ports));
        return words;
    }

    private static String temporary(Setup setup) {
        return "-Djava.io.tmpdir=" + setup.temporary();
    }

    private static int release(String java) throws IOException, InterruptedException {
        String version = Command.must(List.of(java, "-version"));
        return Integer.parseInt(version.replaceAll("(?s)[^\"]*\"(1\\.)?(\\d+).*", "$2"));
    }

    long pid() {
        return load.pid();
    }

    /** Processor time of both programs so far, seconds. */
    long processorSeconds() {
        return load.processorSeconds() + peer.processorSeconds();
    }

    /** Asks the program. */
    String ask(String question) throws IOException, InterruptedException {
        return load.ask(question);
    }

    /** Runs a command of tlsleak on the program, which must succeed. */
    String tlsleak(String command, String... more) throws IOException, InterruptedException {
        return Command.must(words(command, more));
    }

    /** The words of such a command. */
    List<String> words(String command, String... more) {
        List<String> words = new ArrayList<>(tlsleak);
        words.add(command);
        words.add(Long.toString(pid()));
        words.addAll(List.of(more));
        return words;
    }

    /** Runs jcmd on the program. */
    String jcmd(String... more) throws IOException, InterruptedException {
        List<String> words = new ArrayList<>(List.of(jcmd.toString(), Long.toString(pid())));
        words.addAll(List.of(more));
        return Command.must(words);
    }

    void signal(String name) throws IOException, InterruptedException {
        Command.must(List.of("kill", "-" + name, Long.toString(pid())));
    }

    /** Ends both programs, which must end well. */
    void quit() throws IOException, InterruptedException {
        load.quit();
        peer.quit();
    }

    @Override
    public void close() {
        load.close();
        peer.close();
    }
}
