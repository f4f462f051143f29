-- Which sites were never found before a deployment? Put its time here (UTC).
WITH deployment AS (SELECT TIMESTAMP '2026-11-20 12:00:00' AS began)
SELECT site, frame, min(time) AS first, count(*) AS findings, count(DISTINCT service) AS services
FROM findings
WHERE severity <> 'known'
GROUP BY site, frame
HAVING min(time) >= (SELECT began FROM deployment)
ORDER BY findings DESC, site;
