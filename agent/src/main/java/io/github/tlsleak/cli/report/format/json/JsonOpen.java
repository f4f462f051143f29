package io.github.tlsleak.cli.report.format.json;

import io.github.tlsleak.cli.report.model.OpenSession;
import io.github.tlsleak.cli.report.model.OpenSessions;
import io.github.tlsleak.cli.report.model.open.OpenCells;
import java.io.IOException;
import java.util.List;

/** Writes the open sessions of the JSON document. Used by one thread. */
final class JsonOpen {

    private static final int OLDEST = 100;

    private final OpenSessions open;
    private final JsonWriter out;

    JsonOpen(OpenSessions open, JsonWriter out) {
        this.open = open;
        this.out = out;
    }

    void write() throws IOException {
        out.object("open").number("sessions", open.size() + open.beyond());
        out.number("reclosed", open.reclosed()).numberIfAny("untold", open.beyond());
        List<OpenSessions.Group> groups = open.bySite();
        ages(groups);
        states(groups);
        out.array("sites");
        for (OpenSessions.Group group : groups) {
            out.object();
            JsonSite.location(group.site, out);
            out.number("sessions", group.sessions).number("oldest", group.oldestMillis);
            out.numberIfAny("atExit", group.atExit);
            out.numbers("cells", group.cells.flat());
            out.numbers("ages", group.ages).text("pipeline", group.pipeline()).endObject();
        }
        out.endArray().array("oldest");
        List<OpenSession> oldest = open.oldest();
        for (OpenSession session : oldest.subList(0, Math.min(OLDEST, oldest.size()))) {
            session(session);
        }
        out.endArray().endObject();
    }

    private void ages(List<OpenSessions.Group> groups) throws IOException {
        out.array("ages");
        for (int i = 0; i < OpenSessions.AGES.length; i++) {
            long sessions = 0;
            for (OpenSessions.Group group : groups) {
                sessions += group.ages[i];
            }
            out.object().number("from", OpenSessions.AGES[i]);
            if (i + 1 < OpenSessions.AGES.length) {
                out.number("to", OpenSessions.AGES[i + 1]);
            }
            out.number("sessions", sessions).endObject();
        }
        out.endArray();
    }

    /** Each state with its sessions by age; the cells of a site refer to its index. */
    private void states(List<OpenSessions.Group> groups) throws IOException {
        OpenCells all = new OpenCells(OpenSessions.AGES.length);
        groups.forEach(group -> all.addAll(group.cells));
        out.array("states");
        for (int i = 0; i < OpenCells.STATES; i++) {
            out.object().text("state", OpenCells.state(i).json());
            out.truth("atExit", OpenCells.isAtExit(i)).numbers("ages", all.ages(i)).endObject();
        }
        out.endArray();
    }

    private void session(OpenSession session) throws IOException {
        out.object().text("site", session.site.fingerprint());
        out.text("frame", session.site.frame()).text("peer", session.peer);
        out.text("thread", session.thread).time("created", session.created);
        out.numberIfAny("sessions", session.sessions > 1 ? session.sessions : 0);
        out.number("age", session.age).number("jvm", session.jvm.index()).endObject();
    }
}
