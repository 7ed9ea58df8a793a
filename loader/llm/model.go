package llm

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"sync/atomic"

	"golang.org/x/sync/errgroup"

	"parley/loader/claims"
	"parley/loader/extract"
	"parley/loader/extractor"
	"parley/loader/lexicon"
)

const (
	// partSize is how many bytes of a text are asked about at once: two
	// thousand tokens, as much as prompt and answer leave of a small model's
	// memory. Most articles are one part.
	partSize = 8000
	// partOverlap is how much of it the next part repeats.
	partOverlap = 800
	// maxFailures is how many documents in a row may fail before the server is
	// left alone.
	maxFailures = 10
)

// Model reads documents by a language model. It is safe for concurrent use.
type Model struct {
	config Config
	base   string
	lex    *lexicon.Lexicon
	chat   *chat
	cache  cache
	budget *budget
	ledger *ledger
	// answered: the server has given an answer that is one of the API's.
	answered atomic.Bool

	mu       sync.Mutex
	failures int // documents in a row
}

var _ extractor.Extractor = (*Model)(nil)

// New makes ready to ask; nothing is sent yet. The error is for the person.
func New(c Config, lex *lexicon.Lexicon) (*Model, error) {
	if err := c.Check(); err != nil {
		return nil, err
	}
	base, err := c.base()
	if err != nil {
		return nil, err
	}
	kept, err := openCache(c.Cache)
	if err != nil {
		return nil, err
	}
	l := &ledger{}
	return &Model{
		config: c, base: base, lex: lex, cache: kept, budget: newBudget(c.Budget), ledger: l,
		chat: newChat(base, c.Key, newDoer(newTransport(c, l), c.Retries)),
	}, nil
}

// Version implements extractor.Extractor.
func (m *Model) Version() string {
	return fmt.Sprintf("llm %s %s temperature=%g max=%d part=%d/%d", m.config.Model, claims.Version(), temperature, maxOutput, partSize, partOverlap)
}

// Account is what the work has come to so far.
func (m *Model) Account() Account { return m.ledger.account() }

// Begin implements extractor.Extractor: the document queues for the budget.
func (m *Model) Begin(doc extract.Document) extractor.Reading {
	m.ledger.begin()
	t := &task{m: m, doc: doc, ticket: m.budget.ticket()}
	return func(ctx context.Context) (extractor.Result, error) {
		defer t.ticket.close()
		x, err := t.read(ctx)
		if err := m.judge(ctx, err); err != nil {
			return extractor.Result{}, err
		}
		return extractor.Result{Extraction: x, By: m.Version()}, nil
	}
}

// errLeft is why documents are skipped once the server is left alone.
var errLeft = fmt.Errorf("not asked, since the model failed on %d documents in a row; run the same command again when it is well", maxFailures)

// judge counts how a document went, and tells what ends the run from what
// skips a document.
func (m *Model) judge(ctx context.Context, err error) error {
	if ctx.Err() != nil {
		return ctx.Err()
	}
	if err == nil {
		m.mu.Lock()
		m.failures = 0
		m.mu.Unlock()
		m.ledger.note(func(a *Account) { a.Documents++ })
		return nil
	}
	if f, ok := errors.AsType[fatal](err); ok {
		return f
	}
	if !errors.Is(err, errSpent) && !errors.Is(err, errLeft) && !errors.Is(err, errDecline) {
		m.mu.Lock()
		m.failures++
		m.mu.Unlock()
	}
	m.ledger.note(func(a *Account) { a.Skipped++ })
	return extractor.Skip{Reason: err.Error()}
}

// left reports that the server is left alone.
func (m *Model) left() bool {
	m.mu.Lock()
	defer m.mu.Unlock()
	return m.failures >= maxFailures
}

// spent is why a document is skipped that may take more tokens than are left.
func (m *Model) spent(need int64) error {
	return fmt.Errorf("not asked about: %w: it may take %d tokens, more than --llm-budget %d has left", errSpent, need, m.config.Budget)
}

// read asks about every part of a document, and lets in what it bears out.
func (t *task) read(ctx context.Context) (extract.Extraction, error) {
	survey := extract.NewSurvey(t.doc, t.m.lex)
	t.sentences = survey.Sentences()
	parts := claims.Parts(t.doc.Text, t.sentences, partSize, partOverlap)
	if err := t.reserve(ctx, parts); err != nil {
		return extract.Extraction{}, err
	}
	answers := make([][]answered, len(parts))
	g, within := errgroup.WithContext(ctx)
	g.SetLimit(t.m.config.Concurrency)
	for i, p := range parts {
		g.Go(func() (err error) {
			answers[i], err = t.ask(within, p, 0)
			return err
		})
	}
	if err := g.Wait(); err != nil {
		return extract.Extraction{}, err
	}
	return t.ground(survey, answers), nil
}

// reserve holds the tokens for all parts that have no answer yet.
func (t *task) reserve(ctx context.Context, parts []claims.Part) error {
	var need int64
	for _, p := range parts {
		q := claims.Question(t.doc, p)
		if _, kept := t.m.cache.get(t.m.key(q)); !kept {
			need += cost(q)
		}
	}
	if need > 0 && t.m.left() {
		return errLeft
	}
	err := t.ticket.reserve(ctx, need)
	if errors.Is(err, errSpent) {
		return t.m.spent(need)
	}
	return err
}

// ground holds the answers against the document and joins what is left.
func (t *task) ground(survey *extract.Survey, answers [][]answered) extract.Extraction {
	x := extract.Extraction{ID: t.doc.ID, Published: t.doc.Published}
	for _, part := range answers {
		for _, a := range part {
			got, dropped := claims.Ground(t.doc, survey, a.part, a.answer)
			t.m.ledger.note(func(a *Account) { a.Dropped.Add(dropped) })
			x = extractor.Join(x, got)
		}
	}
	return x
}

// keep keeps an answer; that it can't be kept is told at the end.
func (m *Model) keep(e entry) {
	e.Model = m.config.Model
	if err := m.cache.put(e); err != nil {
		m.ledger.note(func(a *Account) { a.Warning = "answers could not be kept: " + m.clean(err.Error()) })
	}
}
