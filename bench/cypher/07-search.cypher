// Anything about these words, best first: by the same score as Parley's, since
// another order would be another answer.
CALL db.index.fulltext.queryNodes('parley_text', $lucene) YIELD node
WITH node, CASE WHEN node:Person OR node:Country OR node:Organization THEN 3.0 WHEN node:Meeting OR node:Proposal THEN 2.0 WHEN node:Place OR node:Topic THEN 1.5 ELSE 1.0 END AS weight,
  [w IN $words | size(split(node._text, w)) - 1] AS tfs
WITH node, weight * reduce(s = 0.0, tf IN tfs | s + tf * 2.2 / (tf + node._norm)) AS score
ORDER BY score DESC, node.id
WITH collect([node, score]) AS hits
RETURN size(hits) AS totalCount, [h IN hits[..10] | {
  score: h[1], type: labels(h[0]), name: h[0].name, title: h[0].title, start: h[0].start, text: h[0].text,
  document: head(COLLECT { WITH h[0] AS p MATCH (p)-[:IN]->(d) RETURN d.title })
}] AS found
