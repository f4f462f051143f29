package io.github.tlsleak.it.agent;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.jdi.Method;
import com.sun.jdi.ReferenceType;
import com.sun.jdi.event.BreakpointEvent;
import com.sun.jdi.event.ClassPrepareEvent;
import com.sun.jdi.event.Event;
import com.sun.jdi.event.EventSet;
import com.sun.jdi.request.BreakpointRequest;
import com.sun.jdi.request.ClassPrepareRequest;
import com.sun.jdi.request.EventRequest;
import io.github.tlsleak.it.harness.AppRun;
import io.github.tlsleak.it.harness.Debugged;
import io.github.tlsleak.it.harness.Jdk;
import io.github.tlsleak.it.harness.Report;
import io.github.tlsleak.it.matrix.Scenario;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A debugger pops the frame of a method with hooks. The hooks keep nothing of that frame. */
class PoppedFrameIT {

    private static final String PROGRAM = "io.github.tlsleak.apps.hard.PoppedByADebugger";

    /** The hooks look again after a second, which is short for a person at a debugger. */
    private static final long A_WHILE_MILLIS = 2_500;

    @TempDir Path directory;

    static List<Jdk> jdks() {
        return Jdk.all();
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void whatWasAtWorkIsTakenBack(Jdk jdk) throws Exception {
        AppRun run = new AppRun(jdk, directory);
        try (Debugged debugged = Debugged.start(run, "hard.PoppedByADebugger")) {
            pop(debugged);
            debugged.app().release();
            debugged.app().endsWell(AppRun.LONG);
            assertThat(debugged.app().out()).as(debugged.app().everything()).endsWith("DONE");
        }
        Report report = Report.read(directory.resolve("report.jsonl"));
        assertThat(report.findings())
                .containsExactly(new Scenario.Expected("LOST", "leak", "SSLEngine", "client", 1));
        assertThat(report.summary().path("closed").asInt()).isEqualTo(2);
        assertThat(report.summary().path("agentErrors").asInt()).isZero();
    }

    private static void pop(Debugged debugged) throws Exception {
        ClassPrepareRequest loaded =
                debugged.jvm().eventRequestManager().createClassPrepareRequest();
        loaded.addClassFilter(PROGRAM);
        loaded.enable();
        // the JVM goes on when its first event is resumed
        BreakpointRequest stop = null;
        while (true) {
            EventSet events = debugged.next();
            for (Event event : events) {
                if (event instanceof ClassPrepareEvent prepared) {
                    stop = stopIn(debugged, prepared.referenceType());
                } else if (event instanceof BreakpointEvent hit) {
                    Thread.sleep(A_WHILE_MILLIS);
                    stop.disable();
                    hit.thread().popFrames(hit.thread().frame(1));
                    events.resume();
                    return;
                }
            }
            events.resume();
        }
    }

    private static BreakpointRequest stopIn(Debugged debugged, ReferenceType type) {
        Method stopped = type.methodsByName("stop").get(0);
        BreakpointRequest stop =
                debugged.jvm().eventRequestManager().createBreakpointRequest(stopped.location());
        // the agent's own thread goes on meanwhile
        stop.setSuspendPolicy(EventRequest.SUSPEND_EVENT_THREAD);
        stop.enable();
        return stop;
    }
}
