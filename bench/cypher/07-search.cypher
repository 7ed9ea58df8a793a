// Anything about these words, best first.
CALL db.index.fulltext.queryNodes('parley_text', $lucene) YIELD node, score
WITH node, score ORDER BY score DESC, node.id
WITH collect([node, score]) AS hits
RETURN size(hits) AS totalCount, [h IN hits[..10] | {
  score: h[1], type: labels(h[0]), name: h[0].name, title: h[0].title, start: h[0].start, text: h[0].text,
  document: head(COLLECT { WITH h[0] AS p MATCH (p)-[:IN]->(d) RETURN d.title })
}] AS found
