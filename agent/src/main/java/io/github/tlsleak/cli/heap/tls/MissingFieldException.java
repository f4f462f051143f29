package io.github.tlsleak.cli.heap.tls;

/** A class in a dump lacks a field that the table needs. */
final class MissingFieldException extends Exception {

    private static final long serialVersionUID = 1L;

    /** Without a stack trace: thrown for each object of a class that has changed. */
    MissingFieldException(String className, String field) {
        super(className + " has no field " + field, null, false, false);
    }

    /** Which class has no field of which name: half a sentence. */
    String text() {
        return String.valueOf(getMessage());
    }
}
