package bench

import (
	"fmt"
	"iter"
	"strings"
	"time"

	"parley/loader/read"
)

// Documents makes n articles of some 2 kB, the same for the same seed: each
// tells of a few meetings between invented people of real states, as a wire
// would.
func Documents(seed uint64, n int) iter.Seq[read.Item] {
	return func(yield func(read.Item) bool) {
		m := newMaker(seed)
		for i := range n {
			day := begin.AddDate(0, 0, m.IntN(days))
			if !yield(read.Item{Doc: m.document(i, day)}) {
				return
			}
		}
	}
}

// states are the sides of the articles' meetings.
var states = []string{"the United States", "Russia", "China", "France", "Germany", "Turkey", "India", "Japan", "Egypt", "Brazil", "Poland", "Kenya"}

// hosts are where they meet.
var hosts = []string{"Geneva", "Moscow", "Paris", "Istanbul", "Cairo", "New Delhi", "Tokyo", "Nairobi", "Doha", "Vienna"}

// document writes one article.
func (m maker) document(i int, day time.Time) *read.Document {
	var b strings.Builder
	for range 6 {
		a, z := states[m.skewed(len(states))], states[m.skewed(len(states))]
		fmt.Fprintf(&b, "Foreign Minister %s %s of %s met Foreign Minister %s %s of %s in %s on %s to discuss %s.\n",
			m.name(2), m.name(3), a, m.name(2), m.name(3), z, hosts[m.IntN(len(hosts))],
			day.AddDate(0, 0, -m.IntN(5)).Format("Monday"), m.words(3))
		fmt.Fprintf(&b, "Officials said that the %s would depend on %s, and that %s had been told so.\n\n", m.words(1), m.words(3), a)
	}
	return &read.Document{
		Name: fmt.Sprintf("bench-%d.txt", i), URL: fmt.Sprintf("https://example.org/bench/documents/%d", i),
		Title: m.words(6), Published: day.Format(time.DateOnly), Publisher: "Bench Wire", Text: b.String(),
	}
}
