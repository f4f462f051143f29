-- Which sites has the newest version of each service that none of its other versions has? Needs
-- the label "version", and two versions. The newest is that of the JVM which started last.
WITH newest AS (
  SELECT service, version
  FROM (
    SELECT
      service, version,
      row_number() OVER (PARTITION BY service ORDER BY started DESC, version DESC) AS nth
    FROM metas
    WHERE version IS NOT NULL
  ) AS started
  WHERE nth = 1 AND service IN (
    SELECT service FROM metas GROUP BY service HAVING count(DISTINCT version) > 1)
),
found AS (
  SELECT
    service, version, site, frame,
    min(CASE WHEN severity <> 'known' THEN time END) AS first,
    count(CASE WHEN severity <> 'known' THEN 1 END) AS findings
  FROM findings
  GROUP BY service, version, site, frame
)
SELECT n.service, n.version, f.site, f.frame, f.first, f.findings
FROM newest AS n
JOIN found AS f ON f.service = n.service AND f.version = n.version
LEFT JOIN found AS b
  ON b.service = f.service AND b.site = f.site AND (b.version IS NULL OR b.version <> n.version)
WHERE f.findings > 0 AND b.site IS NULL
ORDER BY n.service, f.findings DESC, f.site;
