package claims

import (
	"encoding/json"
	"errors"
	"strings"

	"parley/loader/extract"
)

// Answer is what a model claims of one part of a document, in the form of the
// guidelines.
type Answer struct {
	Meetings  []extract.GoldMeeting
	People    []extract.GoldPerson
	Positions []extract.GoldPosition
	// Dropped are claims that were not in that form.
	Dropped Dropped
}

// ErrForm means that an answer isn't one JSON object with a list of meetings.
var ErrForm = errors.New("the answer is not a JSON object with a list of meetings")

const (
	// maxStarts is how many braces are tried as the beginning of an answer.
	maxStarts = 16
	// maxClaims is how many claims of one sort an answer may have; an article
	// part has a dozen.
	maxClaims = 200
	// maxList is how many names, topics or passages a claim may have.
	maxList = 100
)

// Read reads an answer: the JSON object itself, or the first one with a list
// of meetings that stands in other words. A claim that can't be read is
// dropped, the others are kept. The error is ErrForm.
func Read(content string) (Answer, error) {
	for range maxStarts {
		i := strings.IndexByte(content, '{')
		if i < 0 {
			break
		}
		content = content[i:]
		var raw map[string]json.RawMessage
		if json.NewDecoder(strings.NewReader(content)).Decode(&raw) == nil {
			if a, ok := answer(raw); ok {
				return a, nil
			}
		}
		content = content[1:]
	}
	return Answer{}, ErrForm
}

// answer reads the lists of an answer; false if there is none of meetings.
func answer(raw map[string]json.RawMessage) (a Answer, ok bool) {
	a.Meetings, ok = list[extract.GoldMeeting](raw["meetings"], &a.Dropped)
	if !ok {
		return a, false
	}
	for i := range a.Meetings {
		m := &a.Meetings[i]
		for _, l := range []*[]string{&m.Participants, &m.Parties, &m.Topics, &m.Evidence} {
			a.shorten(l)
		}
	}
	a.People, _ = list[extract.GoldPerson](raw["people"], &a.Dropped)
	for i := range a.People {
		a.shorten(&a.People[i].Roles)
	}
	a.Positions, _ = list[extract.GoldPosition](raw["positions"], &a.Dropped)
	return a, true
}

// shorten drops what is beyond the length of a list in a claim.
func (a *Answer) shorten(l *[]string) {
	if len(*l) > maxList {
		*l = (*l)[:maxList]
		a.Dropped.detail(TooMany)
	}
}

// list reads what can be read of a list of claims; false if it is none.
func list[T any](raw json.RawMessage, dropped *Dropped) ([]T, bool) {
	var items []json.RawMessage
	if json.Unmarshal(raw, &items) != nil || items == nil {
		return nil, false
	}
	var out []T
	for i, item := range items {
		var v *T
		switch {
		case i >= maxClaims:
			dropped.claim(TooMany)
		case json.Unmarshal(item, &v) != nil || v == nil:
			dropped.claim(BadForm)
		default:
			out = append(out, *v)
		}
	}
	return out, true
}
