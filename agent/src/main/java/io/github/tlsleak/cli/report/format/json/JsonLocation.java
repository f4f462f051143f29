package io.github.tlsleak.cli.report.format.json;

import io.github.tlsleak.cli.report.format.SourceFile;
import io.github.tlsleak.cli.report.model.ReportedSite;
import java.io.IOException;

/** The fields of a place, in whatever object it stands. Stateless. */
final class JsonLocation {

    private JsonLocation() {}

    static void write(ReportedSite place, JsonWriter out) throws IOException {
        write(place, place, out);
    }

    /** With owner, frame and file of another place, which is to blame. */
    static void write(ReportedSite place, ReportedSite blamed, JsonWriter out) throws IOException {
        out.text("site", place.fingerprint()).text("resource", place.resource());
        out.text("owner", blamed.owner()).text("frame", blamed.frame());
        if (place.frameIndex() >= 0) {
            out.number("frameIndex", place.frameIndex());
        }
        SourceFile file = SourceFile.of(blamed.frame());
        if (file != null) {
            out.text("file", file.path).numberIfAny("line", file.line);
        }
        out.texts("stack", place.stack());
        out.text("stackIs", place.isAdopted() ? "next use" : "allocation");
    }

    /** The place where sessions were closed, and how many were closed elsewhere. */
    static void closing(ReportedSite closing, long others, JsonWriter out) throws IOException {
        out.object("closedAt").text("site", closing.fingerprint());
        if (closing.frameIndex() >= 0) {
            out.number("frameIndex", closing.frameIndex());
        }
        out.texts("stack", closing.stack()).numberIfAny("elsewhere", others).endObject();
    }
}
