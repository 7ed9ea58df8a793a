package cli

import (
	"fmt"
	"sync"
	"time"

	"github.com/schollz/progressbar/v3"

	"parley/loader"
	"parley/loader/read"
)

// toldSkips is how many skipped inputs are told one by one.
const toldSkips = 100

// lineEvery is how often a load that isn't on a terminal tells how far it is.
const lineEvery = 10 * time.Second

// progress shows how a load goes on standard error: a bar on a terminal, else
// a line now and then; and what is skipped, as it comes.
type progress struct {
	w    *world
	bar  *progressbar.ProgressBar
	stop chan struct{}
	over sync.WaitGroup

	mu      sync.Mutex
	now     loader.Progress
	told    loader.Progress
	skipped int
	noted   int
}

func newProgress(w *world) *progress {
	p := &progress{w: w, stop: make(chan struct{})}
	if w.onTerminal() {
		p.bar = progressbar.NewOptions(-1, progressbar.OptionSetWriter(w.stderr), progressbar.OptionShowCount(), progressbar.OptionShowIts(),
			progressbar.OptionSetItsString("documents"), progressbar.OptionSetDescription("Loading"), progressbar.OptionClearOnFinish(), progressbar.OptionThrottle(100*time.Millisecond))
		return p
	}
	p.over.Go(p.lines)
	return p
}

// update takes the loader's news.
func (p *progress) update(n loader.Progress) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.now = n
	if n.Skip != nil {
		p.skip(*n.Skip)
	}
	if n.Note != nil {
		p.note(*n.Note)
	}
	if p.bar != nil {
		// A terminal that can't be written to is no reason to stop loading.
		_ = p.bar.Set64(n.Documents)
	}
}

// skip tells of something skipped, the first ones one by one.
func (p *progress) skip(s read.Skip) {
	if p.skipped++; p.skipped > toldSkips {
		return
	}
	p.clear()
	p.w.skipped(s)
}

// note tells how a document was read, the first ones one by one.
func (p *progress) note(s read.Skip) {
	if p.noted++; p.noted > toldSkips {
		return
	}
	p.clear()
	p.w.noted(s)
}

// clear takes the bar away for a line; the next update draws it again.
func (p *progress) clear() {
	if p.bar != nil {
		_ = p.bar.Clear()
	}
}

// skipped tells of one input that was skipped.
func (w *world) skipped(s read.Skip) { w.say("skipped %s", s) }

// noted tells of one input that was read otherwise than asked for.
func (w *world) noted(s read.Skip) { w.say("%s", s) }

// lines tells now and then how far the load is.
func (p *progress) lines() {
	tick := time.NewTicker(lineEvery)
	defer tick.Stop()
	for {
		select {
		case <-p.stop:
			return
		case <-tick.C:
			p.line()
		}
	}
}

func (p *progress) line() {
	p.mu.Lock()
	defer p.mu.Unlock()
	waiting := ""
	if p.now.Documents == p.told.Documents {
		waiting = " (no further since the last line)"
	}
	p.told = p.now
	p.w.say("%s, %s%s", count(int(p.now.Documents), "document"), megabytes(p.now.Bytes), waiting)
}

// end takes the bar away and tells how many inputs weren't named that were
// skipped or noted.
func (p *progress) end() {
	close(p.stop)
	p.over.Wait()
	if p.bar != nil {
		_ = p.bar.Finish()
	}
	if more := p.skipped - toldSkips; more > 0 {
		p.w.say("skipped %d more", more)
	}
	if more := p.noted - toldSkips; more > 0 {
		p.w.say("and so for %d more", more)
	}
}

// megabytes writes a size in MB of 2^20 bytes.
func megabytes(n int64) string { return fmt.Sprintf("%.1f MB", float64(n)/(1<<20)) }
