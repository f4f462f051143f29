package io.github.tlsleak.it.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.sun.jdi.IncompatibleThreadStateException;
import com.sun.jdi.StackFrame;
import com.sun.jdi.event.ClassPrepareEvent;
import io.github.tlsleak.it.harness.AppRun;
import io.github.tlsleak.it.harness.CiOnly;
import io.github.tlsleak.it.harness.Debugged;
import io.github.tlsleak.it.harness.Jdk;
import io.github.tlsleak.it.harness.PreparedClasses;
import io.github.tlsleak.it.peer.Peer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * No class is loaded inside the agent's transformer. A debugger stops at each class as the JVM
 * prepares it, and this test looks at the thread's stack then. A transformer that loads a class may
 * be asked for the same class. The JVM then keeps the failed resolution for good.
 */
@CiOnly
@Execution(ExecutionMode.CONCURRENT)
class LoadsNothingInTransformIT {

    private static final String TRANSFORMERS = "io.github.tlsleak.agent.instrument.";

    @TempDir Path directory;

    static List<Arguments> runs() {
        List<Arguments> runs = new ArrayList<>();
        for (Jdk jdk : Jdk.all()) {
            runs.add(arguments(jdk, "", "socket.SocketDropped"));
            runs.add(arguments(jdk, "stack.depth=32", "wrap.WrappedEngineDropped"));
        }
        return runs;
    }

    @ParameterizedTest
    @MethodSource("runs")
    void noClassIsLoadedInside(Jdk jdk, String options, String program) throws Exception {
        AppRun run = new AppRun(jdk, directory).onlyArguments(options);
        List<String> inside = new ArrayList<>();
        int classes;
        try (Peer peer = Peer.server("await", "1.2");
                Debugged debugged =
                        Debugged.start(
                                run, program, "127.0.0.1", String.valueOf(peer.port()), "1.2")) {
            debugged.app().release();
            classes =
                    PreparedClasses.watch(debugged, event -> inside(event).ifPresent(inside::add));
            debugged.app().endsWell(AppRun.LONG);
            assertThat(debugged.app().out()).endsWith("DONE");
        }
        assertThat(inside).as("classes loaded inside transform()").isEmpty();
        assertThat(classes).as("classes seen, of the agent and of JSSE").isGreaterThan(300);
    }

    private static Optional<String> inside(ClassPrepareEvent event)
            throws IncompatibleThreadStateException {
        for (StackFrame frame : event.thread().frames()) {
            String type = frame.location().declaringType().name();
            if (type.startsWith(TRANSFORMERS)
                    && frame.location().method().name().equals("transform")) {
                return Optional.of(event.referenceType().name() + " in " + type);
            }
        }
        return Optional.empty();
    }
}
