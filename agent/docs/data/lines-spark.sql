-- The lines of report files as a table. Spark SQL. Put the directory of your own files here.
SET spark.sql.session.timeZone = UTC;

CREATE OR REPLACE TEMPORARY VIEW json_lines (
  run STRING, type STRING, time STRING, started STRING,
  agent STRING, pid BIGINT, host STRING, java STRING, main STRING,
  labels MAP<STRING, STRING>,
  site STRING, resource STRING, frame STRING, headline STRING, owner STRING,
  stack ARRAY<STRING>,
  verdict STRING, severity STRING, known STRING, suppressedBy STRING,
  role STRING, peerHost STRING, peerPort BIGINT, provider STRING,
  protocol STRING, thread STRING, lifetimeMillis BIGINT, ageMillis BIGINT,
  count BIGINT, closedAt STRING, peerEnd STRING, atExit BOOLEAN, alive BOOLEAN, over BOOLEAN)
USING json
OPTIONS (path 'reports', recursiveFileLookup 'true', pathGlobFilter '*.jsonl*');

CREATE OR REPLACE TEMPORARY VIEW lines AS
SELECT
  coalesce(run, input_file_name()) AS run, type,
  TRY_CAST(time AS TIMESTAMP) AS time, TRY_CAST(started AS TIMESTAMP) AS started,
  -- meta
  agent, pid, host, java, main,
  coalesce(labels['service'], labels['service.name']) AS service,
  labels['version'] AS version, labels['namespace'] AS namespace,
  labels['pod'] AS pod, labels['environment'] AS environment,
  -- site
  site, resource, frame, headline, owner, stack,
  -- leak, open, reclosed, context, sessions, skipped
  verdict, severity, known, suppressedBy, role, peerHost, peerPort, provider, protocol,
  thread, lifetimeMillis, ageMillis, count AS number, closedAt, peerEnd,
  coalesce(atExit, FALSE) AS atExit, coalesce(alive, FALSE) AS alive, coalesce(over, FALSE) AS isOver
FROM json_lines
WHERE type IS NOT NULL;
