package io.github.tlsleak.data;

import java.time.Instant;
import java.util.SplittableRandom;

/**
 * Makes the single lines of a JVM of a made-up fleet, each with its line end. Used by one thread.
 */
final class FleetLine {

    private static final String[] LEAKS = {"LOST", "RESCUED", "UNANSWERED", "ABANDONED"};
    private static final String[] DEFECTS = {"UNSENT", "UNDERCUT", "STUCK", "PEER_CLOSED"};
    private static final String[] NOTICES = {"CLOSE_FAILED", "CUT", "UNDERCUT"};
    private static final String[] CONTEXTS = {"CONTEXT_CHURN", "CONTEXT_HOARD", "CACHE_HOARD"};
    private static final String[] SESSIONS = {"SESSION_HOARD", "SESSION_CHURN", "RETAINED"};
    private static final String[] ENDS = {"eof", "reset", "close_notify"};
    private static final int PEERS = 200;

    private final String run;
    private final SplittableRandom random;

    FleetLine(String run, SplittableRandom random) {
        this.run = run;
        this.random = random;
    }

    CharSequence meta(int index, Instant started, String labels) {
        return begin("meta")
                .append(",\"schema\":1,\"agent\":\"0.2.0\",\"pid\":")
                .append(index + 1)
                .append(",\"host\":\"host")
                .append(index)
                .append("\",\"java\":\"17.0.15\",\"main\":\"com.example.Main\",\"started\":\"")
                .append(started)
                .append('"')
                .append(labels)
                .append(end());
    }

    CharSequence site(String site, String frame) {
        return begin("site")
                .append(",\"site\":\"")
                .append(site)
                .append("\",\"fingerprint1\":\"0\",\"resource\":\"SSLSocket\",\"frame\":\"")
                .append(frame)
                .append("\",\"owner\":\"application\",\"stack\":[\"")
                .append(frame)
                .append("\",\"com.example.Main.main(Main.java:1)\"]")
                .append(end());
    }

    /** Most lines are findings; the others are what a reader must not count as one. */
    CharSequence any(Instant time, String site, String first) {
        int what = random.nextInt(1_000);
        if (what < 900) {
            return finding(time, site);
        } else if (what < 930) {
            return open(time, first);
        } else if (what < 945) {
            return session("reclosed", time, site, "OPEN", "notice", "");
        } else if (what < 970) {
            return many("context", CONTEXTS, time, first);
        } else if (what < 985) {
            return many("sessions", SESSIONS, time, first);
        } else if (what < 990) {
            return begin("skipped").append(site(site)).append(",\"count\":7").append(end());
        } else if (what < 995) {
            return begin("of-a-later-release").append(site(site)).append(end());
        }
        return "\n";
    }

    private CharSequence finding(Instant time, String site) {
        int what = random.nextInt(100);
        String special = "";
        if (what < 3) {
            special += ",\"known\":\"JDK-" + what + "\",\"owner\":\"jdk\"";
        } else if (what < 6) {
            special += ",\"suppressedBy\":\"frame:com.example.rule" + what + "\"";
        } else if (what < 8) {
            special += ",\"later\":{\"deep\":[1,{\"type\":\"leak\"}]}";
        }
        if (what < 60) {
            return session("leak", time, site, one(LEAKS), "leak", special);
        } else if (what < 90) {
            return session("leak", time, site, one(DEFECTS), "defect", special);
        }
        return session("leak", time, site, one(NOTICES), what < 99 ? "notice" : "later", special);
    }

    private CharSequence session(
            String type, Instant time, String site, String verdict, String severity, String more) {
        boolean client = random.nextInt(4) > 0;
        int peer = random.nextInt(PEERS);
        StringBuilder text = verdict(begin(type), time, site, verdict, severity);
        text.append(",\"role\":\"").append(client ? "client" : "server");
        text.append("\",\"peerHost\":\"peer").append(peer).append(".example\"");
        if (peer % 10 > 0) {
            text.append(",\"peerPort\":").append(client ? 443 : 40_000 + random.nextInt(20_000));
        }
        if (random.nextInt(3) == 0) {
            text.append(",\"peerEnd\":\"").append(ENDS[peer % 3]).append('"');
        }
        return text.append(",\"thread\":\"worker-")
                .append(peer)
                .append("\"")
                .append(more)
                .append(end());
    }

    private CharSequence open(Instant time, String site) {
        return verdict(begin("open"), time, site, "OPEN", "notice")
                .append(",\"peerHost\":\"idle.example\",\"peerPort\":443,\"ageMillis\":90000")
                .append(end());
    }

    /** A finding on many objects of a site. It comes again, gets worse, is over. */
    private CharSequence many(String type, String[] verdicts, Instant time, String site) {
        int what = random.nextInt(20);
        StringBuilder text =
                verdict(
                        begin(type),
                        time,
                        site,
                        one(verdicts),
                        what < 3 && verdicts == CONTEXTS ? "defect" : "notice");
        text.append(",\"live\":").append(100 + what);
        text.append(what == 4 ? ",\"over\":true" : "");
        return text.append(end());
    }

    /** That a session was open when its JVM ended is no finding. */
    CharSequence openAtExit(Instant time, String site, int count) {
        return verdict(begin("open"), time, site, "OPEN", "notice")
                .append(",\"created\":\"")
                .append(time)
                .append("\",\"ageMillis\":5,\"alive\":true,\"atExit\":true,\"count\":")
                .append(count)
                .append(end());
    }

    /** A line that a killed JVM did not finish. */
    CharSequence cut(Instant time) {
        return begin("leak").append(",\"time\":\"").append(time).append("\",\"verdict\":\"LO");
    }

    /** Its fields known, sessions, created and open are of other types than in other lines. */
    CharSequence summary(Instant time) {
        return begin("summary")
                .append(",\"time\":\"")
                .append(time)
                .append("\",\"sessions\":12,\"closed\":10,\"ended\":{\"LOST\":2},\"open\":0")
                .append(",\"created\":14,\"known\":0,\"suppressed\":0,\"atExit\":true")
                .append(end());
    }

    private static StringBuilder begin(String type) {
        return new StringBuilder(400).append("{\"type\":\"").append(type).append('"');
    }

    private static StringBuilder verdict(
            StringBuilder text, Instant time, String site, String verdict, String severity) {
        text.append(",\"time\":\"").append(time).append("\",\"verdict\":\"").append(verdict);
        text.append("\",\"severity\":\"").append(severity).append("\",\"resource\":\"SSLSocket\"");
        return text.append(site(site));
    }

    private static String site(String site) {
        return ",\"site\":\"" + site + "\"";
    }

    private String end() {
        return ",\"run\":\"" + run + "\"}\n";
    }

    private String one(String[] words) {
        return words[random.nextInt(words.length)];
    }
}
