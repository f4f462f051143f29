/**
 * Reads reports (JSON lines, schema 1) of any number of JVMs, groups what they hold by site and
 * writes it down in a {@link io.github.tlsleak.cli.report.format.Format}. Runs in the command
 * line's JVM only. MUST NOT IMPORT anything but the JDK, the verdict package and Jackson's
 * streaming parser; keeps no line, and no table without a bound. Texts are cut and cleaned where
 * they are read ({@link io.github.tlsleak.cli.report.read.TextCache}), so that no format can forget
 * it.
 *
 * <h2>The document of {@code --format json}, version 1</h2>
 *
 * <p>One object in ASCII; what HTML would interpret is escaped, too. The same reports give the same
 * bytes. What is not known is absent. Times are ISO-8601 in UTC, durations milliseconds. Readers
 * ignore fields that they do not know.
 *
 * <ul>
 *   <li>{@code format} "tlsleak-analysis", {@code version} 1, {@code tlsleak} who wrote it, {@code
 *       title} what was read, {@code sources} names of files (100 at most), {@code sourceCount}
 *   <li>{@code totals}: {@code leak}, {@code defect}, {@code notice} findings; {@code known}
 *       excused by known behaviours; {@code suppressed}; {@code skipped} counted without a line;
 *       {@code sites} with findings that are not known; {@code beyond} at sites beyond the 10 000;
 *       {@code open} sessions, {@code reclosed}; {@code verdicts} of {@code verdict, severity,
 *       count}; {@code owners} of {@code owner, leak, defect, notice, sites}
 *   <li>{@code jvms} (1 000 at most, {@code jvmCount} all), in the order of the reports: {@code
 *       run, host, pid, main, jvm, java, started, agent, mode, options}, numbers found {@code leak,
 *       defect, notice, known, suppressed}, and its {@code summary}: {@code time, sessions}, which
 *       is the sum of {@code closed}, the counts of {@code ended} by {@code verdict}, {@code open,
 *       notUsedYet, awaitingVerdict, notJudged}; {@code created} objects, {@code serverSockets,
 *       agentErrors, firstError}; without a summary it is running or was killed; of 0.1.0 there is
 *       {@code created, closed, open} alone
 *   <li>{@code sites} with findings, most costly first: a place; {@code severity} the worst of
 *       leak, defect, notice, known; {@code count} of all; {@code leak, defect, notice, known,
 *       skipped}; {@code verdicts} of {@code verdict, severity, count, what, why, fix}; {@code
 *       first, last}; {@code jvmCount}, {@code jvms} (indexes, 20 at most); {@code peers, threads,
 *       protocols, roles, providers} of {@code name, count} (5 at most), {@code otherPeers,
 *       otherThreads}; {@code lifetime} of {@code min, median, max, sampled}; {@code error} the
 *       first exception of a failed close; {@code knownBehaviour} of {@code id, sentence, link};
 *       {@code new}, with a baseline only
 *   <li>a place: {@code site} its fingerprint, {@code resource}, {@code owner} application,
 *       library, jdk or unknown, {@code frame} the responsible one or the one that tells most,
 *       {@code frameIndex} in the stack, {@code file} and {@code line} of its source, {@code stack}
 *       innermost first, {@code stackIs} "allocation" or "next use" of sessions older than the
 *       agent
 *   <li>{@code known} of {@code id, sentence, link, count, sites}; {@code suppressed} of {@code
 *       rule, count}; {@code unusedRules}
 *   <li>{@code open}: {@code sessions, reclosed}, {@code untold} beyond the 10 000; {@code ages} of
 *       {@code from, to, sessions}; {@code sites}, each a place and {@code sessions, oldest, ages};
 *       {@code oldest} single sessions (100 at most) of {@code site, frame, peer, thread, created,
 *       age, jvm}; ages are those when told
 *   <li>{@code contexts}, each a place and {@code verdict, contexts, sessions, live, jvmCount,
 *       what, why, fix}
 *   <li>{@code leaksOverTime}, 120 buckets at most without gaps: {@code from, millis, leak, defect,
 *       notice}
 *   <li>{@code baseline}, if there is one: {@code file}, and sites {@code new, unchanged, gone}
 *   <li>{@code warnings}: what could not be read, and what is beyond a bound
 * </ul>
 */
package io.github.tlsleak.cli.report;
