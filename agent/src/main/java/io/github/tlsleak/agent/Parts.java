package io.github.tlsleak.agent;

import io.github.tlsleak.instrument.Installer;
import io.github.tlsleak.report.AgentLog;
import io.github.tlsleak.report.JsonReport;
import io.github.tlsleak.report.LogReport;
import io.github.tlsleak.report.Summary;
import io.github.tlsleak.track.Collector;
import io.github.tlsleak.track.Contexts;
import io.github.tlsleak.track.Grader;
import io.github.tlsleak.track.Registry;
import io.github.tlsleak.track.Settings;
import io.github.tlsleak.track.SiteTable;
import io.github.tlsleak.track.Snapshot;
import io.github.tlsleak.track.StackSource;
import io.github.tlsleak.verdict.Attribution;
import io.github.tlsleak.verdict.KnownBehaviours;
import io.github.tlsleak.verdict.Suppressions;
import java.io.IOException;
import java.nio.file.Paths;
import java.util.List;
import javax.net.ssl.TlsLeakHooks;

/** The running agent: its parts, wired; its thread; its last words. */
final class Parts {

    private static final long EXIT_MILLIS = 3_000;

    private final Options options;
    private final AgentLog log;
    private final Failures failures = new Failures();
    private final Settings settings = new Settings();
    private final Suppressions suppressions;
    private final SiteTable sites;
    private final Registry registry;
    private final JsonReport json;
    private final CoverageLog coverage;
    private final HookSink sink;
    private final Collector collector;

    Parts(
            Options options,
            AgentLog log,
            CoverageLog coverage,
            Installer installer,
            List<String> warnings) {
        this.options = options;
        this.log = log;
        this.coverage = coverage;
        apply(options);
        suppressions =
                options.suppressions() == null
                        ? Suppressions.none()
                        : Suppressions.read(Paths.get(options.suppressions()), warnings);
        sites = new SiteTable(new Attribution(options.appPackages()));
        registry = new Registry(settings, sites, StackSource.best());
        Grader grader = new Grader(options.strict(), new KnownBehaviours(), suppressions);
        Contexts contexts = new Contexts(registry, grader);
        json = openReport(warnings);
        sink =
                new HookSink(
                        registry, contexts, installer, failures, new Settled(settings, coverage));
        Listeners listeners = new Listeners(new LogReport(log), json, failures);
        collector = new Collector(registry, contexts, grader, listeners);
    }

    /** Lets events in and starts reporting. */
    void start() {
        TlsLeakHooks.install(sink);
        new AgentThread("tlsleak-collector", this::run).start();
        Runtime.getRuntime().addShutdownHook(new AgentThread("tlsleak-exit", this::lastWords));
    }

    private void run() {
        try {
            while (true) {
                try {
                    collector.step();
                    firstUse();
                } catch (InterruptedException e) {
                    return;
                } catch (Throwable t) {
                    failures.add(t);
                }
            }
        } finally {
            log.warn("collector thread ended, leaks are no longer reported");
        }
    }

    private void firstUse() {
        if (coverage.takeFirstUse()) {
            log.prepare();
            String broken = SelfTest.run(sink);
            if (broken != null) {
                log.error("hooks do not fire, leaks will be missed: " + broken);
            }
        }
    }

    /** A stderr that nobody reads must not keep the JVM from ending. */
    private void lastWords() {
        Thread speaker = new AgentThread("tlsleak-summary", this::finish);
        speaker.start();
        try {
            speaker.join(EXIT_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void finish() {
        try {
            collector.finish();
        } catch (Throwable t) {
            failures.add(t);
        }
        try {
            summarize();
        } catch (Throwable t) {
            log.warn("no summary: " + t);
        }
    }

    private void summarize() {
        Snapshot now = Snapshot.of(registry);
        Summary summary =
                new Summary(
                        now,
                        registry.totals(),
                        sites,
                        suppressions,
                        failures.count(),
                        failures.first());
        if (now.created > 0 || failures.count() > 0) {
            log.info(summary.text(options.dumpAtExit()));
        }
        if (json != null) {
            json.write(summary.json());
            json.close();
        }
    }

    private void apply(Options o) {
        settings.stackDepth = o.stackDepth();
        settings.sample = o.sample();
        settings.thresholdMillis = o.thresholdMillis();
        settings.gcIntervalMillis = o.gcIntervalMillis();
        settings.contextChurn = o.contextChurn();
        settings.contextLive = o.contextLive();
    }

    private JsonReport openReport(List<String> warnings) {
        if (options.report() == null) {
            return null;
        }
        long started = System.currentTimeMillis();
        try {
            String meta = Meta.line(options, started);
            return new JsonReport(log, meta, options.report(), started, options.reportMaxBytes());
        } catch (IOException | RuntimeException e) {
            warnings.add("report: " + e.getMessage());
            return null;
        }
    }
}
