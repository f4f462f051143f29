package io.github.tlsleak.agent.output;

import io.github.tlsleak.agent.output.file.ReportFile;
import java.util.ArrayList;
import java.util.List;

/** A listener for tests, with one header line. */
public final class RecordingOutput implements ReportFile.Listener {

    public final List<String> problems = new ArrayList<>();
    public int restarts;

    @Override
    public List<String> header() {
        return List.of("meta");
    }

    @Override
    public void restarted() {
        restarts++;
    }

    @Override
    public void problem(String message) {
        problems.add(message);
    }
}
