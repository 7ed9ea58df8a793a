package llm

import (
	"context"

	"github.com/sashabaranov/go-openai"
)

// chat speaks with the server.
type chat struct {
	client  *openai.Client
	speaker speaker
}

func newChat(base, key string, d doer) *chat {
	c := openai.DefaultConfig(key)
	c.BaseURL, c.HTTPClient = base, d
	return &chat{client: openai.NewClientWithConfig(c)}
}

// reply is what a model said, and what it took.
type reply struct {
	content string
	refused string // why it declines, in its words
	cut     bool   // at its greatest length
	in, out int64  // tokens
}

// maxDialects is how many ways of putting a request are tried.
const maxDialects = 8

// complete lets the model answer. The error is as trouble puts it.
func (m *Model) complete(ctx context.Context, messages []openai.ChatCompletionMessage) (reply, error) {
	for range maxDialects {
		d := m.chat.speaker.now()
		res, err := m.chat.client.CreateChatCompletion(ctx, d.request(m.config.Model, messages))
		switch {
		case err == nil:
			return m.reply(res, messages)
		case ctx.Err() != nil:
			return reply{}, ctx.Err()
		case !m.chat.speaker.learn(d, err, !m.answered.Load()):
			return reply{}, m.trouble(err, !m.answered.Load())
		}
	}
	return reply{}, errUseless
}

// reply takes an answer apart and counts its tokens.
func (m *Model) reply(res openai.ChatCompletionResponse, messages []openai.ChatCompletionMessage) (reply, error) {
	if len(res.Choices) == 0 && res.Usage.TotalTokens == 0 && res.Object == "" && !m.answered.Load() {
		return reply{}, fatal{m.where() + " does not answer like a chat API: is --llm-url right? It ends in /v1 as a rule"}
	}
	m.answered.Store(true)
	r := reply{in: int64(res.Usage.PromptTokens), out: int64(res.Usage.CompletionTokens)}
	if len(res.Choices) > 0 {
		c := res.Choices[0]
		r.content, r.refused = c.Message.Content, c.Message.Refusal
		r.cut = c.FinishReason == openai.FinishReasonLength
		if c.FinishReason == openai.FinishReasonContentFilter {
			r.refused = "a filter of the server's holds the answer back"
		}
	}
	if r.in+r.out == 0 {
		r.in, r.out = estimated(messages), tokens(len(r.content))
	}
	m.ledger.note(func(a *Account) { a.TokensIn, a.TokensOut = a.TokensIn+r.in, a.TokensOut+r.out })
	return r, nil
}

// tokens is how many tokens a text of so many bytes has at most, as a rule.
func tokens(bytes int) int64 { return int64(bytes+2) / 3 }

// estimated is how many tokens a request has at most, as a rule.
func estimated(messages []openai.ChatCompletionMessage) int64 {
	n := 0
	for _, msg := range messages {
		n += len(msg.Content)
	}
	return tokens(n)
}
