package io.github.tlsleak.cli.report.format.sarif;

import io.github.tlsleak.cli.report.format.SourceFile;
import io.github.tlsleak.cli.report.format.json.JsonWriter;
import io.github.tlsleak.cli.report.model.ReportedSite;
import io.github.tlsleak.common.frames.Attribution;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Writes stacks as paths of code that lead to a place. Used by one thread. */
final class SarifFlows {

    /** GitHub shows that many steps of a result. */
    private static final int MAX_STEPS = 1_000;

    private static final Attribution ATTRIBUTION = new Attribution(Collections.emptyList());

    private final SarifLocations locations;
    private final JsonWriter out;

    SarifFlows(SarifLocations locations, JsonWriter out) {
        this.locations = locations;
        this.out = out;
    }

    /** Writes a flow, from the outermost frame to the innermost one; none without files. */
    void flow(String what, ReportedSite site) throws IOException {
        List<String> frames = new ArrayList<>();
        for (String frame : site.stack()) {
            if (frames.size() < MAX_STEPS && SourceFile.of(frame) != null) {
                frames.add(frame);
            }
        }
        if (frames.isEmpty()) {
            return;
        }
        Collections.reverse(frames);
        out.object();
        SarifFormat.message("message", what, out);
        out.array("threadFlows").object().array("locations");
        for (String frame : frames) {
            out.object().object("location");
            locations.location(SourceFile.of(frame), frame, out);
            SarifFormat.message("message", method(frame), out);
            out.endObject().text("importance", importance(frame, site)).endObject();
        }
        out.endArray().endObject().endArray().endObject();
    }

    /** Class and method of a frame. */
    private static String method(String frame) {
        String name = frame.substring(0, frame.indexOf('('));
        int method = name.lastIndexOf('.');
        return name.substring(name.lastIndexOf('.', method - 1) + 1);
    }

    private static String importance(String frame, ReportedSite site) {
        if (frame.equals(site.frame())) {
            return "essential";
        }
        return ATTRIBUTION.isApplication(frame) ? "important" : "unimportant";
    }
}
