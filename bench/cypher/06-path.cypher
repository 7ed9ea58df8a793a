// How are these two connected, through which meetings?
CALL db.index.fulltext.queryNodes('parley_names_name', $fromLucene) YIELD node AS a WITH * WHERE a:Person AND $fromFolded IN a._name
CALL db.index.fulltext.queryNodes('parley_names_name', $toLucene) YIELD node AS b WITH * WHERE b:Person AND $toFolded IN b._name
MATCH p = allShortestPaths((a)-[:ATTENDED*..8]-(b))
WHERE all(n IN nodes(p)[1..-1] WHERE n:Person OR n:Meeting AND n.status IN ['held', 'ongoing', 'scheduled'])
WITH p ORDER BY [n IN nodes(p) | n.id] LIMIT 1
RETURN length(p) / 2 AS length, [n IN nodes(p) | {
  name: n.name, id: n.id, start: n.start,
  place: head(COLLECT { MATCH (n)-[:HELD_IN]->(l) RETURN l.name })
}] AS steps
