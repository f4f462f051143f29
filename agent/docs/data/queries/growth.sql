-- Which sites grow? Findings of the last 24 hours against those of the 24 hours before.
WITH newest AS (SELECT max(time) AS until FROM findings),
days AS (
  SELECT
    f.site, f.frame,
    count(CASE WHEN f.time > n.until - INTERVAL '1' DAY THEN 1 END) AS lastDay,
    count(CASE WHEN f.time <= n.until - INTERVAL '1' DAY THEN 1 END) AS dayBefore
  FROM findings AS f CROSS JOIN newest AS n
  WHERE f.severity <> 'known' AND f.time > n.until - INTERVAL '2' DAY
  GROUP BY f.site, f.frame
)
SELECT site, frame, dayBefore, lastDay, lastDay - dayBefore AS growth
FROM days
WHERE lastDay > dayBefore
ORDER BY growth DESC, site
LIMIT 20;
