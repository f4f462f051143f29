-- The lines of report files as a table. DuckDB. Put your own files here; FILE.1 and *.gz are read, too.
SET VARIABLE files = ['reports/**/*.jsonl*'];

CREATE OR REPLACE TEMPORARY VIEW lines AS
SELECT
  coalesce(run, filename) AS run, type,
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
  thread, lifetimeMillis, ageMillis, "count" AS number, closedAt, peerEnd,
  coalesce(atExit, FALSE) AS atExit, coalesce(alive, FALSE) AS alive, coalesce("over", FALSE) AS isOver
FROM read_json(
  getvariable('files'), format = 'newline_delimited', ignore_errors = TRUE, filename = TRUE,
  columns = {
    run: 'VARCHAR', type: 'VARCHAR', time: 'VARCHAR', started: 'VARCHAR',
    agent: 'VARCHAR', pid: 'BIGINT', host: 'VARCHAR', java: 'VARCHAR', main: 'VARCHAR',
    labels: 'MAP(VARCHAR, VARCHAR)',
    site: 'VARCHAR', resource: 'VARCHAR', frame: 'VARCHAR', headline: 'VARCHAR', owner: 'VARCHAR',
    stack: 'VARCHAR[]',
    verdict: 'VARCHAR', severity: 'VARCHAR', known: 'VARCHAR', suppressedBy: 'VARCHAR',
    role: 'VARCHAR', peerHost: 'VARCHAR', peerPort: 'BIGINT', provider: 'VARCHAR',
    protocol: 'VARCHAR', thread: 'VARCHAR', lifetimeMillis: 'BIGINT', ageMillis: 'BIGINT',
    count: 'BIGINT', closedAt: 'VARCHAR', peerEnd: 'VARCHAR', atExit: 'BOOLEAN', alive: 'BOOLEAN', over: 'BOOLEAN'
  })
WHERE type IS NOT NULL;
