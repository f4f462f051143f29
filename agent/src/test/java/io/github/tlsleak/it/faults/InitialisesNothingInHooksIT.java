package io.github.tlsleak.it.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.sun.jdi.IncompatibleThreadStateException;
import com.sun.jdi.ReferenceType;
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
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * No class with a static initialiser is used for the first time inside a hook: if memory or stack
 * is missing there, the class is lost for the life of the JVM, and one of the JDK's is lost for the
 * program. A debugger stops at each class, and this test looks for the hooks on its thread's stack.
 */
@CiOnly
@Execution(ExecutionMode.CONCURRENT)
class InitialisesNothingInHooksIT {

    private static final String HOOKS = "javax.net.ssl.TlsLeak";

    /** Links a class that is to get its hooks, and those above it; initialises none. */
    private static final String LINKING = "io.github.tlsleak.agent.instrument.Retransform";

    @TempDir Path directory;

    static List<Arguments> runs() {
        boolean all = System.getProperty("tlsleak.faults", "").equals("all");
        List<Arguments> runs = new ArrayList<>();
        for (Jdk jdk : Jdk.notThin()) {
            runs.add(arguments(jdk, "await", "engine.EngineChannelClosed"));
            runs.add(arguments(jdk, "await", "socket.LayeredClosed"));
            if (all) {
                runs.add(arguments(jdk, "await", "socket.SocketDropped"));
                runs.add(arguments(jdk, "await", "socket.SocketClosed"));
                runs.add(arguments(jdk, "stall", "socket.SocketHandshakeTimeoutClosed"));
                runs.add(arguments(jdk, "close_notify", "socket.SocketPeerClosedClosed"));
                runs.add(arguments(jdk, "await", "engine.EngineChannels"));
                runs.add(arguments(jdk, "await", "wrap.WrappedEngineDropped"));
            }
        }
        return runs;
    }

    @ParameterizedTest
    @MethodSource("runs")
    void noClassIsInitialisedInside(Jdk jdk, String script, String program) throws Exception {
        AppRun run = new AppRun(jdk, directory).onlyArguments("");
        List<String> inside = new ArrayList<>();
        int classes;
        try (Peer peer = Peer.server(script, "1.2");
                Debugged debugged =
                        Debugged.start(
                                run, program, "127.0.0.1", String.valueOf(peer.port()), "1.2")) {
            debugged.app().release();
            classes = PreparedClasses.watch(debugged, event -> look(event, inside));
            debugged.app().endsWell(AppRun.LONG);
            assertThat(debugged.app().out()).endsWith("DONE");
        }
        assertThat(inside).as("classes initialised inside a hook").isEmpty();
        assertThat(classes).as("classes seen, of the agent and of JSSE").isGreaterThan(300);
    }

    private static void look(ClassPrepareEvent event, List<String> inside)
            throws IncompatibleThreadStateException {
        ReferenceType type = event.referenceType();
        List<StackFrame> frames = event.thread().frames();
        if (type.methodsByName("<clinit>").isEmpty() || LINKING.equals(asker(frames))) {
            return;
        }
        String caller = null;
        for (StackFrame frame : frames) {
            String name = typeOf(frame);
            if (name.startsWith(HOOKS)) {
                inside.add(type.name() + " in " + caller);
                return;
            }
            caller = name + '.' + frame.location().method().name();
        }
    }

    /** The class that asked the JDK's reflection; empty on a thread without frames. */
    private static String asker(List<StackFrame> frames) {
        return frames.stream()
                .map(frame -> typeOf(frame))
                .filter(name -> !name.equals("java.lang.Class"))
                .findFirst()
                .orElse("");
    }

    private static String typeOf(StackFrame frame) {
        return frame.location().declaringType().name();
    }
}
