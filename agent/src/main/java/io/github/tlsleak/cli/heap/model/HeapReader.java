package io.github.tlsleak.cli.heap.model;

import io.github.tlsleak.cli.heap.agent.AgentClasses;
import io.github.tlsleak.cli.heap.agent.AgentKnowledge;
import io.github.tlsleak.cli.heap.agent.AgentMemory;
import io.github.tlsleak.cli.heap.agent.KnownGroup;
import io.github.tlsleak.cli.heap.dump.DumpedClass;
import io.github.tlsleak.cli.heap.dump.DumpedObject;
import io.github.tlsleak.cli.heap.dump.HeapDump;
import io.github.tlsleak.cli.heap.path.FoldedPath;
import io.github.tlsleak.cli.heap.path.LoaderHolder;
import io.github.tlsleak.cli.heap.path.LoaderHolders;
import io.github.tlsleak.cli.heap.path.PathStep;
import io.github.tlsleak.cli.heap.path.PathTarget;
import io.github.tlsleak.cli.heap.path.Paths;
import io.github.tlsleak.cli.heap.path.Reachability;
import io.github.tlsleak.cli.heap.path.Turns;
import io.github.tlsleak.cli.heap.tls.CacheReader;
import io.github.tlsleak.cli.heap.tls.TlsObjects;
import io.github.tlsleak.cli.report.read.Progress;
import io.github.tlsleak.common.text.DidYouMean;
import io.github.tlsleak.common.text.Glob;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Makes a report of a heap dump. Used by one thread. */
public final class HeapReader {

    private static final Comparator<HeldGroup> MOST_ALIVE_FIRST =
            Comparator.comparing(HeldGroup::holding)
                    .thenComparing(Comparator.comparingLong(HeldGroup::alive).reversed())
                    .thenComparing(Comparator.comparingLong(HeldGroup::count).reversed())
                    .thenComparing(Comparator.comparingLong(HeldGroup::bytes).reversed());

    private final HeapDump dump;
    private final DumpFacts facts;
    private final TlsObjects tls;
    private final AgentKnowledge agent;
    private final Sessions sessions;
    private final CacheReader caches;
    private final List<ContextGroup> contexts = new ArrayList<>();

    /** By path and holding: objects that are not held equally strongly are not one group. */
    private final Map<Object, HeldGroup> groups = new LinkedHashMap<>();

    private final @Nullable String asked;

    private HeapReader(HeapDump dump, String name, @Nullable String asked) {
        this.dump = dump;
        this.facts = new DumpFacts(name, dump);
        this.tls = TlsObjects.in(dump);
        this.agent = AgentKnowledge.in(dump);
        this.sessions = new Sessions(tls, agent);
        this.caches = new CacheReader(tls);
        this.asked = asked;
    }

    /**
     * Reads a dump.
     *
     * @param name the file, or the JVM, for the title
     * @param asked a pattern of class names; null: sessions are meant
     * @param appPackages packages of the application; empty: all that are not library or JDK
     * @param progress is told the bytes that are walked through; {@code end} is left to the caller
     */
    public static HeapReport read(
            HeapDump dump,
            String name,
            @Nullable String asked,
            List<String> appPackages,
            Progress progress) {
        return new HeapReader(dump, name, asked).read(appPackages, progress);
    }

    private HeapReport read(List<String> appPackages, Progress progress) {
        progress.begin(dump.fileBytes());
        long reached = findGroups(appPackages, progress);
        findLoaders(appPackages);
        AgentMemory memory = AgentMemory.in(dump);
        List<HeldGroup> sorted = new ArrayList<>(groups.values());
        sorted.sort(MOST_ALIVE_FIRST);
        return new HeapReport(
                facts,
                asked,
                sessions.kinds(),
                sorted,
                contexts,
                notes(),
                new DumpedAgent(agent.isPresent(), agent.version(), memory.bytes()),
                reached - memory.bytes());
    }

    private List<String> notes() {
        List<String> notes = new ArrayList<>(sessions.notes());
        if (asked != null && groups.isEmpty()) {
            List<String> names = new ArrayList<>();
            dump.classes().forEach(type -> names.add(type.name()));
            String word = asked.replace("*", "");
            notes.add("no object of a class " + asked + DidYouMean.hint(word, names));
        }
        return notes;
    }

    /** Returns the bytes of all that is reached. What the walk needs is garbage afterwards. */
    private long findGroups(List<String> appPackages, Progress progress) {
        Reachability reachability =
                Reachability.of(
                        dump,
                        new Turns(targets(), this::isCache),
                        AgentClasses::isAgents,
                        progress);
        Paths paths = new Paths(dump, reachability, appPackages);
        List<PathTarget> held = reachability.held();
        sessions.read(held);
        for (PathTarget object : held) {
            if (!sessions.isDelegate(object.object())) {
                add(object, paths.find(object.object()));
            }
        }
        contexts.addAll(Contexts.of(caches, reachability.caches(), paths));
        return reachability.reachedBytes();
    }

    private void findLoaders(List<String> appPackages) {
        Set<DumpedObject> loaders = new LinkedHashSet<>();
        for (HeldGroup group : groups.values()) {
            loaders.addAll(group.groupLoaders().all());
        }
        Map<DumpedObject, LoaderHolder> holders =
                LoaderHolders.of(dump, loaders, AgentClasses::isAgents, appPackages);
        for (HeldGroup group : groups.values()) {
            group.groupLoaders().resolve(holders);
        }
    }

    private Predicate<DumpedClass> targets() {
        if (asked == null) {
            return type ->
                    !AgentClasses.isAgents(type)
                            && (tls.isSession(type) || tls.isServerSocket(type));
        }
        Glob pattern = new Glob(asked);
        return type -> pattern.matches(type.name());
    }

    /** If other objects are asked for, caches are objects like any other. */
    private boolean isCache(DumpedClass type) {
        return asked == null && caches.isCache(type);
    }

    private void add(PathTarget object, FoldedPath found) {
        PathStep path = found.path();
        Object key = Arrays.asList(path, object.holding());
        HeldGroup group =
                groups.computeIfAbsent(
                        key, any -> new HeldGroup(path, object.holding(), new KnownGroup(agent)));
        group.groupLoaders().add(found.loader());
        group.add(object.object().type().name(), object.heldBytes());
        if (asked == null) {
            sessions.add(object, group);
        }
    }
}
