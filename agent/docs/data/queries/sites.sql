-- The sites with the most leaks, then the most findings.
SELECT
  site, frame,
  count(CASE WHEN severity = 'leak' THEN 1 END) AS leaks,
  count(CASE WHEN severity <> 'known' THEN 1 END) AS findings,
  count(DISTINCT run) AS jvms, count(DISTINCT service) AS services, min(time) AS first, max(time) AS last
FROM findings
GROUP BY site, frame
ORDER BY leaks DESC, findings DESC, site
LIMIT 20;
