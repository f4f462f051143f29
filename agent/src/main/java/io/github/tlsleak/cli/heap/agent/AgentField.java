package io.github.tlsleak.cli.heap.agent;

import io.github.tlsleak.cli.heap.dump.DumpedClass;
import io.github.tlsleak.cli.heap.dump.DumpedObject;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The fields of the agent's classes that are read from a dump. They are a contract between the
 * version that ran in the dumped JVM and the one that reads: a test fails when a field is renamed.
 * Immutable, thread-safe.
 */
enum AgentField {
    ORIGIN(Names.SESSION, "origin"),
    THREAD(Names.SESSION, "thread"),
    CREATED(Names.SESSION, "created"),
    STATE(Names.SESSION, "state"),
    RELATIONS(Names.SESSION, "relations"),
    NOTES(Names.FLAGS, "notes"),
    STACK(Names.ORIGIN, "stack"),
    SITE(Names.ORIGIN, "site"),
    RESOURCE(Names.ORIGIN, "resource"),
    FRAMES(Names.STACK, "frames"),
    ATTRIBUTION(Names.STACK, "attribution"),
    FIRST_USE(Names.STACK, "firstUse"),
    RESPONSIBLE(Names.ATTRIBUTION, "responsible"),
    HEADLINE(Names.ATTRIBUTION, "headline"),
    OWNER(Names.ATTRIBUTION, "owner"),
    FINGERPRINT(Names.SITE, "fingerprint"),
    PIPELINE(Names.SITE, "pipeline"),

    // of classes that a dump may lack
    OUTER(Names.RELATIONS, "outer"),
    LAST_LOOK(Names.AWAKE, "last"),
    VERSION(Names.STATUS, "version"),

    // static ones
    REPORTED_VERDICTS(Names.FLAGS, "ALIVE"),
    REPORTED_BITS(Names.FLAGS, "REPORTED"),
    REPORTED_SHIFT(Names.FLAGS, "REPORTED_SHIFT");

    /** Names of the agent's classes. */
    static final class Names {
        static final String SESSION = "io.github.tlsleak.agent.track.Session";
        static final String FLAGS = "io.github.tlsleak.agent.track.SessionFlags";
        static final String RELATIONS = "io.github.tlsleak.agent.track.SessionRelations";
        static final String STATE = "io.github.tlsleak.agent.judge.SessionState";
        static final String ORIGIN = "io.github.tlsleak.agent.site.Origin";
        static final String STACK = "io.github.tlsleak.agent.site.CallStack";
        static final String SITE = "io.github.tlsleak.agent.site.Site";
        static final String ATTRIBUTION = "io.github.tlsleak.common.frames.Attribution$Result";
        static final String AWAKE = "io.github.tlsleak.agent.live.AwakeTime";
        static final String STATUS = "io.github.tlsleak.agent.command.StatusSource";

        private Names() {}
    }

    /** Fields of the JDK: of a record, which is a phantom reference, and of enums and lists. */
    static final String REFERENT = "referent";

    static final String ENUM_NAME = "name";

    final String className;
    final String field;

    AgentField(String className, String field) {
        this.className = className;
        this.field = field;
    }

    /** Whether it is a field of a class and not of its instances. */
    boolean isStatic() {
        return compareTo(REPORTED_VERDICTS) >= 0;
    }

    /**
     * The first field that an agent's classes lack, although they have the class.
     *
     * @param classes those of one agent
     * @return null if all are there: the agent's version is known
     */
    static @Nullable AgentField missing(List<DumpedClass> classes) {
        for (DumpedClass type : classes) {
            for (AgentField field : values()) {
                if (!field.isStatic()
                        && field.className.equals(type.name())
                        && !type.hasField(field.field)) {
                    return field;
                }
            }
        }
        return null;
    }

    @Nullable DumpedObject object(DumpedObject of) {
        return of.object(field);
    }

    @Nullable String text(DumpedObject of) {
        return of.text(field);
    }

    long number(DumpedObject of) {
        return of.number(field, 0);
    }
}
