package llm

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/url"
	"strings"
	"syscall"
	"unicode"

	"github.com/sashabaranov/go-openai"
)

// What can go wrong with one request.
var (
	errSlow    = errors.New("no answer within")
	errHuge    = fmt.Errorf("the answer is larger than %d MB", maxBody>>20)
	errCut     = errors.New("the answer was cut off at its greatest length")
	errTooLong = errors.New("the text is longer than the model can take")
	errUseless = errors.New("the model's answer is no use")
	errDecline = errors.New("the model declines to answer")
)

// fatal is trouble that every other document would have too.
type fatal struct{ why string }

func (f fatal) Error() string { return f.why }

// refusal is the status and the text, in lower case, with which a server
// refused a request; 0 if it didn't.
func refusal(err error) (status int, said string) {
	if e, ok := errors.AsType[*openai.APIError](err); ok {
		return e.HTTPStatusCode, strings.ToLower(fmt.Sprint(e.Message, " ", e.Code, " ", deref(e.Param)))
	}
	if e, ok := errors.AsType[*openai.RequestError](err); ok {
		return e.HTTPStatusCode, strings.ToLower(string(e.Body))
	}
	return 0, ""
}

func deref(s *string) string {
	if s == nil {
		return ""
	}
	return *s
}

// trouble puts an error of the client library into words for the person; first
// says that the server has never given an answer.
func (m *Model) trouble(err error, first bool) error {
	status, said := refusal(err)
	switch {
	case errors.Is(err, context.Canceled):
		return err
	case status > 0:
		return m.refused(status, said, err)
	case broken(err):
		if first {
			return fatal{m.where() + " does not answer like a chat API: is --llm-url right? It ends in /v1 as a rule"}
		}
		return errUseless
	case first && unreachable(err):
		return fatal{m.where() + " does not answer (" + m.clean(cause(err).Error()) + "): is the server running, and is --llm-url right?"}
	}
	if brokeOff(err) {
		return errors.New("the server broke off the connection")
	}
	return errors.New(m.clean(cause(err).Error()))
}

// refused puts a server's refusal into words.
func (m *Model) refused(status int, said string, err error) error {
	why := m.clean(message(err))
	switch {
	case status == http.StatusUnauthorized || status == http.StatusForbidden:
		if m.config.Key == "" {
			return fatal{m.where() + " wants a key: put it into PARLEY_LLM_KEY (or OPENAI_API_KEY)"}
		}
		return fatal{m.where() + " does not accept the key of PARLEY_LLM_KEY (or OPENAI_API_KEY): " + why}
	case status == http.StatusPaymentRequired || strings.Contains(said, "insufficient_quota"):
		return fatal{"the account at " + m.where() + " has no credit left: " + why}
	case status == http.StatusNotFound && ofModel(err), strings.Contains(said, "model_not_found"):
		return fatal{fmt.Sprintf("%s does not know the model %q: %s", m.where(), m.config.Model, why)}
	case status == http.StatusNotFound || status == http.StatusMethodNotAllowed:
		return fatal{fmt.Sprintf("there is no chat API at %s (HTTP status %d): is --llm-url right? It ends in /v1 as a rule", m.where(), status)}
	case tooLong(said):
		return errTooLong
	case status == http.StatusTooManyRequests:
		return fmt.Errorf("the server wants fewer requests (429), also after %d retries: try --llm-rate or a smaller --llm-concurrency", m.config.Retries)
	}
	return fmt.Errorf("the server answered with HTTP status %d: %s", status, why)
}

// ofModel reports that a refusal in the API's form speaks of the model.
func ofModel(err error) bool {
	e, ok := errors.AsType[*openai.APIError](err)
	return ok && strings.Contains(strings.ToLower(e.Message), "model")
}

// message is the server's own words of a refusal; a page of HTML is none.
func message(err error) string {
	if e, ok := errors.AsType[*openai.APIError](err); ok && e.Message != "" {
		return e.Message
	}
	if e, ok := errors.AsType[*openai.RequestError](err); ok && len(e.Body) > 0 && e.Body[0] != '<' {
		return string(e.Body)
	}
	return "it gives no reason"
}

// broken reports an answer that is not JSON, or none of the API's.
func broken(err error) bool {
	var syntax *json.SyntaxError
	var kind *json.UnmarshalTypeError
	return !isURL(err) && (errors.As(err, &syntax) || errors.As(err, &kind) || brokeOff(err))
}

func isURL(err error) bool {
	_, ok := errors.AsType[*url.Error](err)
	return ok
}

// brokeOff reports that a connection or an answer ended too early.
func brokeOff(err error) bool {
	return errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) || errors.Is(err, io.ErrClosedPipe) || errors.Is(err, syscall.ECONNRESET)
}

// unreachable reports that nobody was reached: no such host, no such port, no
// secure connection.
func unreachable(err error) bool {
	if e, ok := errors.AsType[*net.OpError](err); ok {
		return e.Op == "dial" || e.Op == "remote error"
	}
	return isURL(err) && !errors.Is(err, errSlow) && !errors.Is(err, errHuge) && !brokeOff(err)
}

// cause is an error without the address that net/http puts before it.
func cause(err error) error {
	if e, ok := errors.AsType[*url.Error](err); ok {
		return e.Err
	}
	return err
}

// where is the server, without a password.
func (m *Model) where() string {
	u, err := url.Parse(m.base)
	if err != nil {
		return "the server"
	}
	return u.Redacted()
}

// maxSaid is how much of a server's words is passed on.
const maxSaid = 200

// clean makes words of a server fit for a line on a terminal: short, on one
// line, without control characters, and without the key if it echoes it.
func (m *Model) clean(s string) string {
	if m.config.Key != "" {
		s = strings.ReplaceAll(s, m.config.Key, "…")
	}
	s = strings.Join(strings.FieldsFunc(s, func(r rune) bool { return unicode.IsSpace(r) || !unicode.IsPrint(r) }), " ")
	if r := []rune(s); len(r) > maxSaid {
		s = string(r[:maxSaid]) + "…"
	}
	return s
}
