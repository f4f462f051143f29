-- What the findings do not hold: findings that a suppression rule took out, and findings that got
-- no line of their own because their site had more than 1 000 in a second.
SELECT 'suppressed' AS why, suppressedBy AS what, count(*) AS findings
FROM finding_lines
WHERE suppressedBy IS NOT NULL
GROUP BY suppressedBy
UNION ALL
SELECT 'skipped' AS why, site AS what, CAST(sum(number) AS BIGINT) AS findings
FROM lines
WHERE type = 'skipped' AND site IS NOT NULL
GROUP BY site
ORDER BY why, findings DESC, what;
