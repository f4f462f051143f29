package io.github.tlsleak.agent.command;

import io.github.tlsleak.Request;
import io.github.tlsleak.agent.collect.Collector;
import io.github.tlsleak.agent.collect.RemainingSessions;
import io.github.tlsleak.agent.collect.SessionFinding;
import io.github.tlsleak.agent.output.test.FindingReply;
import io.github.tlsleak.agent.output.test.KeptFindings;
import io.github.tlsleak.agent.track.Tracker;
import java.util.Map;

/**
 * Answers tests that run in this JVM: which test begins and ends, what leaked. Thread-safe; runs on
 * the threads of the tests.
 */
public final class TestAnswer implements Answer {

    private final Tracker tracker;
    private final Collector collector;
    private final KeptFindings findings;

    /**
     * @param tracker knows the running tests, and their sessions
     * @param collector finds what is garbage
     * @param findings so far
     */
    public TestAnswer(Tracker tracker, Collector collector, KeptFindings findings) {
        this.tracker = tracker;
        this.collector = collector;
        this.findings = findings;
    }

    @Override
    public String to(Map<String, String> request) {
        String step = request.getOrDefault(Request.STEP, "");
        switch (step) {
            case Request.BEGIN:
                begin(request);
                return "";
            case Request.END:
                tracker.tests.end(id(request));
                return "";
            case Request.MARK:
                return String.valueOf(findings.keep());
            case Request.SETTLE:
                return String.valueOf(settle(request));
            case Request.SINCE:
                return since(Long.parseLong(request.getOrDefault(Request.NUMBER, "0")));
            case Request.OPEN:
                return open(request);
            default:
                throw new IllegalArgumentException(
                        "the agent in this JVM knows no step " + step + " of tests: it is older");
        }
    }

    private void begin(Map<String, String> request) {
        tracker.tests.begin(
                id(request),
                request.get(Request.PARENT),
                request.getOrDefault(Request.NAME, id(request)),
                Boolean.parseBoolean(request.get(Request.CONTAINER)));
    }

    /** Collects only if a session is left that could be a finding. */
    private boolean settle(Map<String, String> request) {
        RemainingSessions remaining = new RemainingSessions(tracker, request.get(Request.ID));
        if (collector.isSettled() && !remaining.mayLeak()) {
            return true;
        }
        try {
            return collector.collect(() -> !remaining.mayLeak());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private String since(long number) {
        StringBuilder reply = new StringBuilder();
        for (KeptFindings.Kept kept : findings.after(number)) {
            reply.append(FindingReply.line(kept.number, kept.finding));
        }
        return reply.toString();
    }

    private String open(Map<String, String> request) {
        StringBuilder reply = new StringBuilder();
        for (SessionFinding finding :
                new RemainingSessions(tracker, request.get(Request.ID)).open()) {
            reply.append(FindingReply.line(0, finding));
        }
        return reply.toString();
    }

    private static String id(Map<String, String> request) {
        String id = request.get(Request.ID);
        if (id == null) {
            throw new IllegalArgumentException("no id of a test");
        }
        return id;
    }
}
