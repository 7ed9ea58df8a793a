// The people this actor met most.
CALL db.index.fulltext.queryNodes('parley_names_name', $nameLucene) YIELD node AS p WITH * WHERE p:Person AND $nameFolded IN p._name
CALL (p) {
  MATCH (p)-[a:ATTENDED]->(m:Meeting)<-[b:ATTENDED]-(o:Person)
  WHERE m.status IN ['held', 'ongoing'] AND coalesce(a.side <> b.side, true)
  WITH o, count(*) AS meetings, min(m.start) AS firstMet, max(m.start) AS lastMet
  ORDER BY meetings DESC, o.id
  WITH collect({id: o.id, name: o.name, meetings: meetings, firstMet: firstMet, lastMet: lastMet}) AS found
  RETURN size(found) AS totalCount, found[..10] AS counterparts
}
RETURN labels(p) AS type, p.name AS name, totalCount, counterparts
