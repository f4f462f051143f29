package io.github.tlsleak.cli.report.format.sarif;

import java.util.Locale;

/** Addresses of the project's own pages. Stateless. */
final class ProjectPage {

    /** The project's page, as the pom has it. */
    static final String HOME = "https://github.com/tlsleak/tlsleak";

    private ProjectPage() {}

    /** Where a verdict is explained. */
    static String of(String verdict) {
        return HOME + "/blob/HEAD/agent/docs/verdicts.md#" + verdict.toLowerCase(Locale.ROOT);
    }
}
