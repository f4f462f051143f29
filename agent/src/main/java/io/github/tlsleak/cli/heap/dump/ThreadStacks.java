package io.github.tlsleak.cli.heap.dump;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import shark.GcRoot;
import shark.HprofHeader;
import shark.HprofRecord.LoadClassRecord;
import shark.HprofRecord.StackFrameRecord;
import shark.HprofRecord.StackTraceRecord;
import shark.HprofRecord.StringRecord;
import shark.HprofRecordReader;
import shark.HprofRecordTag;
import shark.StreamingHprofReader;

/** The stacks of the threads in a dump. Used by one thread. */
final class ThreadStacks {

    private final Map<Integer, String> threads = new HashMap<>();
    private final Map<Integer, long[]> framesOfThread = new HashMap<>();
    private final Map<Long, StackFrameRecord> frames = new HashMap<>();
    private final Map<Integer, Long> classNames = new HashMap<>();
    private final Map<Long, String> strings = new HashMap<>();

    private ThreadStacks() {}

    static ThreadStacks read(
            HeapDump dump, List<GcRoot> roots, MappedDump file, HprofHeader header) {
        ThreadStacks stacks = new ThreadStacks();
        try {
            StreamingHprofReader.Companion.readerFor(file.quietly(), header)
                    .readRecords(
                            EnumSet.of(
                                    HprofRecordTag.STRING_IN_UTF8,
                                    HprofRecordTag.LOAD_CLASS,
                                    HprofRecordTag.STACK_FRAME,
                                    HprofRecordTag.STACK_TRACE,
                                    HprofRecordTag.CLASS_DUMP),
                            (tag, length, reader) -> stacks.record(tag, length, reader));
        } catch (HeadRead e) {
            // the JVM writes all stacks before the first object
        }
        stacks.nameThreads(dump, roots);
        return stacks;
    }

    private void record(HprofRecordTag tag, long length, HprofRecordReader reader) {
        switch (tag) {
            case STRING_IN_UTF8:
                StringRecord string = reader.readStringRecord(length);
                strings.put(string.getId(), string.getString());
                break;
            case LOAD_CLASS:
                LoadClassRecord loaded = reader.readLoadClassRecord();
                classNames.put(loaded.getClassSerialNumber(), loaded.getClassNameStringId());
                break;
            case STACK_FRAME:
                StackFrameRecord frame = reader.readStackFrameRecord();
                frames.put(frame.getId(), frame);
                break;
            case STACK_TRACE:
                StackTraceRecord trace = reader.readStackTraceRecord();
                framesOfThread.put(trace.getThreadSerialNumber(), trace.getStackFrameIds());
                break;
            default:
                throw new HeadRead();
        }
    }

    private void nameThreads(HeapDump dump, List<GcRoot> roots) {
        for (GcRoot root : roots) {
            if (root instanceof GcRoot.ThreadObject) {
                DumpedObject thread = dump.find(root.getId());
                String name = thread == null ? null : thread.text("name");
                int serial = ((GcRoot.ThreadObject) root).getThreadSerialNumber();
                threads.put(serial, name == null ? "?" : name);
            }
        }
    }

    @Nullable StackPlace of(GcRoot root) {
        if (root instanceof GcRoot.JavaFrame) {
            GcRoot.JavaFrame frame = (GcRoot.JavaFrame) root;
            return place(frame.getThreadSerialNumber(), frame.getFrameNumber());
        }
        if (root instanceof GcRoot.JniLocal) {
            GcRoot.JniLocal local = (GcRoot.JniLocal) root;
            return place(local.getThreadSerialNumber(), local.getFrameNumber());
        }
        return null;
    }

    private StackPlace place(int thread, int number) {
        long[] ids = framesOfThread.getOrDefault(thread, new long[0]);
        StackFrameRecord frame =
                number >= 0 && number < ids.length ? frames.get(ids[number]) : null;
        return new StackPlace(
                threads.getOrDefault(thread, "?"), frame == null ? null : text(frame));
    }

    /** As a line of a stack trace. */
    private String text(StackFrameRecord frame) {
        Long className = classNames.get(frame.getClassSerialNumber());
        String type = className == null ? "?" : string(className);
        String source = string(frame.getSourceFileNameStringId());
        int line = frame.getLineNumber();
        String at = source.equals("?") ? "Unknown Source" : source + (line > 0 ? ":" + line : "");
        return ClassNames.readable(type)
                + "."
                + string(frame.getMethodNameStringId())
                + "("
                + (line == -3 ? "Native Method" : at)
                + ")";
    }

    private String string(long id) {
        return strings.getOrDefault(id, "?");
    }

    /** Ends the reading before the first object. */
    private static final class HeadRead extends RuntimeException {

        private static final long serialVersionUID = 1L;

        HeadRead() {
            super(null, null, false, false);
        }
    }
}
