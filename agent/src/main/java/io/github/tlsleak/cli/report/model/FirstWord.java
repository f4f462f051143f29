package io.github.tlsleak.cli.report.model;

import io.github.tlsleak.cli.report.read.Field;
import io.github.tlsleak.cli.report.row.RowField;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** A text of findings of which the first one is kept. Immutable. */
enum FirstWord {
    /** Id of the known behaviour that excuses the finding. */
    KNOWN(Field.KNOWN, RowField.BEHAVIOUR),
    /** The exception of a failed close. */
    ERROR(Field.ERROR, RowField.ERROR),
    /** Who closed the session. */
    CLOSER(Field.CLOSER, RowField.CLOSER),
    /** The handlers of the channel. */
    PIPELINE(Field.PIPELINE, RowField.PIPELINE),
    /** The thread that hangs. */
    HANGS_IN(Field.HANGS_IN, RowField.HANGS_IN);

    /** All of them. */
    static final List<FirstWord> ALL = Collections.unmodifiableList(Arrays.asList(values()));

    final Field field;
    final RowField row;

    FirstWord(Field field, RowField row) {
        this.field = field;
        this.row = row;
    }
}
