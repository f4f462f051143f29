-- Views on the table "lines". The same text for DuckDB and for Spark SQL.

-- One row a JVM, of its meta line, which comes once a file. The maximum of a text costs a database a
-- sort, so it is asked of these few lines alone.
CREATE OR REPLACE TEMPORARY VIEW metas AS
SELECT
  run, coalesce(max(service), max(main), 'unknown') AS service, max(version) AS version,
  max(namespace) AS namespace, max(pod) AS pod, max(environment) AS environment,
  max(host) AS host, max(pid) AS pid, max(main) AS main, max(java) AS java, max(agent) AS agent,
  min(started) AS started
FROM lines
WHERE type = 'meta'
GROUP BY run;

-- One row a JVM: a start of an agent, also one whose meta line is gone.
CREATE OR REPLACE TEMPORARY VIEW jvms AS
SELECT
  r.run, coalesce(m.service, 'unknown') AS service, m.version, m.namespace, m.pod, m.environment,
  m.host, m.pid, m.main, m.java, m.agent, m.started, r.lastLine, r.hasSummary
FROM (
  SELECT
    run, max(time) AS lastLine, max(CASE WHEN type = 'summary' THEN 1 ELSE 0 END) = 1 AS hasSummary
  FROM lines
  WHERE type IN ('meta', 'leak', 'open', 'reclosed', 'context', 'sessions', 'skipped', 'summary')
  GROUP BY run
) AS r
LEFT JOIN metas AS m ON m.run = r.run;

-- One row a site. Its line comes in each file of each JVM.
CREATE OR REPLACE TEMPORARY VIEW sites AS
SELECT
  site, max(resource) AS resource, max(coalesce(frame, headline)) AS frame, max(owner) AS owner
FROM lines
WHERE type = 'site'
GROUP BY site;

-- One row for each line that may be a finding. A line on many contexts or sessions of a site comes
-- again when it gets worse: the first of a severity counts.
CREATE OR REPLACE TEMPORARY VIEW finding_lines AS
SELECT
  run, time, verdict, severity, site, resource, owner, known, suppressedBy, role, peerHost,
  peerPort, peerEnd, provider, protocol, thread, lifetimeMillis, alive
FROM lines
WHERE verdict IS NOT NULL AND site IS NOT NULL
  AND (type = 'leak' OR (type = 'open' AND NOT atExit))
UNION ALL
SELECT
  run, time, verdict, severity, site, resource, owner, known, suppressedBy, role, peerHost,
  peerPort, peerEnd, provider, protocol, thread, lifetimeMillis, alive
FROM (
  SELECT
    *, row_number() OVER (PARTITION BY run, verdict, site, severity ORDER BY time) AS nth
  FROM lines
  WHERE type IN ('context', 'sessions') AND verdict IS NOT NULL AND site IS NOT NULL AND NOT isOver
) AS told
WHERE nth = 1;

-- The findings, as the command "report" counts them: what a rule took out is no finding, and what
-- a known behaviour excuses has the severity "known".
-- The joins are left ones, so that Spark sends JVMs and sites to its executors, never the findings:
-- it would take them for small, because a table of columns packs them well.
CREATE OR REPLACE TEMPORARY VIEW findings AS
SELECT
  f.time, CAST(f.time AS DATE) AS day, f.run, coalesce(m.service, 'unknown') AS service, m.version,
  m.namespace, m.pod, m.host,
  f.verdict,
  CASE
    WHEN f.known IS NOT NULL THEN 'known'
    WHEN f.severity IN ('leak', 'defect') THEN f.severity
    ELSE 'notice'
  END AS severity,
  f.site, coalesce(f.resource, s.resource) AS resource, s.frame, coalesce(f.owner, s.owner) AS owner,
  f.known, f.role, f.provider, f.protocol, f.thread, f.lifetimeMillis, f.alive, f.peerHost, f.peerEnd,
  -- a server's clients have a port each
  CASE
    WHEN f.role = 'server' OR f.peerPort IS NULL THEN f.peerHost
    ELSE concat(f.peerHost, ':', f.peerPort)
  END AS peer
FROM finding_lines AS f
LEFT JOIN metas AS m ON m.run = f.run
LEFT JOIN sites AS s ON s.site = f.site
WHERE f.suppressedBy IS NULL;

-- The sessions that were open when their JVM ended. That is no finding. The last line of a site
-- stands for several.
CREATE OR REPLACE TEMPORARY VIEW open_at_exit AS
SELECT
  o.run, coalesce(m.service, 'unknown') AS service, o.site, s.frame, o.peerHost, o.ageMillis,
  coalesce(o.number, 1) AS sessions
FROM lines AS o
LEFT JOIN metas AS m ON m.run = o.run
LEFT JOIN sites AS s ON s.site = o.site
WHERE o.type = 'open' AND o.atExit;
