package io.github.tlsleak.report;

import java.util.ArrayList;
import java.util.List;

/** A listener for tests, with one header line. */
final class RecordingListener implements ReportFile.Listener {

    final List<String> problems = new ArrayList<>();
    int restarts;

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
