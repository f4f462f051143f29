package io.github.tlsleak.cli.report.read;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.github.tlsleak.common.text.PlainText;
import java.io.IOException;

/** A document of merged reports cannot be read: one line that says why. Immutable. */
final class DocumentException extends IOException {

    private static final long serialVersionUID = 1;

    DocumentException(IOException cause) {
        super(
                cause instanceof JsonProcessingException
                        ? "cut or damaged at line "
                                + ((JsonProcessingException) cause).getLocation().getLineNr()
                        : PlainText.printable(String.valueOf(cause.getMessage())),
                cause);
    }
}
