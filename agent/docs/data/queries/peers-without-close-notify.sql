-- Which peers end sessions without a close_notify, and never with one? Counts sessions that have a
-- line and that the peer ended: with strict=true all that it ended, else those that nobody closed.
SELECT
  peer, count(*) AS sessions, count(CASE WHEN peerEnd = 'reset' THEN 1 END) AS resets,
  count(DISTINCT service) AS services, min(time) AS first, max(time) AS last
FROM findings
WHERE peer IS NOT NULL AND peerEnd IS NOT NULL
GROUP BY peer
HAVING count(CASE WHEN peerEnd = 'close_notify' THEN 1 END) = 0
ORDER BY sessions DESC, peer;
