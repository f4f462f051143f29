package io.github.tlsleak.it.otheragents;

import com.sun.tools.attach.AgentLoadException;
import com.sun.tools.attach.VirtualMachine;
import io.github.tlsleak.it.harness.AgentJvm;
import io.github.tlsleak.it.harness.AppRun;
import io.github.tlsleak.it.harness.Cli;
import io.github.tlsleak.it.harness.Ended;
import io.github.tlsleak.it.harness.Forked;
import io.github.tlsleak.it.harness.Jdk;
import io.github.tlsleak.it.harness.Report;
import io.github.tlsleak.it.peer.Peer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The program {@code apps.others.RoundTrips}, run once with another agent in its JVM. */
final class OtherAgentRun {

    /** The order in which the two agents are loaded. */
    enum Way {
        ALONE("alone"),
        FIRST("tlsleak first"),
        BEHIND("tlsleak behind"),
        ATTACHED("tlsleak attached to it"),
        LOADED("attached to tlsleak"),
        LOADED_ALONE("attached alone");

        private final String words;

        Way(String words) {
            this.words = words;
        }

        @Override
        public String toString() {
            return words;
        }
    }

    private static final String PROGRAM = "io.github.tlsleak.apps.others.RoundTrips";

    /** Lines that other agents print on stdout: those that begin with the time. */
    private static final String LOGGED = "\\d{4}-\\d\\d-\\d\\d.*";

    private final Jdk jdk;
    private final Way way;
    private final Path directory;
    private final OtherAgent agent;
    private Ended ended;
    private String sign = "";

    OtherAgentRun(String name, Jdk jdk, Way way, Path parent) throws IOException {
        this.jdk = jdk;
        this.way = way;
        directory = Files.createTempDirectory(parent, name);
        agent = OtherAgent.of(name, jdk, directory);
    }

    /** Runs the program to its end. A JVM that does not start counts as ended too. */
    OtherAgentRun perform() throws Exception {
        boolean attaches = way.compareTo(Way.ATTACHED) >= 0;
        try (Peer peer = Peer.server("await", "1.2");
                Forked app = start(peer.port(), attaches)) {
            if (attaches) {
                app.awaitOut("READY"::equals, AppRun.LONG);
                attach(app);
                app.in().write('\n');
                app.in().flush();
            }
            awaitDone(app);
            sign = OtherAgentSign.meanwhile(agent, app);
            app.release();
            int code = app.exitCode(AppRun.LONG);
            ended = new Ended(code, app.pid(), app.out(), app.err(), new Report(List.of()));
        }
        sign += OtherAgentSign.afterwards(agent, ended, directory);
        return this;
    }

    private Forked start(int port, boolean attaches) throws IOException {
        List<String> command = new ArrayList<>(List.of(jdk.java()));
        String ours = "-javaagent:" + AgentJvm.JAR;
        switch (way) {
            case ALONE, ATTACHED -> command.add(agent.onTheCommandLine());
            case FIRST -> command.addAll(List.of(ours, agent.onTheCommandLine()));
            case BEHIND -> command.addAll(List.of(agent.onTheCommandLine(), ours));
            case LOADED -> command.add(ours);
            case LOADED_ALONE -> {}
        }
        command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx256m"));
        command.addAll(agent.flags());
        String classPath = AgentJvm.SCENARIO_CLASSES.toString();
        if (List.of("blockhound", "aspectj").contains(agent.name())) {
            classPath += ":" + OtherAgent.FILES;
        }
        command.addAll(List.of("-cp", classPath, PROGRAM, "127.0.0.1", "" + port, "1.2"));
        if (attaches) {
            command.add("wait");
        }
        return Forked.start(new ProcessBuilder(command));
    }

    private void attach(Forked app) throws Exception {
        if (way == Way.ATTACHED) {
            Ended cli = Cli.on(jdk).run("attach", app.pid());
            if (cli.exitCode() != 0) {
                throw new AssertionError("cannot attach" + cli.everything() + app.everything());
            }
            return;
        }
        VirtualMachine machine = VirtualMachine.attach(String.valueOf(app.pid()));
        try {
            machine.loadAgent(agent.jar().toString(), agent.argument());
        } catch (AgentLoadException e) {
            // newer JVMs cannot parse the success reply of a Java 8 JVM as a number
            if (!"0".equals(e.getMessage())) {
                throw e;
            }
        } finally {
            machine.detach();
        }
    }

    private static void awaitDone(Forked app) throws InterruptedException {
        try {
            app.awaitOut("DONE"::equals, AppRun.LONG);
        } catch (AssertionError e) {
            if (app.isAlive()) {
                throw e;
            }
        }
    }

    Way way() {
        return way;
    }

    OtherAgent agent() {
        return agent;
    }

    Ended ended() {
        return ended;
    }

    /** The proof that the other agent works. Empty if there is none. */
    String sign() {
        return sign;
    }

    /** The run succeeded: the program ended well and the other agent did its work. */
    boolean works() {
        return ended.exitCode() == 0 && !sign.isEmpty() && programsOut().contains("DONE");
    }

    /** Stdout without the other agent's log lines and without the line of the wait. */
    List<String> programsOut() {
        return ended.out().stream()
                .filter(line -> !line.matches(LOGGED) && !line.equals("READY"))
                .toList();
    }

    /** The first error line of an agent that does not work. */
    String complaint() {
        return Stream.of(ended.out(), ended.err())
                .flatMap(List::stream)
                .filter(line -> line.matches(".*(Error|Exception|ERROR|FATAL).*"))
                .map(
                        line ->
                                line.replaceAll("^\\d{4}-\\S+ \\S+ |^\\[[^]]*\\] |\\(.*|[|]", "")
                                        .trim())
                .findFirst()
                .orElse("exit code " + ended.exitCode() + ", no sign of it");
    }
}
