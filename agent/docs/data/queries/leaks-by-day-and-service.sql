-- How many leaks has each service each day (UTC), at how many sites, in how many JVMs?
SELECT day, service, count(*) AS leaks, count(DISTINCT site) AS sites, count(DISTINCT run) AS jvms
FROM findings
WHERE severity = 'leak'
GROUP BY day, service
ORDER BY day, leaks DESC, service;
