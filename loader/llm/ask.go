package llm

import (
	"context"
	"errors"
	"fmt"

	"github.com/sashabaranov/go-openai"

	"parley/loader/claims"
	"parley/loader/extract"
)

const (
	// maxAsks is how often a part is asked about whose answer is no use.
	maxAsks = 2
	// maxHalvings is how often a part is cut in two whose answer is too long.
	maxHalvings = 2
)

// answered is what the model claims of a part.
type answered struct {
	part   claims.Part
	answer claims.Answer
}

// task is one document being asked about.
type task struct {
	m         *Model
	doc       extract.Document
	sentences []extract.Span
	ticket    *ticket
}

// cost is the most that an uncached question uses, as a rule.
func cost(question string) int64 {
	return tokens(len(claims.Prompt)+len(claims.Schema)+len(question)) + maxOutput
}

// ask asks about a part, or takes the answer that is kept.
func (t *task) ask(ctx context.Context, part claims.Part, halvings int) ([]answered, error) {
	question := claims.Question(t.doc, part)
	key := t.m.key(question)
	if e, ok := t.m.cache.get(key); ok {
		if e.Cut {
			return t.halves(ctx, part, halvings, nil)
		}
		if a, err := claims.Read(e.Content); err == nil {
			t.m.ledger.note(func(a *Account) { a.Cached++ })
			return []answered{{part, a}}, nil
		}
	}
	content, a, err := t.answer(ctx, question)
	if errors.Is(err, errCut) || errors.Is(err, errTooLong) {
		out, err := t.halves(ctx, part, halvings, err)
		if err == nil {
			t.m.keep(entry{Key: key, Cut: true})
		}
		return out, err
	}
	if err != nil {
		return nil, err
	}
	t.m.keep(entry{Key: key, Content: content})
	return []answered{{part, a}}, nil
}

// halves asks about a part in two, because of an error that is left where it
// can't be cut.
func (t *task) halves(ctx context.Context, part claims.Part, halvings int, because error) ([]answered, error) {
	a, b, ok := part.Halves(t.sentences)
	if !ok || halvings == maxHalvings {
		return nil, because
	}
	var out []answered
	for _, half := range []claims.Part{a, b} {
		q := claims.Question(t.doc, half)
		if _, kept := t.m.cache.get(t.m.key(q)); !kept && !t.ticket.more(cost(q)) {
			return nil, t.m.spent(cost(q))
		}
		got, err := t.ask(ctx, half, halvings+1)
		if err != nil {
			return nil, err
		}
		out = append(out, got...)
	}
	return out, nil
}

// answer asks one question, for which tokens are held, until the answer is of
// use.
func (t *task) answer(ctx context.Context, question string) (string, claims.Answer, error) {
	messages := []openai.ChatCompletionMessage{
		{Role: openai.ChatMessageRoleSystem, Content: claims.Prompt},
		{Role: openai.ChatMessageRoleUser, Content: question},
	}
	held := cost(question)
	for n := 1; ; n++ {
		r, err := t.m.complete(ctx, messages)
		t.ticket.settle(held, r.in+r.out)
		switch {
		case err != nil && !errors.Is(err, errUseless):
			return "", claims.Answer{}, err
		case r.refused != "":
			return "", claims.Answer{}, fmt.Errorf("%w: %s", errDecline, t.m.clean(r.refused))
		case r.cut:
			return "", claims.Answer{}, errCut
		}
		if a, err := claims.Read(r.content); err == nil {
			return r.content, a, nil
		}
		if n == maxAsks {
			return "", claims.Answer{}, fmt.Errorf("%w, also when asked again: %w", errUseless, claims.ErrForm)
		}
		messages = append(messages[:2], repeat(r.content)...)
		if held = estimated(messages) + tokens(len(claims.Schema)) + maxOutput; !t.ticket.more(held) {
			return "", claims.Answer{}, t.m.spent(held)
		}
	}
}

// repeat is what is said after an answer that is no use.
func repeat(content string) []openai.ChatCompletionMessage {
	const shown = 500
	if r := []rune(content); len(r) > shown {
		content = string(r[:shown]) + " …"
	}
	again := openai.ChatCompletionMessage{Role: openai.ChatMessageRoleUser, Content: "That was not one JSON object with the list \"meetings\". Answer again, with that object only."}
	if content == "" {
		return []openai.ChatCompletionMessage{again}
	}
	return []openai.ChatCompletionMessage{{Role: openai.ChatMessageRoleAssistant, Content: content}, again}
}
