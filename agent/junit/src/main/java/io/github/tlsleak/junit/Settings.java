package io.github.tlsleak.junit;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.platform.commons.JUnitException;

/** How tests are checked: configuration parameters, then the annotation. Immutable. */
final class Settings {

    static final String PREFIX = "tlsleak.junit.";

    /** Why a test fails that is required to be checked. */
    static final String CANNOT = "TLS leaks cannot be checked, and " + PREFIX + "required is set: ";

    final boolean enabled;
    final FailOn failOn;
    final CheckAfter checkAfter;
    final boolean open;
    final boolean required;

    /**
     * Where the self-attached agent writes its report: a file, {@code off}, or null if not said.
     */
    final @Nullable String report;

    private Settings(
            boolean enabled,
            FailOn failOn,
            CheckAfter checkAfter,
            boolean open,
            boolean required,
            @Nullable String report) {
        this.enabled = enabled;
        this.failOn = failOn;
        this.checkAfter = checkAfter;
        this.open = open;
        this.required = required;
        this.report = report;
    }

    /**
     * Reads the configuration parameters.
     *
     * @param parameters gives the value of a key
     * @throws JUnitException with one line: which key, which value, what is possible
     */
    static Settings of(Function<String, Optional<String>> parameters) {
        return new Settings(
                flag(parameters, "enabled", true),
                choice(parameters, "severity", FailOn.class, FailOn.LEAK),
                choice(parameters, "check", CheckAfter.class, CheckAfter.TEST),
                flag(parameters, "open", false),
                flag(parameters, "required", false),
                text(parameters, "report"));
    }

    /** These settings, with what an annotation says instead. */
    Settings with(NoTlsLeaks annotation) {
        FailOn severity = annotation.severity();
        CheckAfter check = annotation.check();
        return new Settings(
                enabled,
                severity == FailOn.CONFIGURED ? failOn : severity,
                check == CheckAfter.CONFIGURED ? checkAfter : check,
                open || annotation.open(),
                required || annotation.required(),
                report);
    }

    private static @Nullable String text(
            Function<String, Optional<String>> parameters, String name) {
        String value = parameters.apply(PREFIX + name).orElse("").trim();
        return value.isEmpty() ? null : value;
    }

    private static boolean flag(
            Function<String, Optional<String>> parameters, String name, boolean otherwise) {
        String value = text(parameters, name);
        if (value == null) {
            return otherwise;
        }
        if (!value.equalsIgnoreCase("true") && !value.equalsIgnoreCase("false")) {
            throw wrong(name, value, "true, false");
        }
        return value.equalsIgnoreCase("true");
    }

    private static <E extends Enum<E>> E choice(
            Function<String, Optional<String>> parameters,
            String name,
            Class<E> type,
            E otherwise) {
        String value = text(parameters, name);
        if (value == null) {
            return otherwise;
        }
        // the first constant stands for what is configured here
        E[] constants = type.getEnumConstants();
        E[] possible = Arrays.copyOfRange(constants, 1, constants.length);
        for (E constant : possible) {
            if (constant.name().equalsIgnoreCase(value)) {
                return constant;
            }
        }
        String names = Arrays.toString(possible).toLowerCase(Locale.ROOT);
        throw wrong(name, value, names.substring(1, names.length() - 1));
    }

    private static JUnitException wrong(String name, String value, String possible) {
        return new JUnitException(PREFIX + name + "=" + value + ": expected one of " + possible);
    }
}
