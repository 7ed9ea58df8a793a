package resolve_test

import (
	"cmp"
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"time"

	"parley/loader/resolve"
)

// synthetic is a made-up world of diplomacy: a few states and a few people of
// each are everywhere, and a few meetings are in every paper.
type synthetic struct {
	rng     *rand.Rand
	states  []state
	weights []float64 // of states, adding up
	// reports by publication, and of which meeting each is.
	reports []*resolve.Report
	truth   partition
}

// state has people and cities, the best known first.
type state struct {
	side   resolve.Actor
	people []resolve.Actor
	cities []*resolve.Place
	self   *resolve.Place
}

// The size of the world: 20 years of news of so many states.
const (
	worldStates = 150
	worldPeople = 14 // of a state
	worldCities = 4
	worldYears  = 20
)

// encounter is a meeting as it was.
type encounter struct {
	id     string
	day    int
	kind   string
	actors []resolve.Actor // people and sides
	place  *resolve.Place
	home   *state // where it was
	off    bool
}

// newWorld makes about so many reports of so many meetings.
func newWorld(seed uint64, reports, meetings int) *synthetic {
	w := &synthetic{rng: rand.New(rand.NewPCG(seed, seed)), truth: partition{}}
	for i := range worldStates {
		w.states = append(w.states, newState(i))
	}
	w.weights = harmonic(worldStates)
	byDay := map[int][]*resolve.Report{}
	for i := range meetings {
		m := w.meet(i)
		for range w.echo(float64(reports) / float64(meetings)) {
			r, day := w.tell(m)
			w.truth[r.ID] = m.id
			byDay[day] = append(byDay[day], r)
		}
	}
	w.print(byDay)
	return w
}

func newState(i int) state {
	code := fmt.Sprintf("S%03d", i)
	s := state{side: resolve.Actor{ID: "country:" + code, Name: code, Short: code, Role: "participant", Side: "country:" + code}}
	s.self = &resolve.Place{ID: "place:country-" + code, Name: code, Within: []string{"country:" + code}}
	for j := range worldPeople {
		name := fmt.Sprintf("%s-%02d", code, j)
		s.people = append(s.people, resolve.Actor{ID: "person:" + name, Name: name, Short: name, Person: true, Role: "participant", Side: s.side.ID})
	}
	for j := range worldCities {
		s.cities = append(s.cities, &resolve.Place{
			ID: fmt.Sprintf("place:geonames-%s%d", code, j), Name: fmt.Sprintf("city %s%d", code, j),
			Within: []string{fmt.Sprintf("place:region-%s-%d", code, j), s.self.ID, "country:" + code},
		})
	}
	return s
}

// harmonic are weights of 1, 1/2, 1/3 … adding up to 1.
func harmonic(n int) []float64 {
	out := make([]float64, n)
	sum := 0.0
	for i := range out {
		sum += 1 / float64(i+1)
		out[i] = sum
	}
	for i := range out {
		out[i] /= sum
	}
	return out
}

// pick returns an index by weights.
func (w *synthetic) pick(weights []float64) int {
	i, _ := slices.BinarySearch(weights, w.rng.Float64())
	return min(i, len(weights)-1)
}

func (w *synthetic) chance(p float64) bool { return w.rng.Float64() < p }

var (
	worldKinds   = []string{"talks", "call", "visit", "summit", "mediation", "conference", "ceremony", "encounter"}
	kindWeights  = []float64{0.5, 0.68, 0.8, 0.87, 0.93, 0.96, 0.98, 1}
	personWeight = harmonic(worldPeople)
	cityWeight   = harmonic(worldCities)
)

// meet makes a meeting of two or three sides, each with one to three people.
func (w *synthetic) meet(i int) *encounter {
	m := &encounter{id: fmt.Sprint("m", i), day: w.rng.IntN(worldYears * 365), kind: worldKinds[w.pick(kindWeights)], off: w.chance(0.03)}
	var sides []int
	for want := 2 + w.pick([]float64{0.85, 1}); len(sides) < want; {
		if s := w.pick(w.weights); !slices.Contains(sides, s) {
			sides = append(sides, s)
		}
	}
	for _, s := range sides {
		st := &w.states[s]
		var who []int
		for want := 1 + w.pick([]float64{0.6, 0.85, 1}); len(who) < want; {
			if p := w.pick(personWeight); !slices.Contains(who, p) {
				who = append(who, p)
				m.actors = append(m.actors, st.people[p])
			}
		}
	}
	for _, s := range sides {
		m.actors = append(m.actors, w.states[s].side)
	}
	m.home = &w.states[sides[0]]
	if w.chance(0.25) {
		m.home = &w.states[w.pick(w.weights)]
	}
	if m.kind != "call" {
		m.place = m.home.cities[w.pick(cityWeight)]
	}
	return m
}

// echo is how many reports tell of a meeting: most have few, a few hundreds.
func (w *synthetic) echo(mean float64) int {
	n := 0.45 * mean / math.Pow(1-w.rng.Float64(), 0.55) // Pareto, its mean near the wanted one
	return max(1, min(400, int(n+w.rng.Float64())))
}

// tell makes one report of a meeting, and the day on which it is printed.
func (w *synthetic) tell(m *encounter) (*resolve.Report, int) {
	r := &resolve.Report{ID: fmt.Sprintf("report:%016x", w.rng.Uint64()), Kind: m.kind, Status: "held"}
	day := m.day + w.delay()
	switch {
	case m.off && day >= m.day-3:
		r.Status = "cancelled"
	case day < m.day && w.chance(0.3):
		r.Status = "proposed"
	case day < m.day:
		r.Status = "scheduled"
	}
	if m.kind != "call" && w.chance(0.3) {
		r.Kind = "talks"
	}
	r.Actors = w.named(m)
	w.date(r, m, day)
	w.place(r, m)
	r.Published = isoDay(day)
	return r, day
}

// delay is how many days after a meeting it is told: mostly at once, some
// before, a few long after.
func (w *synthetic) delay() int {
	switch x := w.rng.Float64(); {
	case x < 0.22:
		return -1 - int(w.rng.ExpFloat64()*4)
	case x < 0.95:
		return int(w.rng.ExpFloat64() * 1.2)
	}
	return 10 + w.rng.IntN(200)
}

// named are those whom a report names: of each side at least the side, in most
// somebody.
func (w *synthetic) named(m *encounter) []resolve.Actor {
	var out []resolve.Actor
	bare := w.chance(0.07)
	seen := map[string]bool{}
	for _, a := range m.actors {
		switch {
		case !a.Person && w.chance(0.97), a.Person && !bare && !seen[a.Side] && w.chance(0.93), a.Person && !bare && seen[a.Side] && w.chance(0.6):
			seen[a.Side] = true
			out = append(out, a)
		}
	}
	return out
}

// date gives a report its date: the day mostly, sometimes one that is wrong by
// one, the month, or none.
func (w *synthetic) date(r *resolve.Report, m *encounter, published int) {
	switch x := w.rng.Float64(); {
	case x < 0.015 && m.kind != "call":
		r.Start = isoDay(m.day + 1 - 2*w.rng.IntN(2))
	case x < 0.84:
		r.Start = isoDay(m.day)
	case x < 0.89:
		r.Start = isoDay(m.day)[:len("2006-01")]
	case published > m.day+20:
		r.Start = isoDay(m.day)
	}
	r.End = r.Start
}

// place says where, or in which country, or nothing; sometimes it is wrong.
func (w *synthetic) place(r *resolve.Report, m *encounter) {
	if m.place == nil {
		return
	}
	switch x := w.rng.Float64(); {
	case x < 0.01:
		r.Place = m.home.cities[w.rng.IntN(worldCities)]
	case x < 0.75:
		r.Place = m.place
	case x < 0.85:
		r.Place = m.home.self
	}
}

var worldBegins = time.Date(2005, 1, 1, 0, 0, 0, 0, time.UTC)

func isoDay(day int) string { return worldBegins.AddDate(0, 0, day).Format(time.DateOnly) }

// print puts the reports of a day into documents, each of several meetings.
func (w *synthetic) print(byDay map[int][]*resolve.Report) {
	days := make([]int, 0, len(byDay))
	for d := range byDay {
		days = append(days, d)
	}
	slices.Sort(days)
	n := 0
	for _, d := range days {
		list := byDay[d]
		slices.SortFunc(list, func(a, b *resolve.Report) int { return cmp.Compare(a.ID, b.ID) })
		told := map[string]bool{}
		for _, r := range list {
			if len(told) == 0 || told[w.truth[r.ID]] || w.chance(0.4) {
				n++
				clear(told)
			}
			told[w.truth[r.ID]] = true
			r.Document = fmt.Sprint("document:", n)
		}
		w.reports = append(w.reports, list...)
	}
}
