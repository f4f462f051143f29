package io.github.tlsleak.analysis;

import java.io.IOException;

/** The fields of a place, in whatever object it stands. Stateless. */
final class JsonPlace {

    private JsonPlace() {}

    static void write(Place place, JsonOut out) throws IOException {
        out.text("site", place.fingerprint()).text("resource", place.resource());
        out.text("owner", place.owner()).text("frame", place.frame());
        if (place.frameIndex() >= 0) {
            out.number("frameIndex", place.frameIndex());
        }
        SourceFile file = SourceFile.of(place.frame());
        if (file != null) {
            out.text("file", file.path).numberIfAny("line", file.line);
        }
        out.texts("stack", place.stack());
        out.text("stackIs", place.isAdopted() ? "next use" : "allocation");
    }
}
