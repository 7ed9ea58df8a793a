// When did these two meet, where, and what was it about?
CALL db.index.fulltext.queryNodes('parley_names_name', $aLucene) YIELD node AS a WITH * WHERE a:Person AND $aFolded IN a._name
CALL db.index.fulltext.queryNodes('parley_names_name', $bLucene) YIELD node AS b WITH * WHERE b:Person AND $bFolded IN b._name
MATCH (a)-[:ATTENDED]->(m:Meeting)<-[:ATTENDED]-(b)
WHERE m.start >= $since AND m.start <= $until + '~' AND m.status IN ['held', 'ongoing', 'scheduled']
WITH m ORDER BY m.start, m.id
WITH collect(m) AS ms
RETURN size(ms) AS totalCount, [m IN ms[..20] | {
  id: m.id, title: m.title, kind: m.kind, status: m.status, start: m.start, end: m.end,
  place: head(COLLECT { MATCH (m)-[:HELD_IN]->(l) RETURN l.name }),
  topics: COLLECT { MATCH (m)-[:ABOUT]->(t) WITH t ORDER BY t.name RETURN t.name }
}] AS meetings
