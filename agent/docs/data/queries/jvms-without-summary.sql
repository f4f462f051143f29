-- Which JVMs wrote no summary? They still run, or they were killed.
SELECT service, host, pod, pid, run, started, lastLine
FROM jvms
WHERE NOT hasSummary
ORDER BY lastLine, run;
