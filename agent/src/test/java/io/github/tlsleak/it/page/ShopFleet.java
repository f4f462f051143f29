package io.github.tlsleak.it.page;

import io.github.tlsleak.cli.report.format.Written;
import io.github.tlsleak.cli.report.model.Analysis;
import io.github.tlsleak.common.rules.Baseline;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;

/**
 * The page of a small fleet, made from the lines of its reports: three JVMs, three sites, 26
 * findings within three hours. Stateless.
 */
final class ShopFleet {

    /** 10 leaks of the shop on both hosts. */
    static final String ORDER = "aaaa000000000001";

    /** 7 defects, and 7 findings that are only counted. */
    static final String FEED = "bbbb000000000002";

    /** A leak and a notice of a library; the baseline has it. */
    static final String CACHE = "cccc000000000003";

    private ShopFleet() {}

    private static String jvm(String run, String host, String main, String labels) {
        return ("{'type':'meta','schema':1,'run':'%s','pid':7,'host':'%s','main':'%s','agent':'1',"
                        + "'started':'2026-11-22T09:00:00Z','labels':{%s}}\n")
                .formatted(run, host, main, labels);
    }

    private static String site(String site, String frame, String owner) {
        String app = owner.equals("application") ? "'frame':'" + frame + "'," : "";
        return ("{'type':'site','site':'%s','fingerprint1':'%s','resource':'SSLSocket','owner':'%s',%s"
                        + "'headline':'%s','stack':['javax.net.ssl.SSLSocket.<init>(SSLSocket.java:203)',"
                        + "'%s','com.acme.Main.main(Main.java:1)'],'run':'r1'}\n")
                .formatted(site, site, owner, app, frame, frame);
    }

    private static String found(
            int count, String run, String site, String verdict, String severity, String time) {
        String peer = site.equals(ORDER) ? "orders.internal" : "feed.example";
        return ("{'type':'leak','run':'%s','site':'%s','verdict':'%s','severity':'%s','time':"
                        + "'2026-11-22T%s:00Z','resource':'SSLSocket','peerHost':'%s','peerPort':443,"
                        + "'thread':'nio-7','lifetimeMillis':5}\n")
                .formatted(run, site, verdict, severity, time, peer)
                .repeat(count);
    }

    static String lines() {
        String lines =
                jvm("r1", "web-1", "com.acme.Shop", "'service':'shop','pod':'p1'")
                        + jvm("r2", "web-2", "com.acme.Shop", "'service':'shop','pod':'p2'")
                        + jvm("r3", "db-1", "com.acme.Batch", "'service':'batch'")
                        + site(
                                ORDER,
                                "com.acme.OrderClient.order(OrderClient.java:27)",
                                "application")
                        + site(FEED, "com.acme.PriceFeed.read(PriceFeed.java:8)", "application")
                        + site(CACHE, "io.netty.Cache.get(Cache.java:3)", "library")
                        + found(4, "r1", ORDER, "LOST", "leak", "10:00")
                        + found(2, "r1", ORDER, "LOST", "leak", "11:00")
                        + found(3, "r2", ORDER, "LOST", "leak", "10:00")
                        + found(1, "r2", ORDER, "RESCUED", "leak", "12:00")
                        + found(5, "r3", FEED, "UNSENT", "defect", "10:00")
                        + found(2, "r1", FEED, "UNSENT", "defect", "12:00")
                        + found(1, "r3", CACHE, "LOST", "leak", "13:00")
                        + found(1, "r3", CACHE, "RETAINED", "notice", "13:00")
                        + "{'type':'skipped','run':'r3','site':'%s','time':'2026-11-22T10:00:00Z',"
                                .formatted(FEED)
                        + "'count':7}\n";
        return lines.replace('\'', '"');
    }

    /** Writes the page; the cache is in its baseline. */
    static Path write(Path dir) throws IOException {
        Analysis analysis = Written.read(lines());
        Path accepted = Files.writeString(dir.resolve("accepted"), CACHE + "\n");
        analysis.compare(Baseline.load(accepted, new ArrayList<>()));
        return Files.writeString(dir.resolve("fleet.html"), Written.as("html", analysis));
    }
}
