/** The table of a run, and the file that gets each row as soon as it is there. */
package io.github.tlsleak.bench.table;
