// Which meetings were about this, there, in that time, between those sides?
CALL db.index.fulltext.queryNodes('parley_names_name', $placeLucene) YIELD node AS c WITH * WHERE c:Country AND $placeFolded IN c._name
CALL db.index.fulltext.queryNodes('parley_names_name', $side0Lucene) YIELD node AS s0 WITH * WHERE s0:Country AND $side0Folded IN s0._name
CALL db.index.fulltext.queryNodes('parley_names_name', $side1Lucene) YIELD node AS s1 WITH * WHERE s1:Country AND $side1Folded IN s1._name
MATCH (c)<-[:LOCATED_IN*0..3]-(l)<-[:HELD_IN]-(m:Meeting)
WHERE m.start >= $from AND m.start <= $to + '~' AND m.status IN ['held', 'scheduled', 'ongoing']
  AND EXISTS { (m)-[:ABOUT]->(t:Topic) WHERE toLower(t.name) CONTAINS toLower($topic) }
  AND EXISTS { (m)<-[:ATTENDED]-(s0) }
  AND EXISTS { (m)<-[:ATTENDED]-(s1) }
WITH DISTINCT m ORDER BY m.start, m.id
WITH collect(m) AS ms
RETURN size(ms) AS totalCount, [m IN ms[..50] | {
  id: m.id, title: m.title, start: m.start, status: m.status,
  place: head(COLLECT { MATCH (m)-[:HELD_IN]->(l) RETURN l.name }),
  participants: COLLECT { MATCH (m)<-[:ATTENDED]-(w) WITH w ORDER BY w.id LIMIT 20 RETURN w.name }
}] AS meetings
