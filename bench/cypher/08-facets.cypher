// The shape of a country's meetings: by month, place, topic, actor, status, kind.
CALL db.index.fulltext.queryNodes('parley_names_name', $countryLucene) YIELD node AS c WITH * WHERE c:Country AND $countryFolded IN c._name
MATCH (c)-[:ATTENDED]->(m:Meeting)
WITH collect(DISTINCT m) AS ms
RETURN size(ms) AS totalCount,
  COLLECT { UNWIND ms AS m WITH m WHERE size(m.start) >= 7 WITH left(m.start, 7) AS key, count(*) AS n ORDER BY key RETURN {key: key, count: n} } AS byMonth,
  COLLECT { UNWIND ms AS m MATCH (m)-[:HELD_IN]->(l) WITH l, count(*) AS n ORDER BY n DESC, l.id LIMIT 10 RETURN {count: n, name: l.name, latitude: l.latitude, longitude: l.longitude} } AS byPlace,
  COLLECT { UNWIND ms AS m MATCH (m)-[:ABOUT]->(t) WITH t, count(*) AS n ORDER BY n DESC, t.id LIMIT 10 RETURN {count: n, name: t.name} } AS byTopic,
  COLLECT { UNWIND ms AS m MATCH (m)<-[:ATTENDED]-(a) WITH a, count(*) AS n ORDER BY n DESC, a.id LIMIT 10 RETURN {count: n, type: labels(a), name: a.name} } AS byActor,
  COLLECT { UNWIND ms AS m WITH m.status AS key, count(*) AS n ORDER BY n DESC, key RETURN {key: key, count: n} } AS byStatus,
  COLLECT { UNWIND ms AS m WITH m.kind AS key, count(*) AS n ORDER BY n DESC, key RETURN {key: key, count: n} } AS byKind
