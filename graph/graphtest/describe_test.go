package graphtest

import (
	"testing"

	"parley/graph"
)

func TestDescribeLeavesOutWhatIsZero(t *testing.T) {
	q := graph.Query{Labels: []graph.Label{"Meeting"}, Where: graph.And{is("kind", graph.Eq, "talks"), attended(graph.None, nil)}, Page: graph.Page{Limit: -1}}
	want := `graph.Query{
	Labels: []graph.Label{"Meeting"}
	Where: graph.And{graph.Compare{
		Prop: "kind"
		Op: graph.Eq
		Value: "talks"}, graph.Connected{
		Edge: "ATTENDED"
		Dir: graph.In
		Quant: graph.None}}
	Page: graph.Page{
		Limit: -1}}`
	if got := describe(q); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}
