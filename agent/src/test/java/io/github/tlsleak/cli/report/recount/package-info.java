/**
 * Counts again what the report counts: from the lines, by the words of the pages, with a JSON
 * reader and judgement of its own. Shares no code with the report.
 */
package io.github.tlsleak.cli.report.recount;
