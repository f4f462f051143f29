package io.github.tlsleak.data;

import java.util.List;

/** Answers queries on report files. Used by one thread. */
@FunctionalInterface
public interface Database {

    /**
     * The rows of a query.
     *
     * @return the cells of each row as text, null as {@code null}
     */
    List<List<String>> rows(String sql) throws Exception;
}
