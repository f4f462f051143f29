package io.github.tlsleak.cli.report.row;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One flat object: texts, numbers, and lists of both, by name. A value that is not known is absent.
 * Used by one thread.
 */
public final class Row {

    private final Map<RowField, Object> values = new LinkedHashMap<>();

    /** Sets a text; nothing if it is null. */
    public Row put(RowField field, @Nullable String text) {
        return putValue(field, text);
    }

    public Row put(RowField field, long number) {
        return putValue(field, number);
    }

    /** Sets a number unless it is 0. */
    public Row putIfAny(RowField field, long number) {
        return number == 0 ? this : put(field, number);
    }

    /** Sets a number unless it is the one that stands for a missing one. */
    public Row putUnless(RowField field, long number, long missing) {
        return number == missing ? this : put(field, number);
    }

    /** Sets a list of texts and numbers, unless it is empty. */
    public Row put(RowField field, Collection<?> list) {
        return list.isEmpty() ? this : putValue(field, Collections.unmodifiableList(copy(list)));
    }

    /** Sets a list of name, value, name, value. */
    public Row put(RowField field, Map<String, ?> pairs) {
        List<Object> list = new ArrayList<>();
        pairs.forEach(
                (name, value) -> {
                    list.add(name);
                    list.add(value);
                });
        return put(field, list);
    }

    private static List<Object> copy(Collection<?> list) {
        return new ArrayList<>(list);
    }

    private Row putValue(RowField field, @Nullable Object value) {
        if (value != null) {
            values.put(field, value);
        }
        return this;
    }

    public boolean has(RowField field) {
        return values.containsKey(field);
    }

    public @Nullable String text(RowField field) {
        Object value = values.get(field);
        return value instanceof String ? (String) value : null;
    }

    public long number(RowField field, long otherwise) {
        Object value = values.get(field);
        return value instanceof Long ? (Long) value : otherwise;
    }

    /** How many: never negative. */
    public long count(RowField field) {
        return Math.max(0, number(field, 0));
    }

    /** A list of texts and numbers; empty if there is none. */
    public List<Object> list(RowField field) {
        Object value = values.get(field);
        List<Object> list = new ArrayList<>();
        if (value instanceof List) {
            list.addAll((List<?>) value);
        }
        return list;
    }

    /** The texts of a list. */
    public List<String> texts(RowField field) {
        List<String> texts = new ArrayList<>();
        for (Object value : list(field)) {
            if (value instanceof String) {
                texts.add((String) value);
            }
        }
        return texts;
    }

    /** The numbers of a list. */
    public long[] numbers(RowField field) {
        return list(field).stream()
                .filter(Long.class::isInstance)
                .mapToLong(Long.class::cast)
                .toArray();
    }

    /** Counts by name, out of a list of name, count, name, count. */
    public Map<String, Long> counts(RowField field) {
        Map<String, Long> counts = new LinkedHashMap<>();
        List<Object> list = list(field);
        for (int i = 0; i + 1 < list.size(); i += 2) {
            if (list.get(i) instanceof String && list.get(i + 1) instanceof Long) {
                counts.merge((String) list.get(i), (Long) list.get(i + 1), Long::sum);
            }
        }
        return counts;
    }

    /** Texts by name, out of a list of name, text, name, text. */
    public Map<String, String> labels(RowField field) {
        Map<String, String> labels = new LinkedHashMap<>();
        List<String> list = texts(field);
        for (int i = 0; i + 1 < list.size(); i += 2) {
            labels.put(list.get(i), list.get(i + 1));
        }
        return labels;
    }

    /** The values in the order in which they were set. */
    public Map<RowField, Object> values() {
        return Collections.unmodifiableMap(values);
    }
}
