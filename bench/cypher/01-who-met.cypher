// Whom did somebody meet since a day, where, about what, and who says so?
CALL db.index.fulltext.queryNodes('parley_names_name', $nameLucene) YIELD node AS p WITH * WHERE p:Person AND $nameFolded IN p._name
RETURN p.id AS id, p.name AS name, p.aliases AS aliases,
  COLLECT { MATCH (p)-[r:REPRESENTS]->(x) RETURN {title: r.title, type: labels(x), name: x.name} } AS represents,
  COUNT { MATCH (p)-[:ATTENDED]->(m:Meeting) WHERE m.start >= $since } AS totalCount,
  COLLECT {
    MATCH (p)-[a:ATTENDED]->(m:Meeting) WHERE m.start >= $since
    WITH a, m ORDER BY m.start DESC, m.id LIMIT 20
    RETURN {
      role: a.role, id: m.id, kind: m.kind, status: m.status, start: m.start, end: m.end, precision: m.precision, title: m.title,
      place: head(COLLECT { MATCH (m)-[:HELD_IN]->(l) RETURN {name: l.name, country: head(COLLECT { MATCH (l)-[:LOCATED_IN]->(c:Country) RETURN c.name })} }),
      topics: COLLECT { MATCH (m)-[:ABOUT]->(t) WITH t ORDER BY t.name RETURN t.name },
      participants: COLLECT { MATCH (m)<-[x:ATTENDED]-(w) WITH x, w ORDER BY w.id LIMIT 20 RETURN {role: x.role, type: labels(w), id: w.id, name: w.name} },
      reports: COLLECT {
        MATCH (m)<-[:OF]-(r) WITH r ORDER BY r.id LIMIT 20
        RETURN {
          status: r.status, start: r.start,
          place: head(COLLECT { MATCH (r)-[:HELD_IN]->(l) RETURN l.name }),
          document: head(COLLECT { MATCH (r)<-[:CONTAINS]-(d) RETURN {title: d.title, url: d.url, published: d.published} }),
          passages: COLLECT { MATCH (r)-[:EVIDENCED_BY]->(s) WITH s ORDER BY s.start RETURN s.text }
        }
      }
    }
  } AS meetings
