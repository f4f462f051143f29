package io.github.tlsleak.cli.heap.tls;

import io.github.tlsleak.cli.heap.dump.DumpedObject;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A condition of the table, such as {@code conContext.isBroken = true}. Immutable. */
final class FieldCondition {

    private static final Pattern SYNTAX = Pattern.compile("(\\S+) (=|!=|>|has|ends|is) (.+)");

    private final FieldPath path;
    private final String operator;
    private final String operand;

    private FieldCondition(String path, String operator, String operand) {
        this.path = new FieldPath(path);
        this.operator = operator;
        this.operand = operand;
    }

    /**
     * Reads one condition.
     *
     * @throws IllegalArgumentException if it is none
     */
    static FieldCondition parse(String text) {
        Matcher matcher = SYNTAX.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("no condition: " + text);
        }
        return new FieldCondition(matcher.group(1), matcher.group(2), matcher.group(3));
    }

    /**
     * Whether it holds.
     *
     * @throws MissingFieldException if a class lacks a field of the path
     */
    boolean holds(FieldReading reading) throws MissingFieldException {
        FieldValue value = path.from(reading.object());
        switch (operator) {
            case "=":
                return isOperand(value);
            case "!=":
                return !isOperand(value);
            case ">":
                return number(value) > Long.parseLong(operand);
            case "ends":
                String text = value.text();
                return text != null && text.endsWith(operand.replace("\"", ""));
            case "has":
                return value.number() != null && (number(value) & Long.parseLong(operand)) != 0;
            default:
                DumpedObject other = value.object();
                return other != null && operand.equals(reading.of(other, FieldKind.STATE).text());
        }
    }

    private boolean isOperand(FieldValue value) {
        switch (operand) {
            case "null":
                return value.isNothing();
            case "true":
                return number(value) == 1;
            case "false":
                return number(value) == 0;
            default:
                String text = value.text();
                return text != null && operand.replace("\"", "").equals(text);
        }
    }

    /** Less than any number in the table if it is none. */
    private static long number(FieldValue value) {
        Long number = value.number();
        return number == null ? -1 : number;
    }
}
