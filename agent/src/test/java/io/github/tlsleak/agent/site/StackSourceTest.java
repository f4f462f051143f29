package io.github.tlsleak.agent.site;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tlsleak.agent.instrument.access.ThrowableAccess;
import io.github.tlsleak.common.frames.Attribution;
import io.github.tlsleak.common.frames.Owner;
import io.github.tlsleak.program.OtherTwins;
import io.github.tlsleak.program.Program;
import io.github.tlsleak.program.Twins;
import java.lang.invoke.MethodHandles;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import net.bytebuddy.agent.ByteBuddyAgent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class StackSourceTest {

    private final SiteTable sites = new SiteTable(new Attribution(List.of()));

    static List<StackSource> sources() {
        return List.of(best(), StackSource.plain(), new StackSource.ThrowableSource());
    }

    private static StackSource best() {
        return StackSource.best(ThrowableAccess.lookup(ByteBuddyAgent.install()));
    }

    @Test
    void theFastestSourceHereReadsBacktraces() {
        assertThat(best()).isInstanceOf(BacktraceSource.class);
        assertThat(StackSource.plain().getClass().getSimpleName()).isEqualTo("WalkerSource");
    }

    @Test
    void withoutAccessThePlainSourceIsUsed() {
        assertThat(StackSource.best(null)).hasSameClassAs(StackSource.plain());
        assertThat(StackSource.best(MethodHandles.publicLookup()))
                .hasSameClassAs(StackSource.plain());
    }

    @ParameterizedTest
    @MethodSource("sources")
    void theResponsibleFrameIsTheProgram(StackSource source) {
        CallStack stack = Program.call(() -> source.stack(64, sites, false));
        assertThat(stack.owner()).isEqualTo(Owner.APPLICATION);
        assertThat(stack.frame())
                .matches("io.github.tlsleak.program.Program.call.Program.java:\\d+.");
        assertThat(stack.frames()).first().isEqualTo(stack.frame());
        assertThat(stack.frames()).noneMatch(frame -> frame.contains("tlsleak.track."));
    }

    @ParameterizedTest
    @MethodSource("sources")
    void aClassOnTheStackIsFound(StackSource source) {
        String own = StackSourceTest.class.getName();
        assertThat(source.passes(own::equals)).isTrue();
        assertThat(source.passes(name -> name.equals(own + "$None"))).isFalse();
    }

    @ParameterizedTest
    @MethodSource("sources")
    void theSameStackIsFoundEachTime(StackSource source) {
        List<CallStack> found = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            found.add(Program.call(() -> source.stack(64, sites, false)));
        }
        assertThat(found).containsOnly(found.get(0));
        CallStack other = Program.deep(1, () -> source.stack(64, sites, false));
        assertThat(other).isNotSameAs(found.get(0));
    }

    @ParameterizedTest
    @MethodSource("sources")
    void aStackHasNoMoreFramesThanAskedFor(StackSource source) {
        assertThat(Program.deep(30, () -> source.stack(8, sites, false)).frames()).hasSize(8);
        assertThat(Program.deep(200, () -> source.stack(64, sites, false)).frames()).hasSize(64);
    }

    @ParameterizedTest
    @MethodSource("sources")
    void stacksDeeperThanTheTriedDepthAreCaptured(StackSource source) {
        CallStack stack = Program.deep(600, () -> source.stack(500, sites, false));
        assertThat(stack.frames()).hasSize(500);
        assertThat(Program.deep(600, () -> source.stack(256, sites, false)).frames()).hasSize(256);
    }

    @ParameterizedTest
    @MethodSource("sources")
    void methodsThatDifferInTheirNameAloneAreTwoStacks(StackSource source) {
        CallStack left = Twins.left(() -> source.stack(64, sites, false));
        CallStack right = Twins.right(() -> source.stack(64, sites, false));
        assertThat(left).isNotSameAs(right);
        assertThat(left.frames()).anyMatch(frame -> frame.contains(".left("));
        assertThat(right.frames()).anyMatch(frame -> frame.contains(".right("));
    }

    @ParameterizedTest
    @MethodSource("sources")
    void classesThatDifferInTheirNameAloneAreTwoStacks(StackSource source) {
        CallStack left = Twins.left(() -> source.stack(64, sites, false));
        CallStack other = OtherTwins.left(() -> source.stack(64, sites, false));
        assertThat(left).isNotSameAs(other);
    }

    @ParameterizedTest
    @MethodSource("sources")
    void aFirstEventAndAnAllocationAreTwoStacks(StackSource source) {
        boolean[] firstUses = {false, true, false};
        List<CallStack> found = new ArrayList<>();
        for (boolean firstUse : firstUses) {
            found.add(Program.call(() -> source.stack(64, sites, firstUse)));
        }
        assertThat(found.get(1)).isNotSameAs(found.get(0));
        assertThat(found.get(1).isFirstUse()).isTrue();
        assertThat(found.get(2)).isSameAs(found.get(0));
    }

    @ParameterizedTest
    @MethodSource("sources")
    void manyThreadsFindOneStack(StackSource source) throws InterruptedException {
        Set<CallStack> found = ConcurrentHashMap.newKeySet();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            threads.add(
                    new Thread(
                            () -> {
                                for (int k = 0; k < 100; k++) {
                                    found.add(source.stack(64, sites, false));
                                }
                            }));
        }
        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(found).hasSize(1);
    }

    @Test
    void allSourcesFindTheSameFingerprint() {
        List<String> fingerprints = new ArrayList<>();
        for (StackSource source : sources()) {
            SiteTable own = new SiteTable(new Attribution(List.of()));
            fingerprints.add(Program.call(() -> source.stack(16, own, false)).fingerprint1());
        }
        assertThat(fingerprints).hasSize(3).containsOnly(fingerprints.get(0));
    }
}
