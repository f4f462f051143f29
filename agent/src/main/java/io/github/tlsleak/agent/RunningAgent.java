package io.github.tlsleak.agent;

import io.github.tlsleak.agent.collect.Collector;
import io.github.tlsleak.agent.collect.ConnectionStates;
import io.github.tlsleak.agent.collect.ContextTracker;
import io.github.tlsleak.agent.collect.FindingPublisher;
import io.github.tlsleak.agent.collect.Pipelines;
import io.github.tlsleak.agent.collect.RemainingSessions;
import io.github.tlsleak.agent.command.OptionChange;
import io.github.tlsleak.agent.command.StatusSource;
import io.github.tlsleak.agent.command.TestAnswer;
import io.github.tlsleak.agent.instrument.Coverage;
import io.github.tlsleak.agent.instrument.Installer;
import io.github.tlsleak.agent.instrument.access.CacheFields;
import io.github.tlsleak.agent.instrument.access.SocketFields;
import io.github.tlsleak.agent.instrument.access.SunState;
import io.github.tlsleak.agent.instrument.access.ThrowableAccess;
import io.github.tlsleak.agent.live.LivingScan;
import io.github.tlsleak.agent.observe.HookFailures;
import io.github.tlsleak.agent.observe.HookSink;
import io.github.tlsleak.agent.observe.HookSwitch;
import io.github.tlsleak.agent.observe.ObservationPolicy;
import io.github.tlsleak.agent.observe.Observers;
import io.github.tlsleak.agent.observe.SelfTest;
import io.github.tlsleak.agent.output.jmx.JmxBean;
import io.github.tlsleak.agent.output.jmx.JmxRegistration;
import io.github.tlsleak.agent.output.jmx.TlsLeakMXBean;
import io.github.tlsleak.agent.output.log.AgentLog;
import io.github.tlsleak.agent.output.metrics.MetricSource;
import io.github.tlsleak.agent.output.status.TrackingSource;
import io.github.tlsleak.agent.process.AgentErrors;
import io.github.tlsleak.agent.process.Launch;
import io.github.tlsleak.agent.process.MainClass;
import io.github.tlsleak.agent.process.TcpTables;
import io.github.tlsleak.agent.site.SiteTable;
import io.github.tlsleak.agent.site.StackSource;
import io.github.tlsleak.agent.track.Grader;
import io.github.tlsleak.agent.track.Tracker;
import io.github.tlsleak.common.frames.Attribution;
import io.github.tlsleak.common.options.CurrentOptions;
import io.github.tlsleak.common.options.Options;
import io.github.tlsleak.common.rules.Baseline;
import io.github.tlsleak.common.rules.KnownBehaviours;
import io.github.tlsleak.common.rules.Suppressions;
import java.lang.instrument.Instrumentation;
import java.nio.file.Paths;
import java.util.List;
import java.util.function.Supplier;

/**
 * The running agent: makes its parts, gives each what it uses, starts and stops them. Thread-safe
 * once it is made.
 */
final class RunningAgent {

    final CurrentOptions options;
    final HookSwitch hooks;
    final Collector collector;
    final StatusSource status;
    final OptionChange change;
    final TestAnswer tests;

    private final AgentLog log;
    private final Installer installer;
    private final Coverage coverage;
    private final AgentErrors errors;
    private final Tracker tracker;
    private final ConnectionStates connections;
    private final HookSink sink;
    private final FindingChannels channels;
    private final JmxRegistration jmx;
    private final Preload preload;
    private final Worker worker;
    private final ExitSummary exitSummary;

    /**
     * @param launch how the agent came into the JVM
     * @param first the options at the start
     * @param log of the agent
     * @param coverage of the hooks
     * @param errors of the agent
     * @param installer of the hooks
     * @param instrumentation of the JVM
     * @param warnings a line is added for each option that cannot be followed
     */
    RunningAgent(
            Launch launch,
            Options first,
            AgentLog log,
            Coverage coverage,
            AgentErrors errors,
            Installer installer,
            Instrumentation instrumentation,
            List<String> warnings) {
        this.log = log;
        this.coverage = coverage;
        this.errors = errors;
        this.installer = installer;
        options = new CurrentOptions(first);
        Suppressions suppressions = suppressions(first, warnings);
        Attribution attribution = new Attribution(first.appPackages, MainClass.name());
        SiteTable sites = new SiteTable(attribution, baseline(first, warnings));
        tracker =
                new Tracker(
                        options, sites, StackSource.best(ThrowableAccess.lookup(instrumentation)));
        if (launch.attached) {
            tracker.beginAdopting();
        }
        KnownBehaviours known = new KnownBehaviours();
        Grader grader = new Grader(first.strict, known, suppressions);
        ContextTracker contexts = new ContextTracker(tracker, new CacheFields(instrumentation));
        HookFailures failures = new HookFailures(tracker, coverage);
        errors.count(failures);
        SunState sun = new SunState(instrumentation);
        sink = sink(contexts, known, failures, sun);
        SocketFields fields = new SocketFields(instrumentation, sun);
        connections = new ConnectionStates(tracker, fields, TcpTables.ofThisProcess());
        TrackingSource tracking = new TrackingSource(tracker, sites, suppressions, connections);
        MetricSource metrics = new MetricSource(tracker, contexts.caches, tracking, errors);
        channels = new FindingChannels(launch, first, log, errors, tracker, metrics, warnings);
        FindingPublisher publisher =
                new FindingPublisher(
                        tracker.totals, grader, channels.all, new Pipelines(connections));
        LivingScan living = new LivingScan(tracker, contexts, publisher, connections);
        collector = new Collector(tracker, contexts, publisher, living, channels.all, failures);
        tests = new TestAnswer(tracker, collector, channels.kept);
        hooks = new HookSwitch(sink, tracker, collector);
        jmx = first.jmx ? jmx(metrics) : JmxRegistration.off("switched off (jmx=false)");
        status =
                new StatusSource(
                        launch,
                        options,
                        coverage,
                        errors,
                        tracking,
                        channels.reports,
                        jmx,
                        channels.exporter);
        change = new OptionChange(options, hooks, log, channels.reports, status);
        preload = new Preload(installer, collector, launch.loader);
        worker = new Worker(collector, upkeep(), errors);
        RemainingSessions all = new RemainingSessions(tracker, null);
        SummaryWriter summary =
                new SummaryWriter(status, coverage, log, channels.reports, all, first.dumpAtExit);
        LastCollection last = new LastCollection(options, tracker, collector);
        exitSummary = new ExitSummary(last, collector, summary, channels.exporter, errors);
    }

    private static Suppressions suppressions(Options options, List<String> warnings) {
        return options.suppressions == null
                ? Suppressions.none()
                : Suppressions.read(Paths.get(options.suppressions), warnings);
    }

    private static Baseline baseline(Options options, List<String> warnings) {
        return options.baseline == null
                ? Baseline.none()
                : Baseline.read(Paths.get(options.baseline), warnings);
    }

    private HookSink sink(
            ContextTracker contexts, KnownBehaviours known, HookFailures failures, SunState sun) {
        ObservationPolicy policy = new ObservationPolicy(tracker, coverage, installer);
        Observers observers =
                new Observers(tracker, contexts, known, policy, coverage, installer, errors, sun);
        return new HookSink(observers, policy, errors, failures);
    }

    /** No lambda before the bean is made: this runs in every program that uses TLS. */
    private JmxRegistration jmx(MetricSource metrics) {
        return new JmxRegistration(
                new Supplier<TlsLeakMXBean>() {
                    @Override
                    public TlsLeakMXBean get() {
                        return new JmxBean(
                                status,
                                metrics,
                                System::gc,
                                time -> change.set("threshold=" + time, null).trim());
                    }
                },
                channels.series);
    }

    /** What the worker does besides collecting; no lambda, as above. */
    private Runnable upkeep() {
        return new Runnable() {
            @Override
            public void run() {
                test();
                coverage.say();
                installer.tryAgain();
                preload.run();
                if (installer.usesManagement()) {
                    jmx.tick();
                }
            }
        };
    }

    /** Starts reporting. */
    void start() {
        exitSummary.atExit();
        worker.start();
        channels.start();
    }

    /** Tests whether hooks fire, once, as soon as all are in place. */
    void test() {
        if (hooks.wasOn() && installer.isInstalled() && coverage.takeFirstUse()) {
            log.prepare();
            String broken = SelfTest.run(sink, SelfTestEngine.make());
            if (broken != null) {
                coverage.broken(broken);
            }
        }
    }

    /** Writes a summary into the report file, if there is one. */
    void report() {
        channels.reports.write(status.summary().json());
    }

    /**
     * Stops all that was started: nothing of this agent runs in the JVM after that. Judging stops
     * before the hooks go: a session whose close is not seen must not become a leak.
     *
     * @return what could not be undone, one line each
     */
    List<String> stop() {
        worker.end();
        exitSummary.now();
        HookSwitch.off();
        List<String> failed = installer.uninstall();
        jmx.close();
        // not earlier: the last findings are events, too
        channels.close();
        return failed;
    }
}
