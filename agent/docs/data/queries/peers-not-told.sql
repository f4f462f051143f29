-- Which peers do our services leave without a close_notify?
SELECT
  peer, count(*) AS sessions, count(CASE WHEN severity = 'leak' THEN 1 END) AS leaks,
  count(DISTINCT service) AS services, count(DISTINCT site) AS sites
FROM findings
WHERE peer IS NOT NULL
  AND verdict IN ('LOST', 'RESCUED', 'UNANSWERED', 'ABANDONED', 'UNSENT', 'UNDERCUT', 'CLOSE_FAILED', 'CUT')
GROUP BY peer
ORDER BY sessions DESC, peer;
