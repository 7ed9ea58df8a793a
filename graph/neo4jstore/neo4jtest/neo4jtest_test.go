package neo4jtest

import (
	"context"
	"strings"
	"testing"
	"time"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"
)

// run1 runs one statement and returns its first value.
func run1(t *testing.T, c Config, cypher string) any {
	t.Helper()
	d, err := connect(c)
	if err != nil {
		t.Fatal(err)
	}
	defer d.Close(t.Context())
	res, err := neo4j.ExecuteQuery(t.Context(), d, cypher, nil, neo4j.EagerResultTransformer)
	if err != nil {
		t.Fatal(err)
	}
	if len(res.Records) == 0 {
		return nil
	}
	return res.Records[0].Values[0]
}

func TestEmptyLeavesOnlyTheMarker(t *testing.T) {
	c := Server(t)
	run1(t, c, "CREATE (:A)-[:R]->(:B)")
	Empty(t)
	if n := run1(t, c, "MATCH (n) RETURN count(n)"); n != int64(1) {
		t.Errorf("%v nodes are left, want the marker alone", n)
	}
}

func TestServerIsStartedOnce(t *testing.T) {
	if a, b := Server(t), Server(t); a != b {
		t.Errorf("two servers: %v and %v", a, b)
	}
}

func TestClaimRefusesSomebodysGraph(t *testing.T) {
	c := Empty(t)
	run1(t, c, "MATCH (n) DETACH DELETE n")
	run1(t, c, "CREATE (:Precious)")
	defer run1(t, c, "MATCH (n) DETACH DELETE n CREATE (:"+marker+")")
	for name, f := range map[string]func(context.Context, Config) error{"claim": claim, "wipe": wipe} {
		if err := f(t.Context(), c); err == nil || !strings.Contains(err.Error(), "not the tests'") {
			t.Errorf("%s gives %v, want a refusal", name, err)
		}
	}
	if n := run1(t, c, "MATCH (n:Precious) RETURN count(n)"); n != int64(1) {
		t.Errorf("%v precious nodes are left, want 1", n)
	}
}

func TestAWrongPasswordIsRefused(t *testing.T) {
	c := Server(t)
	c.Password = "not the password"
	if err := claim(t.Context(), c); err == nil || !strings.Contains(err.Error(), "Unauthorized") {
		t.Errorf("got %v, want a refused login", err)
	}
}

func TestProbeIsQuick(t *testing.T) {
	begin := time.Now()
	err := probe(t.Context())
	if took := time.Since(begin); took > probeLimit+time.Second {
		t.Errorf("asking for Docker took %s (%v)", took, err)
	}
}
