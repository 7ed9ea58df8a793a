package resolve_test

import (
	"cmp"
	"maps"
	"slices"
	"testing"

	"parley/loader/resolve"
)

// partition says which cluster each item is in.
type partition map[string]string

// figures compares a partition with the true one. An item that only one of
// them has counts as wrong: what was missed lowers recall, what was invented
// lowers precision.
type figures struct{ precision, recall, f1 float64 }

func figuresOf(precision, recall float64) figures {
	if precision+recall == 0 {
		return figures{}
	}
	return figures{precision, recall, 2 * precision * recall / (precision + recall)}
}

// clusters turns a partition around.
func (p partition) clusters() map[string][]string {
	out := map[string][]string{}
	for _, item := range slices.Sorted(maps.Keys(p)) {
		out[p[item]] = append(out[p[item]], item)
	}
	return out
}

// bCubed is the B-cubed measure (Bagga and Baldwin 1998): for each item the
// share of its cluster that belongs with it, and of what belongs with it that
// is in its cluster; averaged over all items.
func bCubed(got, want partition) figures {
	side := func(a, b partition) float64 {
		sum, clusters := 0.0, a.clusters()
		for item, c := range a {
			if b[item] == "" {
				continue
			}
			same := 0
			for _, other := range clusters[c] {
				if b[other] == b[item] {
					same++
				}
			}
			sum += float64(same) / float64(len(clusters[c]))
		}
		return sum / float64(max(1, len(a)))
	}
	return figuresOf(side(got, want), side(want, got))
}

// pairwise compares the pairs of items that are in one cluster.
func pairwise(got, want partition) figures {
	side := func(a, b partition) float64 {
		pairs, right := 0, 0
		for _, items := range a.clusters() {
			for i, x := range items {
				for _, y := range items[i+1:] {
					pairs++
					if b[x] != "" && b[x] == b[y] {
						right++
					}
				}
			}
		}
		return float64(right) / float64(max(1, pairs))
	}
	return figuresOf(side(got, want), side(want, got))
}

// meetingsOf is the partition that resolution makes of reports.
func meetingsOf(reports []*resolve.Report) partition {
	out := partition{}
	for _, r := range reports {
		out[r.ID] = r.ID
	}
	for _, m := range resolve.Resolve(reports, nil).Meetings {
		for _, r := range m.Reports {
			out[r] = m.ID
		}
	}
	return out
}

// tell prints what is wrong with a partition: clusters whose items the other
// one tells apart.
func tell(t *testing.T, what string, a, b partition, show func(string) string) {
	t.Helper()
	for _, items := range slices.SortedFunc(maps.Values(a.clusters()), func(x, y []string) int { return cmp.Compare(x[0], y[0]) }) {
		if !slices.ContainsFunc(items, func(x string) bool { return b[x] != b[items[0]] }) {
			continue
		}
		t.Logf("%s:", what)
		for _, x := range items {
			t.Logf("    %-24s %s", b[x], show(x))
		}
	}
}

func TestFiguresOfPartitions(t *testing.T) {
	want := partition{"a": "1", "b": "1", "c": "2"}
	got := partition{"a": "x", "b": "y", "c": "y"}
	if f := bCubed(got, want); f.precision != 2.0/3 || f.recall != 2.0/3 {
		t.Errorf("B-cubed %+v", f)
	}
	if f := pairwise(got, want); f.f1 != 0 {
		t.Errorf("pairwise %+v", f)
	}
	if f := bCubed(want, want); f.f1 != 1 {
		t.Errorf("B-cubed of the same %+v", f)
	}
	if f := bCubed(partition{"a": "1", "d": "1"}, want); f.precision != 0.25 || f.recall != 0.5/3 {
		t.Errorf("B-cubed with a missed and an invented item %+v", f)
	}
}
