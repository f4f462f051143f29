-- All findings by verdict and severity.
SELECT verdict, severity, count(*) AS findings, count(DISTINCT site) AS sites, count(DISTINCT run) AS jvms
FROM findings
GROUP BY verdict, severity
ORDER BY findings DESC, verdict, severity;
