package io.github.tlsleak.agent;

import io.github.tlsleak.agent.instrument.BootHooks;
import io.github.tlsleak.agent.instrument.Coverage;
import io.github.tlsleak.agent.instrument.Installer;
import io.github.tlsleak.agent.instrument.access.SunState;
import io.github.tlsleak.agent.instrument.access.ThrowableAccess;
import io.github.tlsleak.agent.observe.HookFailures;
import io.github.tlsleak.agent.observe.HookSink;
import io.github.tlsleak.agent.observe.ObservationPolicy;
import io.github.tlsleak.agent.observe.Observers;
import io.github.tlsleak.agent.observe.SelfTest;
import io.github.tlsleak.agent.output.Outputs;
import io.github.tlsleak.agent.output.file.ReportSwitch;
import io.github.tlsleak.agent.output.jfr.JfrReport;
import io.github.tlsleak.agent.output.jmx.LazyJmx;
import io.github.tlsleak.agent.output.log.AgentLog;
import io.github.tlsleak.agent.output.log.LogReport;
import io.github.tlsleak.agent.process.AgentErrors;
import io.github.tlsleak.agent.process.Launch;
import io.github.tlsleak.agent.site.SiteTable;
import io.github.tlsleak.agent.site.StackSource;
import io.github.tlsleak.agent.track.Collector;
import io.github.tlsleak.agent.track.ContextTracker;
import io.github.tlsleak.agent.track.Grader;
import io.github.tlsleak.agent.track.Snapshot;
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

/** The running agent: its parts, wired, and their beginning and end. */
public final class RunningAgent {

    final Launch run;
    public final AgentLog log;
    final Installer installer;
    final Coverage coverage;
    final AgentErrors failures;
    public final CurrentOptions options;
    final Suppressions suppressions;
    final SiteTable sites;
    final Tracker tracker;
    public final Collector collector;
    public final ReportSwitch reports;
    public final StatusSource facts;
    final LazyJmx jmx = new LazyJmx(this);

    /** Null where it is switched off. */
    private final JfrReport jfr;

    private final HookSink sink;
    private final Worker worker;
    private final ExitSummary lastWords;
    private volatile boolean live;

    RunningAgent(
            Launch run,
            Options first,
            AgentLog log,
            Coverage coverage,
            AgentErrors failures,
            Installer installer,
            Instrumentation instrumentation,
            List<String> warnings) {
        this.run = run;
        this.log = log;
        this.coverage = coverage;
        this.failures = failures;
        this.installer = installer;
        options = new CurrentOptions(first);
        suppressions =
                first.suppressions == null
                        ? Suppressions.none()
                        : Suppressions.read(Paths.get(first.suppressions), warnings);
        Baseline baseline =
                first.baseline == null
                        ? Baseline.none()
                        : Baseline.read(Paths.get(first.baseline), warnings);
        sites = new SiteTable(new Attribution(first.appPackages), baseline);
        StackSource stacks = StackSource.best(ThrowableAccess.lookup(instrumentation));
        tracker = new Tracker(options, sites, stacks);
        if (run.attached) {
            tracker.beginAdopting();
        }
        KnownBehaviours known = new KnownBehaviours();
        Grader grader = new Grader(first.strict, known, suppressions);
        ContextTracker contexts = new ContextTracker(tracker);
        ObservationPolicy policy = new ObservationPolicy(options, tracker, coverage);
        Observers observers =
                new Observers(
                        tracker,
                        contexts,
                        known,
                        policy,
                        coverage,
                        installer,
                        failures,
                        new SunState(instrumentation));
        HookFailures doubts = new HookFailures(tracker, coverage);
        sink = new HookSink(observers, policy, failures, doubts);
        jfr = first.jfr ? new JfrReport(() -> Snapshot.of(tracker), failures::add) : null;
        reports = new ReportSwitch(run, log::warn);
        reports.open(first, warnings);
        collector = new Collector(tracker, contexts, grader, outputs(), doubts);
        facts = new StatusSource(this);
        lastWords = new ExitSummary(this);
        worker = new Worker(this);
    }

    private Outputs outputs() {
        LogReport logReport = new LogReport(log);
        return jfr == null
                ? new Outputs(failures, logReport, reports)
                : new Outputs(failures, logReport, jfr, reports);
    }

    /** Starts reporting. */
    void start() {
        lastWords.atExit();
        worker.start();
    }

    /**
     * Lets events in. In a program that runs already not before all hooks are where they belong: a
     * close that half of them see would look like a leak.
     *
     * @param late whether there may be sessions already: these are met at their next event
     */
    public void resume(boolean late) {
        if (late) {
            tracker.beginAdopting();
        }
        BootHooks.install(sink);
        live = true;
    }

    /** Keeps events out, and forgets what was followed: what happens to it is not seen. */
    public void pause() {
        collector.forget(() -> BootHooks.install(null));
    }

    /** Sees whether hooks fire, once, as soon as there are any. */
    void test() {
        if (live && coverage.takeFirstUse()) {
            log.prepare();
            String broken = SelfTest.run(sink);
            if (broken != null) {
                coverage.broken(broken);
            }
        }
    }

    /**
     * Ends all that was started: nothing of this agent runs in the JVM after that. Judging ends
     * first: a session whose close is not seen any more must not become a leak.
     *
     * @return what could not be undone, one line each
     */
    public List<String> stop() {
        worker.end();
        lastWords.now();
        BootHooks.install(null);
        List<String> failed = installer.uninstall();
        jmx.close();
        // not earlier: what was judged last is an event, too
        if (jfr != null) {
            jfr.close();
        }
        return failed;
    }
}
