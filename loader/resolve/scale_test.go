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

// began is when the tests did.
var began = time.Now()

// TestScale resolves made-up reports as they come, looking each time at what a
// batch reaches, and compares what comes out with what was. PARLEY_SCALE is how
// many reports, of three tenths as many meetings; 1000000 takes minutes.
func TestScale(t *testing.T) {
	n := 10000
	if s := os.Getenv("PARLEY_SCALE"); s != "" {
		n, _ = strconv.Atoi(s)
	}
	w := newWorld(1, n, 3*n/10)
	t.Logf("%d reports of %d meetings", len(w.reports), 3*n/10)
	run := scaleRun{got: partition{}, possible: map[string]bool{}, index: resolve.NewIndex(nil, nil)}
	var tenths []time.Duration
	start, wall := cpuTime(), time.Now()
	for part := range slices.Chunk(w.reports, (len(w.reports)+9)/10) {
		before := cpuTime()
		for batch := range slices.Chunk(part, scaleBatch) {
			run.add(batch)
		}
		tenths = append(tenths, cpuTime()-before)
		t.Logf("%d reports: %v of processor time", len(part), tenths[len(tenths)-1].Round(time.Millisecond))
	}
	cpu := cpuTime() - start
	var mem runtime.MemStats
	runtime.ReadMemStats(&mem)
	b := bCubed(run.got, w.truth)
	t.Logf("%v of processor time in %v, %v a report; %d MiB; a batch looks at %d reports at most",
		cpu.Round(time.Millisecond), time.Since(wall).Round(time.Millisecond), (cpu / time.Duration(len(w.reports))).Round(time.Microsecond), mem.Sys>>20, run.most)
	t.Logf("B-cubed P %.3f R %.3f F1 %.3f; %d are possibly of several", b.precision, b.recall, b.f1, len(run.possible))
	if b.f1 < 0.95 {
		t.Error("B-cubed is below 0.95")
	}
	if first, last := tenths[0], tenths[len(tenths)-1]; n >= 1_000_000 && last > first*3/2 {
		t.Error("the last reports cost more than one and a half times as much as the first")
	}
}

// scaleRun is what has been resolved.
type scaleRun struct {
	got      partition
	possible map[string]bool
	index    *resolve.Index
	most     int
}

// add resolves what comes with a batch.
func (s *scaleRun) add(batch []*resolve.Report) {
	for _, r := range batch {
		s.index.Add(r)
	}
	reach := s.index.Reach(batch)
	s.most = max(s.most, len(reach.All()))
	update(s.got, s.possible, reach.Says(resolve.Resolve(reach.All(), nil)))
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
