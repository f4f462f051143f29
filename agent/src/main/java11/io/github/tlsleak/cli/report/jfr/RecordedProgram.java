package io.github.tlsleak.cli.report.jfr;

import io.github.tlsleak.common.labels.LabelText;
import io.github.tlsleak.common.schema.MetaFields;
import io.github.tlsleak.common.schema.ReportSchema;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.jspecify.annotations.Nullable;

/** The JVM that a recording is of, as far as its own events tell. Used by one thread. */
final class RecordedProgram {

    private static final Pattern VERSION = Pattern.compile("\\(([^)]+)\\)");

    private @Nullable EventFields jvm;
    private @Nullable EventFields labels;

    private RecordedProgram() {}

    /**
     * Looks for the events that tell of a JVM.
     *
     * @throws IOException if it is no recording, or has no events of tlsleak
     */
    static RecordedProgram of(Path path) throws IOException {
        RecordedProgram program = new RecordedProgram();
        try (RecordingFile file = new RecordingFile(path)) {
            check(file);
            while (file.hasMoreEvents() && !program.isKnown()) {
                RecordedEvent event = file.readEvent();
                String type = event.getEventType().getName();
                if (type.equals("jdk.JVMInformation")) {
                    program.jvm = new EventFields(event);
                } else if (type.equals("tlsleak.Labels")) {
                    program.labels = new EventFields(event);
                }
            }
        }
        return program;
    }

    /** The types of events are in a recording even if nothing happened. */
    private static void check(RecordingFile file) throws IOException {
        if (file.readEventTypes().stream()
                .noneMatch(type -> type.getName().startsWith(RecordingLines.PREFIX))) {
            throw new IOException(
                    "this recording has no events of tlsleak: the agent was not in that JVM while it"
                            + " was recorded, or had jfr=false");
        }
    }

    private boolean isKnown() {
        return jvm != null && labels != null;
    }

    /** The main class or jar; null if it is not known. */
    @Nullable String main() {
        String command = jvm == null ? null : jvm.text("javaArguments");
        return command == null || command.isEmpty() ? null : command.split(" ", 2)[0];
    }

    /** The line that a report begins with. */
    List<String> line() throws IOException {
        EventLine line = new EventLine(ReportSchema.META);
        if (jvm != null) {
            line.number(MetaFields.PID, jvm.number("pid"));
            line.text(MetaFields.JVM, jvm.text("jvmName"));
            Matcher version = VERSION.matcher(String.valueOf(jvm.text("jvmVersion")));
            line.text(MetaFields.JAVA, version.find() ? version.group(1) : null);
            line.text(MetaFields.MAIN, main());
            line.time(MetaFields.STARTED, jvm.instant("jvmStartTime"));
        }
        String text = labels == null ? null : labels.text("labels");
        Map<String, String> all = text == null ? Map.of() : LabelText.parse(text);
        return Collections.singletonList(line.texts(MetaFields.LABELS, all).end());
    }
}
