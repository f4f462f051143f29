-- Which sites do several services have? They stand in a library that the services share.
SELECT site, max(frame) AS frame, max(owner) AS owner, count(DISTINCT service) AS services, count(*) AS findings
FROM findings
WHERE severity <> 'known'
GROUP BY site
HAVING count(DISTINCT service) > 1
ORDER BY services DESC, findings DESC, site;
