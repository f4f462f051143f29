-- Which sites do several services have? They stand in a library that the services share.
WITH counted AS (
  SELECT site, frame, owner, service, count(*) AS findings
  FROM findings
  WHERE severity <> 'known'
  GROUP BY site, frame, owner, service
)
SELECT
  site, frame, max(owner) AS owner, count(DISTINCT service) AS services,
  CAST(sum(findings) AS BIGINT) AS findings
FROM counted
GROUP BY site, frame
HAVING count(DISTINCT service) > 1
ORDER BY services DESC, findings DESC, site;
