/**
 * Where findings go: log, JSON lines, JMX, and what status, dump and summaries say. Runs in the
 * agent's own class loader. MUST NOT IMPORT Byte Buddy, java.util.logging, java.lang.management or
 * LoggerFactory (whose search for providers would look into the application), and MUST NOT write to
 * standard output or bring up the application's MBean server.
 */
package io.github.tlsleak.report;
