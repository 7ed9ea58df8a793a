// Where do reports contradict each other, and who says what?
MATCH (m:Meeting {disputed: true})
WITH collect(m) AS ms
RETURN size(ms) AS totalCount,
  COLLECT {
    UNWIND ms AS m WITH m ORDER BY m.id LIMIT 20
    RETURN {
      id: m.id, title: m.title,
      conflicts: COLLECT {
        MATCH (m)-[:HAS_CONFLICT]->(c) WITH c ORDER BY c.field
        RETURN {field: c.field, values: COLLECT {
          MATCH (c)-[:HAS_VALUE]->(v) WITH v ORDER BY v.seq
          RETURN {value: v.value, reports: COLLECT {
            MATCH (v)-[:SAID_BY]->(r) WITH r ORDER BY r.published, r.id
            RETURN {
              document: head(COLLECT { MATCH (r)<-[:CONTAINS]-(d) RETURN {title: d.title, url: d.url, published: d.published} }),
              passages: COLLECT { MATCH (r)-[:EVIDENCED_BY]->(s) WITH s ORDER BY s.start RETURN s.text }
            }
          }}
        }}
      },
      reports: COLLECT {
        MATCH (m)<-[:OF]-(r) WITH r ORDER BY r.published, r.id LIMIT 20
        RETURN {status: r.status, start: r.start, document: head(COLLECT { MATCH (r)<-[:CONTAINS]-(d) RETURN {published: d.published, title: d.title} })}
      }
    }
  } AS meetings
