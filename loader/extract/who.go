package extract

// crowd is a set of people and sides by 64 bits, so that two meetings with
// nobody in common are told apart without a look at their lists. It may seem to
// have more than was added to it.
type crowd uint64

// addPerson adds the person with an index.
func (c *crowd) addPerson(p int) { *c |= 1 << (p % 64) }

// addSide adds a state or organisation by its name.
func (c *crowd) addSide(name string) {
	h := uint32(2166136261)
	for i := range len(name) {
		h = (h ^ uint32(name[i])) * 16777619
	}
	*c |= 1 << (h >> 26)
}

// crowdOf is the crowd of a meeting.
func crowdOf(e *event) crowd {
	var c crowd
	for _, m := range e.people {
		c.addPerson(m.person)
	}
	for i := range e.sides {
		c.addSide(e.sides[i].Name)
	}
	return c
}

// strangers reports that two meetings have neither a person nor a side in
// common.
func strangers(a, b *event) bool { return a.who&b.who == 0 }
