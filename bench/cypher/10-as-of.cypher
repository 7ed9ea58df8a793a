// What was known on a day of somebody's meetings?
CALL db.index.fulltext.queryNodes('parley_names_name', $nameLucene) YIELD node AS p WITH * WHERE $nameFolded IN p._name
MATCH (p)-[:THEN_ATTENDED]->(v:Version) WHERE v.since <= $day AND (v.until IS NULL OR v.until > $day)
WITH collect(DISTINCT v) AS vs
RETURN size(vs) AS totalCount,
  COLLECT {
    UNWIND vs AS v WITH v ORDER BY v.start DESC, v.id LIMIT 10
    RETURN {id: v.id, title: v.title, status: v.status, start: v.start, place: head(COLLECT { MATCH (v)-[:THEN_HELD_IN]->(l) RETURN l.name })}
  } AS meetings
