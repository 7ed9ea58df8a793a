package llm

import (
	"fmt"
	"strings"
	"sync"
	"time"

	"parley/loader/claims"
)

// Account is what the model's work came to.
type Account struct {
	// Documents were read by the model; Skipped could not be.
	Documents int `json:"documents"`
	Skipped   int `json:"skipped"`
	// Requests were sent, Retries of them again; Cached answers were there.
	Requests int `json:"requests"`
	Retries  int `json:"retries"`
	Cached   int `json:"cached"`
	// Tokens as the server counts them, or as estimated where it doesn't.
	TokensIn  int64 `json:"tokensIn"`
	TokensOut int64 `json:"tokensOut"`
	// Dropped is what the documents did not bear out.
	Dropped claims.Dropped `json:"dropped"`
	// Seconds passed from the first document to the end of the last.
	Seconds float64 `json:"seconds"`
	// Warning is what went wrong beside the documents, "" for nothing.
	Warning string `json:"warning,omitempty"`
}

// String tells it, in one line.
func (a Account) String() string {
	s := fmt.Sprintf("Language model: read %s", count(a.Documents, "document"))
	if a.Skipped > 0 {
		s += fmt.Sprintf(", could not read %d", a.Skipped)
	}
	s += fmt.Sprintf("; sent %s", count(a.Requests, "request"))
	var more []string
	if a.Retries > 0 {
		more = append(more, fmt.Sprintf("%d of them again", a.Retries))
	}
	if a.Cached > 0 {
		more = append(more, fmt.Sprintf("%s kept from before", count(a.Cached, "answer")))
	}
	if len(more) > 0 {
		s += " (" + strings.Join(more, ", ") + ")"
	}
	s += fmt.Sprintf("; %s in, %d out; %s; %.1f s", count(int(a.TokensIn), "token"), a.TokensOut, a.Dropped, a.Seconds)
	if a.Warning != "" {
		s += "; " + a.Warning
	}
	return s
}

func count(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}

// ledger keeps an Account while documents are read at the same time.
type ledger struct {
	mu         sync.Mutex
	a          Account
	start, end time.Time
}

// note changes the account.
func (l *ledger) note(change func(a *Account)) {
	l.mu.Lock()
	defer l.mu.Unlock()
	change(&l.a)
	l.end = time.Now()
}

// begin notes when the first document was taken up.
func (l *ledger) begin() {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.start.IsZero() {
		l.start, l.end = time.Now(), time.Now()
	}
}

// account is what it has come to so far.
func (l *ledger) account() Account {
	l.mu.Lock()
	defer l.mu.Unlock()
	a := l.a
	a.Dropped = claims.Dropped{Claims: map[claims.Reason]int{}, Details: map[claims.Reason]int{}}
	a.Dropped.Add(l.a.Dropped)
	a.Seconds = l.end.Sub(l.start).Seconds()
	return a
}
