package llm

import (
	"encoding/json"
	"errors"
	"strings"
	"sync"

	"github.com/sashabaranov/go-openai"

	"parley/loader/claims"
)

// dialect is what of the API a server takes. It begins with all that is of
// use and loses what a server refuses.
type dialect struct {
	// format: an answer by the schema, any JSON object, or any text.
	format format
	// limit is how the length of an answer is bounded.
	limit limit
	// plain leaves out the temperature, which some models don't let one choose.
	plain bool
}

type format int8

const (
	bySchema format = iota
	anyObject
	anyText
)

type limit int8

const (
	maxTokens           limit = iota // what most local servers know
	maxCompletionTokens              // what later models of OpenAI's want instead
	noLimit
)

// temperature is as near to the likeliest words as every server takes: the
// library leaves out 0, and some servers divide by it.
const temperature = 0.01

// maxOutput is how many tokens an answer may have. A long part's has three
// thousand; a model that thinks aloud needs more.
const maxOutput = 8192

// request writes a request in a dialect.
func (d dialect) request(model string, messages []openai.ChatCompletionMessage) openai.ChatCompletionRequest {
	r := openai.ChatCompletionRequest{Model: model, Messages: messages}
	if !d.plain {
		r.Temperature = temperature
	}
	switch d.limit {
	case maxTokens:
		//lint:ignore SA1019 local servers know no other
		r.MaxTokens = maxOutput
	case maxCompletionTokens:
		r.MaxCompletionTokens = maxOutput
	}
	switch d.format {
	case bySchema:
		r.ResponseFormat = &openai.ChatCompletionResponseFormat{
			Type:       openai.ChatCompletionResponseFormatTypeJSONSchema,
			JSONSchema: &openai.ChatCompletionResponseFormatJSONSchema{Name: "article", Schema: json.RawMessage(claims.Schema), Strict: true},
		}
	case anyObject:
		r.ResponseFormat = &openai.ChatCompletionResponseFormat{Type: openai.ChatCompletionResponseFormatTypeJSONObject}
	}
	return r
}

// without is the dialect that a refusal leaves; false if it names nothing that
// could be left out. A vague refusal of the very first request costs the format.
func (d dialect) without(err error, first bool) (dialect, bool) {
	switch {
	case errors.Is(err, openai.ErrReasoningModelMaxTokensDeprecated):
		d.limit = maxCompletionTokens
		return d, true
	case errors.Is(err, openai.ErrReasoningModelLimitationsOther), errors.Is(err, openai.ErrReasoningSamplingUnsupported):
		return dialect{d.format, d.limit, true}, !d.plain
	}
	status, said := refusal(err)
	names := func(words ...string) bool {
		for _, w := range words {
			if strings.Contains(said, w) {
				return true
			}
		}
		return false
	}
	switch {
	case status != 400 && status != 422:
		return d, false
	case d.limit == maxTokens && names("max_completion_tokens"):
		d.limit = maxCompletionTokens
	case d.limit != noLimit && (names("max_tokens", "max_completion_tokens") || tooLong(said)):
		d.limit = noLimit
	case !d.plain && names("temperature"):
		d.plain = true
	case d.format < anyText && (first || names("response_format", "response format", "json_schema", "json_object", "json mode", "schema", "structured", "grammar")):
		d.format++
	default:
		return d, false
	}
	return d, true
}

// tooLong reports a refusal because the prompt, or prompt and answer together,
// are more than the model can hold.
func tooLong(said string) bool {
	for _, w := range []string{"context length", "context_length", "context size", "context window", "maximum context", "too long", "too many tokens"} {
		if strings.Contains(said, w) {
			return true
		}
	}
	return false
}

// speaker keeps the dialect that is spoken with the server.
type speaker struct {
	mu sync.Mutex
	d  dialect
}

func (s *speaker) now() dialect {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.d
}

// learn gives up what a server refused, unless another request has found that
// out meanwhile; false if there is nothing to give up.
func (s *speaker) learn(used dialect, err error, first bool) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.d != used {
		return true
	}
	next, ok := used.without(err, first)
	if ok {
		s.d = next
	}
	return ok
}
