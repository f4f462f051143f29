/** The outputs: the log, the report file, JMX, JFR, and the command {@code report}. */
package io.github.tlsleak.it.report;
