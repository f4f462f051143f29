-- Which sites has the newest version of each service that none of its other versions has? Needs
-- the label "version", and two versions. The newest is that of the JVM which started last.
WITH newest AS (
  SELECT service, version
  FROM (
    SELECT
      service, version,
      row_number() OVER (PARTITION BY service ORDER BY started DESC, version DESC) AS nth
    FROM jvms
    WHERE version IS NOT NULL
  ) AS started
  WHERE nth = 1 AND service IN (
    SELECT service FROM jvms GROUP BY service HAVING count(DISTINCT version) > 1)
)
SELECT
  n.service, n.version, f.site, max(f.frame) AS frame, min(f.time) AS first, count(*) AS findings
FROM newest AS n
JOIN findings AS f ON f.service = n.service AND f.version = n.version
LEFT JOIN (SELECT DISTINCT service, version, site FROM findings) AS b
  ON b.service = f.service AND b.site = f.site AND (b.version IS NULL OR b.version <> n.version)
WHERE f.severity <> 'known' AND b.site IS NULL
GROUP BY n.service, n.version, f.site
ORDER BY n.service, findings DESC, f.site;
