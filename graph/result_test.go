package graph_test

import (
	"maps"
	"testing"

	"parley/graph"
)

func TestValuesAreReadByName(t *testing.T) {
	v := graph.Values{Names: []string{"name", "start", "seats"}, List: []any{"Talks", nil, int64(3)}}
	if v.Get("seats") != int64(3) || v.Get("start") != nil || v.Get("status") != nil {
		t.Errorf("got %v, %v, %v", v.Get("seats"), v.Get("start"), v.Get("status"))
	}
	if got, want := v.Props(), (graph.Props{"name": "Talks", "seats": int64(3)}); !maps.Equal(got, want) {
		t.Errorf("got %v, want %v: what isn't there is no property", got, want)
	}
}

func TestSubsAreReadByName(t *testing.T) {
	s := graph.Subs{Names: []string{"f1", "f2"}, List: []graph.Result{{Total: 1}, {Total: 2}}}
	if s.Get("f2").Total != 2 || s.Get("f3") != nil {
		t.Errorf("got %v and %v", s.Get("f2"), s.Get("f3"))
	}
}
