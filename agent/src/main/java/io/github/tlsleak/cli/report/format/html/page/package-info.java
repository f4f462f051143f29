/**
 * What of the HTML report is readable without its script and in print: the answer, the worst sites,
 * the numbers, and the first hundred sites with stack and fix.
 *
 * <p>Runs in the command line's JVM only; used by one thread. Each text of a report goes through
 * {@link io.github.tlsleak.cli.report.format.html.page.HtmlText}, which escapes it.
 */
@NullMarked
package io.github.tlsleak.cli.report.format.html.page;

import org.jspecify.annotations.NullMarked;
