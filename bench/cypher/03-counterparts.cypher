// The people this actor met most.
MATCH (p:Person {name: $name})
CALL (p) {
  MATCH (p)-[a:ATTENDED]->(m:Meeting)<-[b:ATTENDED]-(o:Person)
  WHERE m.status IN ['held', 'ongoing'] AND coalesce(a.side <> b.side, true)
  WITH o, count(*) AS meetings, min(m.start) AS firstMet, max(m.start) AS lastMet
  ORDER BY meetings DESC, o.id
  WITH collect({id: o.id, name: o.name, meetings: meetings, firstMet: firstMet, lastMet: lastMet}) AS found
  RETURN size(found) AS totalCount, found[..10] AS counterparts
}
RETURN labels(p) AS type, p.name AS name, totalCount, counterparts
