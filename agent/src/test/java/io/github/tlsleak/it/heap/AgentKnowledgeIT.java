package io.github.tlsleak.it.heap;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tlsleak.cli.heap.agent.AgentKnowledge;
import io.github.tlsleak.cli.heap.agent.AgentMemory;
import io.github.tlsleak.cli.heap.agent.KnowledgeText;
import io.github.tlsleak.cli.heap.agent.KnownGroup;
import io.github.tlsleak.cli.heap.agent.KnownSession;
import io.github.tlsleak.cli.heap.dump.DumpedClass;
import io.github.tlsleak.cli.heap.dump.DumpedObject;
import io.github.tlsleak.cli.heap.dump.HeapDump;
import io.github.tlsleak.it.harness.AgentJvm;
import io.github.tlsleak.it.harness.AppRun;
import io.github.tlsleak.it.harness.CiOnly;
import io.github.tlsleak.it.harness.Cli;
import io.github.tlsleak.it.harness.Ended;
import io.github.tlsleak.it.harness.Forked;
import io.github.tlsleak.it.harness.Jars;
import io.github.tlsleak.it.harness.Jdk;
import io.github.tlsleak.it.harness.TlsServiceJvm;
import io.github.tlsleak.it.peer.Peer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What tlsleak knew, read from a dump, is what the program did. */
@CiOnly
class AgentKnowledgeIT {

    private static final String PROGRAM = "io.github.tlsleak.apps.heap.HeldSites";

    @TempDir Path directory;

    static List<Jdk> jdks() {
        return Jdk.notThin();
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void eachSessionHasItsSiteThreadAgeAndVerdict(Jdk jdk) throws Exception {
        AppRun run = new AppRun(jdk, directory).option("stuck", "1s").untilReported(5);
        try (Peer peer = Peer.server("await", "1.2");
                Forked app =
                        run.start(
                                PROGRAM.substring("io.github.tlsleak.apps.".length()),
                                "127.0.0.1",
                                String.valueOf(peer.port()),
                                "1.2")) {
            app.awaitOut("DONE"::equals, AppRun.LONG);
            run.awaitSeen(app);
            try (HeapDump dump = LiveDump.of(jdk, app.pid(), directory)) {
                AgentKnowledge known = AgentKnowledge.in(dump);
                assertThat(known.problem()).isNull();
                assertThat(known.version()).isEqualTo(System.getProperty("tlsleak.version"));
                check(known, LiveDump.held(dump, PROGRAM, "HELD"));
                onlyItsOwn(dump);
                isSmall(AgentMemory.in(dump), dump);
                asAGroup(known, dump);
                sameAsItSays(known, jdk, app.pid());
            }
            app.release();
            app.endsWell(AppRun.LONG);
        }
    }

    private static void check(AgentKnowledge known, Map<String, DumpedObject> held) {
        is(known, held.get("socket"), "socket", "opener", "open");
        is(known, held.get("layered"), "layered", "layers", "STUCK");
        for (int i = 0; i < 3; i++) {
            is(known, held.get("engine-" + i), "begun", "feed-" + i, "STUCK");
        }
        KnownSession nameless = session(known, held.get("nameless"));
        assertThat(nameless.thread()).matches("#\\d+");
        assertThat(nameless.site())
                .as("one site, one object")
                .isNotSameAs(session(known, held.get("engine-0")).site());
        assertThat(session(known, held.get("engine-0")).site())
                .isSameAs(session(known, held.get("engine-1")).site());
        is(known, held.get("unused"), "main", "main", "not used yet");
        is(known, held.get("over"), "begun", "main", "over");
    }

    private static void is(
            AgentKnowledge known,
            DumpedObject object,
            String method,
            String thread,
            String verdict) {
        KnownSession session = session(known, object);
        String frame = PROGRAM + "." + method + "(HeldSites.java:";
        assertThat(session.site().responsible()).startsWith(frame);
        assertThat(session.site().headline()).startsWith(frame);
        assertThat(session.site().text())
                .matches("[0-9a-f]{16}  \\Q" + frame + "\\E\\d+\\)  \\[application\\]");
        assertThat(session.site().stack())
                .contains(session.site().responsible())
                .last()
                .asString()
                .matches("java\\.lang\\.Thread\\.run\\(.*|\\Q" + PROGRAM + "\\E\\.main\\(.*");
        assertThat(session.site().stackTitle()).isEqualTo("allocated at");
        assertThat(session.thread()).isEqualTo(thread);
        assertThat(session.isAdopted()).isFalse();
        assertThat(session.ageMillis()).isBetween(500L, 60_000L);
        assertThat(session.verdict()).as(frame).isEqualTo(verdict);
    }

    private static KnownSession session(AgentKnowledge known, DumpedObject object) {
        return Objects.requireNonNull(known.of(object.index()), "not followed: " + object.type());
    }

    private static void onlyItsOwn(HeapDump dump) {
        List<String> names = new ArrayList<>();
        for (DumpedClass type : AgentKnowledge.agentClasses(dump)) {
            names.add(type.name());
        }
        assertThat(names)
                .contains(
                        "io.github.tlsleak.TlsLeak",
                        "io.github.tlsleak.AgentClassLoader",
                        "io.github.tlsleak.agent.track.Session",
                        "javax.net.ssl.TlsLeakHooks")
                .noneMatch(name -> name.startsWith("io.github.tlsleak.apps."))
                .noneMatch(name -> name.startsWith("java."))
                .noneMatch(name -> name.startsWith("javax.net.ssl.SSL"));
    }

    private static void asAGroup(AgentKnowledge known, HeapDump dump) {
        KnownGroup group = new KnownGroup(known);
        for (DumpedObject held : LiveDump.held(dump, PROGRAM, "HELD").values()) {
            group.add(held.index());
        }
        group.add(dump.classes(PROGRAM).get(0).index());
        assertThat(KnowledgeText.of(group, 9))
                .anyMatch(line -> line.matches("4 made at .*HeldSites\\.begun\\(.*"))
                .anyMatch(
                        line -> line.matches("  4 STUCK; oldest .*; by thread \"#\\d+\" \\(1\\).*"))
                .anyMatch(line -> line.matches("  > .*HeldSites\\.begun\\(.*"))
                .endsWith("1 session not followed by the agent");
    }

    private static void isSmall(AgentMemory memory, HeapDump dump) {
        assertThat(memory.bytes()).isBetween(20_000L, 5_000_000L);
        dump.instances(
                type -> type.name().matches("io\\.github\\.tlsleak\\.agent\\.track\\..*"),
                record -> assertThat(memory.owns(record.index())).isTrue());
        for (DumpedObject held : LiveDump.held(dump, PROGRAM, "HELD").values()) {
            assertThat(memory.owns(held.index())).isFalse();
            dump.held(
                    held.index(),
                    below ->
                            assertThat(memory.owns(below.index()))
                                    .as(held.type() + " holds " + below.type())
                                    .isFalse());
        }
    }

    /** The numbers of {@code dump --open} by site. */
    private void sameAsItSays(AgentKnowledge known, Jdk jdk, long pid) throws Exception {
        Ended said = Cli.on(jdk).run("dump", pid, "--open");
        assertThat(String.join("\n", said.out()))
                .as("3 engines, and the one of the thread without a name")
                .containsPattern("\n4 open, .*\\s+.*HeldSites\\.begun\\(");
        assertThat(known.size()).isGreaterThanOrEqualTo(8);
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void anAdoptedSessionIsKnownFromItsNextUse(Jdk jdk) throws Exception {
        try (TlsServiceJvm target = TlsServiceJvm.quiet(jdk)) {
            Cli.on(jdk).run("attach", target.pid());
            target.ask("touch-old 1");
            try (HeapDump dump = LiveDump.of(jdk, target.pid(), directory)) {
                AgentKnowledge known = AgentKnowledge.in(dump);
                List<KnownSession> adopted = adopted(dump, known);
                assertThat(adopted).isNotEmpty();
                for (KnownSession session : adopted) {
                    assertThat(session.thread()).isNull();
                    assertThat(session.verdict()).isEqualTo("open");
                    assertThat(session.site().stackTitle())
                            .isEqualTo("older than the agent, next used at");
                    assertThat(session.site().stack()).isNotEmpty();
                }
            }
            target.endsWell();
        }
    }

    private static List<KnownSession> adopted(HeapDump dump, AgentKnowledge known) {
        List<KnownSession> adopted = new ArrayList<>();
        dump.instances(
                type -> type.isA("javax.net.ssl.SSLSocket"),
                socket -> {
                    KnownSession session = known.of(socket.index());
                    if (session != null && session.isAdopted()) {
                        adopted.add(session);
                    }
                });
        return adopted;
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void anAgentThatFollowsNothingIsThere(Jdk jdk) throws Exception {
        try (TlsServiceJvm dormant = TlsServiceJvm.of(new AgentJvm(jdk));
                HeapDump dump = LiveDump.of(jdk, dormant.pid(), directory)) {
            AgentKnowledge known = AgentKnowledge.in(dump);
            assertThat(known.isPresent()).isTrue();
            assertThat(known.size()).isZero();
            assertThat(known.problem()).isEqualTo("tlsleak in the dumped JVM follows no session");
        }
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void theFieldsOfAnotherVersionAreNotGuessed(Jdk jdk) throws Exception {
        Path jar =
                Jars.withField(
                        "9.9.9",
                        directory.resolve("other.jar"),
                        "io.github.tlsleak.agent.live.AwakeTime",
                        "last",
                        "late");
        try (TlsServiceJvm target = TlsServiceJvm.quiet(jdk)) {
            Cli.on(jdk).jar(jar).run("attach", target.pid());
            target.ask("touch-old 1");
            try (HeapDump dump = LiveDump.of(jdk, target.pid(), directory)) {
                AgentKnowledge known = AgentKnowledge.in(dump);
                assertThat(known.version()).isEqualTo("9.9.9");
                assertThat(known.size()).isZero();
                assertThat(known.problem())
                        .isEqualTo(
                                "tlsleak in this dump is of another version (9.9.9): its knowledge"
                                        + " is not used");
            }
            target.endsWell();
        }
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void afterADetachNothingIsKnown(Jdk jdk) throws Exception {
        try (TlsServiceJvm target = TlsServiceJvm.quiet(jdk)) {
            try (HeapDump dump = LiveDump.of(jdk, target.pid(), directory)) {
                AgentKnowledge none = AgentKnowledge.in(dump);
                assertThat(none.isPresent()).isFalse();
                assertThat(none.problem()).isNull();
                assertThat(AgentKnowledge.agentClasses(dump)).isEmpty();
                assertThat(AgentMemory.in(dump).bytes()).isZero();
            }
            Cli.on(jdk).run("attach", target.pid());
            target.ask("touch-old 1");
            Cli.on(jdk).run("detach", target.pid());
            target.ask("gc");
            try (HeapDump dump = LiveDump.of(jdk, target.pid(), directory)) {
                AgentKnowledge known = AgentKnowledge.in(dump);
                assertThat(known.isPresent()).isTrue();
                assertThat(known.size()).isZero();
                assertThat(known.problem()).startsWith("tlsleak ").contains("session");
            }
            target.endsWell();
        }
    }
}
