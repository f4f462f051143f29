package io.github.tlsleak.common.schema;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The names of the schema, read from the constants of its classes. */
public final class SchemaNames {

    /** All classes of the schema. */
    public static final List<Class<?>> CLASSES =
            List.of(
                    ReportSchema.class,
                    MetaFields.class,
                    SiteFields.class,
                    FindingFields.class,
                    GroupFields.class,
                    SummaryFields.class,
                    KnownBehaviourFields.class,
                    BaselineFields.class,
                    DumpFields.class);

    /** The types of lines, in the order of the page on the report file. */
    public static final List<String> TYPES =
            List.of(
                    ReportSchema.META,
                    ReportSchema.SITE_LINE,
                    ReportSchema.LEAK,
                    ReportSchema.OPEN_LINE,
                    ReportSchema.RECLOSED,
                    ReportSchema.CONTEXT,
                    ReportSchema.SESSIONS_LINE,
                    ReportSchema.SKIPPED,
                    ReportSchema.SUMMARY);

    /** The words that fields hold. */
    public static final List<String> WORDS =
            List.of(
                    ReportSchema.CLIENT,
                    ReportSchema.SERVER,
                    ReportSchema.PREMAIN,
                    ReportSchema.ATTACH);

    private SchemaNames() {}

    /** The texts of all constants of a class. */
    public static Set<String> of(Class<?> fields) {
        Set<String> names = new TreeSet<>();
        for (Field field : fields.getDeclaredFields()) {
            if (field.getType() == String.class && Modifier.isStatic(field.getModifiers())) {
                names.add(text(field));
            }
        }
        return names;
    }

    /** The texts of all constants of all classes. */
    public static Set<String> all() {
        Set<String> names = new TreeSet<>();
        CLASSES.forEach(type -> names.addAll(of(type)));
        return names;
    }

    private static String text(Field constant) {
        try {
            return (String) constant.get(null);
        } catch (IllegalAccessException e) {
            throw new AssertionError("constants are public", e);
        }
    }
}
