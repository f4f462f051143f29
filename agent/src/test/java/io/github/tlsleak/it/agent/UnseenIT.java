package io.github.tlsleak.it.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.tlsleak.it.harness.AppRun;
import io.github.tlsleak.it.harness.Ended;
import io.github.tlsleak.it.harness.Forked;
import io.github.tlsleak.it.harness.Jdk;
import io.github.tlsleak.it.harness.JdkTool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordedStackTrace;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The agent captures the stack of each session. Tools that look for exceptions do not see that. */
class UnseenIT {

    private static final int PAIRS = 200;
    private static final int FLIGHT_RECORDER = 11;
    private static final String OPEN = "volume.ManyOpen";

    /** Records every exception that is thrown, and leaves none out. */
    private static final String EXCEPTIONS =
            "<?xml version='1.0' encoding='UTF-8'?><configuration version='2.0'>"
                    + "<event name='jdk.JavaExceptionThrow'>"
                    + "<setting name='enabled'>true</setting>"
                    + "<setting name='throttle'>off</setting>"
                    + "<setting name='stackTrace'>true</setting></event>"
                    + "<event name='jdk.JavaErrorThrow'>"
                    + "<setting name='enabled'>true</setting>"
                    + "<setting name='stackTrace'>true</setting></event>"
                    + "</configuration>";

    @TempDir Path directory;

    static List<Jdk> jdks() {
        return Jdk.all();
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void flightRecordingsShowNoExceptionOfOurs(Jdk jdk) throws Exception {
        assumeTrue(jdk.major() >= FLIGHT_RECORDER);
        Path settings = Files.writeString(directory.resolve("exceptions.jfc"), EXCEPTIONS);
        Path recording = directory.resolve("r.jfr");
        Ended ended =
                new AppRun(jdk, directory)
                        .jvm("-XX:FlightRecorderOptions=stackdepth=512")
                        .jvm(
                                "-XX:StartFlightRecording=settings="
                                        + settings
                                        + ",filename="
                                        + recording)
                        .runAlone(OPEN, String.valueOf(PAIRS));
        assertThat(ended.exitCode()).as(ended.everything()).isZero();
        List<RecordedEvent> thrown = thrown(recording);
        assertThat(thrown).as("the recording works").isNotEmpty();
        assertThat(thrown).filteredOn(UnseenIT::madeByUs).isEmpty();
        // inside the JDK, loading and linking classes throws some dozens once, but not for each
        // session
        assertThat(thrown).filteredOn(UnseenIT::underUs).hasSizeLessThan(PAIRS / 2);
    }

    private static List<RecordedEvent> thrown(Path recording) throws IOException {
        return RecordingFile.readAllEvents(recording).stream()
                .filter(event -> event.getEventType().getName().startsWith("jdk.Java"))
                .toList();
    }

    /** The first frame below the constructors of the exception is one of the agent's. */
    private static boolean madeByUs(RecordedEvent event) {
        return frames(event)
                .filter(frame -> !frame.getMethod().getName().equals("<init>"))
                .limit(1)
                .anyMatch(frame -> isOurs(frame) && !type(frame).endsWith("AgentClassLoader"));
    }

    private static boolean underUs(RecordedEvent event) {
        return frames(event).anyMatch(UnseenIT::isOurs);
    }

    private static Stream<RecordedFrame> frames(RecordedEvent event) {
        RecordedStackTrace stack = event.getStackTrace();
        return stack == null ? Stream.empty() : stack.getFrames().stream();
    }

    private static boolean isOurs(RecordedFrame frame) {
        String type = type(frame);
        return type.startsWith("javax.net.ssl.TlsLeak")
                || (type.startsWith("io.github.tlsleak.")
                        && !type.startsWith("io.github.tlsleak.apps."));
    }

    private static String type(RecordedFrame frame) {
        return frame.getMethod().getType().getName();
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void histogramsShowNoThrowablesOfLiveSessions(Jdk jdk) throws Exception {
        try (Forked app =
                new AppRun(jdk, directory)
                        .start(OPEN, "127.0.0.1", "0", "1.2", String.valueOf(PAIRS))) {
            app.awaitOut("DONE"::equals, AppRun.LONG);
            String histogram = JdkTool.jcmd(jdk, app.pid(), "GC.class_histogram");
            assertThat(instances(histogram, "io.github.tlsleak.agent.track.Session"))
                    .as("records")
                    .isGreaterThanOrEqualTo(2 * PAIRS);
            // each JVM makes some exceptions ahead, such as OutOfMemoryError
            assertThat(instances(histogram, "[\\w.$]+(?:Throwable|Exception|Error)"))
                    .as(histogram)
                    .isLessThan(PAIRS / 4);
            assertThat(instances(histogram, "java.lang.StackTraceElement"))
                    .as(histogram)
                    .isLessThan(PAIRS / 4);
            app.release();
            assertThat(app.exitCode(AppRun.LONG)).as(app.everything()).isZero();
        }
    }

    /** Objects of all classes whose name matches. */
    private static int instances(String histogram, String type) {
        String line = "^\\s*\\d+:\\s+(\\d+)\\s+\\d+\\s+" + type + "(?:\\s.*)?$";
        Matcher count = Pattern.compile(line, Pattern.MULTILINE).matcher(histogram);
        int sum = 0;
        while (count.find()) {
            sum += Integer.parseInt(count.group(1));
        }
        return sum;
    }
}
