// What does a side demand, offer or refuse, in which words, on which plan?
CALL db.index.fulltext.queryNodes('parley_names_name', $actorLucene) YIELD node AS a WITH * WHERE a:Country AND $actorFolded IN a._name
MATCH (a)-[:TOOK]->(p:Position)
WHERE p.act IN [x IN $acts | toLower(x)]
WITH a, p ORDER BY p.id
WITH a, collect(p) AS ps
RETURN size(ps) AS totalCount, [p IN ps[..20] | {
  act: p.act, what: p.what, actor: {type: labels(a), name: a.name},
  on: head(COLLECT { MATCH (p)-[:ON]->(x) RETURN {type: labels(x), name: x.name} }),
  passages: COLLECT { MATCH (p)-[:EVIDENCED_BY]->(s)-[:IN]->(d) WITH s, d ORDER BY s.start RETURN {text: s.text, start: s.start, end: s.end, title: d.title, url: d.url, published: d.published} }
}] AS positions
