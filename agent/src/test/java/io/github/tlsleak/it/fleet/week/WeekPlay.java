package io.github.tlsleak.it.fleet.week;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Random;

/** What a made program does wrong, hour by hour. Used by one thread. */
final class WeekPlay {

    private static final long HOUR = 3_600_000;

    private final WeekJvm jvm;
    private final Random random;
    private final boolean later;

    /**
     * @param later whether it is the later of two weeks
     */
    WeekPlay(WeekJvm jvm, boolean later) {
        this.later = later;
        this.jvm = jvm;
        random = jvm.random();
    }

    /**
     * An hour.
     *
     * @param load from 0 to 1
     * @param age hours since the program was started
     */
    void hour(String version, Instant time, double load, int age) {
        switch (jvm.service) {
            case "shop" -> shop(version.equals("2.4.0"), time, load, age);
            case "search" -> search(version.equals("1.9.0"), time, load);
            case "gateway" -> gateway(time, load, age);
            case "mail" -> mail(time, load);
            default -> bank(time, load, age);
        }
    }

    private void shop(boolean deployed, Instant time, double load, int age) {
        if (deployed) {
            lose(WeekSites.PAYMENT, time, load * (2 + age / 4.0), "RESCUED", "pay.example.com");
            lose(WeekSites.PAYMENT, time, load * (1 + age / 30.0), "LOST", "pay.example.com");
        }
        lose(WeekSites.STOCK, time, load * 1.2, "RESCUED", "stock.internal");
        lose(
                WeekSites.AVATAR,
                time,
                load * 0.8,
                "LOST",
                "img-" + random.nextInt(9) + ".cdn.example.com");
        if (!later) {
            lose(WeekSites.PRICES, time, load * 0.9, "LOST", "prices.internal");
        }
        excused(time, load * 2);
    }

    private void search(boolean leaks, Instant time, double load) {
        if (leaks) {
            lose(
                    WeekSites.INDEX,
                    time,
                    load * 7,
                    "LOST",
                    "index-" + random.nextInt(6) + ".internal");
        }
        excused(time, load);
    }

    private void gateway(Instant time, double load, int age) {
        for (int i = count(load * 0.7); i > 0; i--) {
            ObjectNode line = jvm.session("leak", WeekSites.UPSTREAM, at(time), "STUCK", "defect");
            line.put("alive", true).put("hangsAt", WeekSites.UPSTREAM.fingerprint());
            line.put("hangsIn", "upstream-" + random.nextInt(8));
            jvm.found(
                    WeekJvm.peer(
                            line,
                            "legacy-erp.internal",
                            8443,
                            "upstream-" + random.nextInt(8),
                            61_000 + random.nextInt(900_000)));
        }
        lose(
                WeekSites.WEBHOOK,
                time,
                load * (later ? 0.8 : 0.3),
                "LOST",
                "hooks.partner-" + random.nextInt(12) + ".example");
        if (age % 60 == 59) {
            ObjectNode line =
                    jvm.session(
                            "sessions", WeekSites.UPSTREAM, at(time), "SESSION_HOARD", "defect");
            line.put("live", 120 + age).put("perHour", 2);
            line.putObject("peers").put("legacy-erp.internal:8443", 100 + age);
            jvm.found(line);
        }
    }

    private void mail(Instant time, double load) {
        jvm.describeToo(WeekSites.ABORT);
        for (int i = count(load * 3); i > 0; i--) {
            ObjectNode line = jvm.session("leak", WeekSites.MAILER, at(time), "UNDERCUT", "defect");
            line.put("closedAt", WeekSites.ABORT.fingerprint()).put("owner", "library");
            jvm.found(
                    WeekJvm.peer(line, "smtp.example.com", 465, thread(), random.nextInt(40_000)));
        }
    }

    private void bank(Instant time, double load, int age) {
        lose(WeekSites.LEDGER, time, load * 0.5, "UNANSWERED", "ledger.internal");
        lose(WeekSites.LDAP, time, load * 0.2, "RESCUED", "ldap.internal");
        if (age % 40 == 39) {
            ObjectNode line =
                    jvm.session("context", WeekSites.TRUST, at(time), "CONTEXT_CHURN", "notice");
            jvm.found(line.put("contexts", 40 * age).put("sessions", 44 * age).put("live", 12));
        }
    }

    private void lose(WeekSite site, Instant time, double many, String verdict, String host) {
        for (int i = count(many); i > 0; i--) {
            ObjectNode line = jvm.session("leak", site, at(time), verdict, "leak");
            jvm.found(WeekJvm.peer(line, host, 443, thread(), 200 + random.nextInt(60_000)));
        }
    }

    private void excused(Instant time, double many) {
        for (int i = count(many); i > 0; i--) {
            ObjectNode line = jvm.session("leak", WeekSites.HTTP, at(time), "UNDERCUT", "notice");
            line.put("known", "java.net.http").put("owner", "jdk");
            jvm.found(
                    WeekJvm.peer(
                            line, "api.internal", 443, "HttpClient-1-SelectorManager", 30_000));
        }
    }

    /** Sessions that are idle when the week ends. */
    void end(Instant time) {
        if (jvm.service.equals("bank")) {
            for (int i = 0; i < 6; i++) {
                Instant when = time.minusSeconds(60 + random.nextInt(3000));
                ObjectNode line = jvm.session("open", WeekSites.LDAP, when, "OPEN", "notice");
                long age = HOUR * (1 + random.nextInt(90));
                jvm.found(
                        WeekJvm.peer(line.put("alive", true), "ldap.internal", 636, thread(), age));
            }
        }
    }

    private String thread() {
        return "http-nio-8443-exec-" + (1 + random.nextInt(40));
    }

    private Instant at(Instant hour) {
        return hour.plusMillis(random.nextInt((int) HOUR));
    }

    /** A whole number of times, as often on average as asked. */
    private int count(double many) {
        int whole = (int) many;
        return whole + (random.nextDouble() < many - whole ? 1 : 0);
    }
}
