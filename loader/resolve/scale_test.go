package resolve_test

import (
	"os"
	"runtime"
	"slices"
	"strconv"
	"testing"
	"time"

	"parley/loader/resolve"
)

// scaleBatch is how many reports come at once.
const scaleBatch = 2000

// TestScale resolves made-up reports as they come, looking each time at what a
// batch reaches, and compares what comes out with what was. PARLEY_SCALE is how
// many reports, of three tenths as many meetings; 1000000 takes minutes.
func TestScale(t *testing.T) {
	n := 10000
	if s := os.Getenv("PARLEY_SCALE"); s != "" {
		n, _ = strconv.Atoi(s)
	}
	began := time.Now()
	w := newWorld(1, n, 3*n/10)
	t.Logf("%d reports of %d meetings, made in %v", len(w.reports), 3*n/10, time.Since(began).Round(time.Millisecond))
	got := partition{}
	index := resolve.NewIndex(nil, nil)
	possible, most := map[string]bool{}, 0
	var times []time.Duration
	began = time.Now()
	for batch := range slices.Chunk(w.reports, scaleBatch) {
		start := time.Now()
		for _, r := range batch {
			index.Add(r)
		}
		reach := index.Reach(batch)
		most = max(most, len(reach.All()))
		update(got, possible, reach.Says(resolve.Resolve(reach.All(), nil)))
		times = append(times, time.Since(start))
	}
	total := time.Since(began)
	var mem runtime.MemStats
	runtime.ReadMemStats(&mem)
	b := bCubed(got, w.truth)
	tenth := max(1, len(times)/10)
	first, last := sum(times[:tenth]), sum(times[len(times)-tenth:])
	t.Logf("in %v, %v a report; the first tenth %v, the last %v; %d MiB; a batch looks at %d reports at most",
		total.Round(time.Millisecond), (total / time.Duration(len(w.reports))).Round(time.Microsecond),
		first.Round(time.Millisecond), last.Round(time.Millisecond), mem.Sys>>20, most)
	t.Logf("B-cubed P %.3f R %.3f F1 %.3f; %d are possibly of several", b.precision, b.recall, b.f1, len(possible))
	if b.f1 < 0.95 {
		t.Error("B-cubed is below 0.95")
	}
	if n >= 1_000_000 && last > first*3/2 {
		t.Error("the last reports cost more than one and a half times as much as the first")
	}
}

func sum(list []time.Duration) time.Duration {
	s := time.Duration(0)
	for _, d := range list {
		s += d
	}
	return s
}

// update takes over what is said of some reports.
func update(got partition, possible map[string]bool, r resolve.Resolution) {
	for _, m := range r.Meetings {
		for _, id := range m.Reports {
			got[id] = m.ID
			delete(possible, id)
		}
	}
	for _, p := range r.Possible {
		got[p.Report] = p.Report
		possible[p.Report] = true
	}
}
