package llm

import (
	"strings"
	"testing"
	"testing/synctest"
	"time"
)

// TestTroubleThatPasses has what a server may do before it answers well, and
// how long that takes by the clock of the test.
func TestTroubleThatPasses(t *testing.T) {
	for name, c := range map[string]struct {
		steps    []step
		requests int
		wait     [2]time.Duration // at least, at most
	}{
		"well at once":              {[]step{say(truth)}, 1, [2]time.Duration{0, 0}},
		"429 with Retry-After":      {[]step{refuse(429, "slow down", "rate_limit", "Retry-After: 7"), say(truth)}, 2, [2]time.Duration{7 * time.Second, 7 * time.Second}},
		"503 with Retry-After date": {[]step{refuse(503, "busy", "", "Retry-After: Sat, 01 Jan 2000 00:00:20 GMT"), say(truth)}, 2, [2]time.Duration{20 * time.Second, 20 * time.Second}},
		"429 without":               {[]step{refuse(429, "slow down", ""), say(truth)}, 2, [2]time.Duration{time.Second, 1250 * time.Millisecond}},
		"500 thrice":                {[]step{raw(500, "oops"), raw(502, "<html>"), raw(500, ""), say(truth)}, 4, [2]time.Duration{7 * time.Second, 8 * time.Second}},
		"hangs once":                {[]step{hang, say(truth)}, 2, [2]time.Duration{121 * time.Second, 122 * time.Second}},
		"breaks off twice":          {[]step{breakOff, breakOff, say(truth)}, 3, [2]time.Duration{3 * time.Second, 4 * time.Second}},
		"prose first":               {[]step{say("I would say they met in Geneva."), say(truth)}, 2, [2]time.Duration{0, 0}},
		"nothing first":             {[]step{say(""), say(truth)}, 2, [2]time.Duration{0, 0}},
		"no choices first":          {[]step{raw(200, `{"object":"chat.completion","choices":[]}`), say(truth)}, 2, [2]time.Duration{0, 0}},
		"wrong schema first":        {[]step{say(`{"meetings":"none"}`), say(truth)}, 2, [2]time.Duration{0, 0}},
		"JSON in prose":             {[]step{say("Sure:\n```json\n" + truth + "\n```")}, 1, [2]time.Duration{0, 0}},
	} {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				s := serve(t, c.steps...)
				m, began := s.model(t, nil), time.Now()
				reads(t, m, article("a"))
				if took := time.Since(began); took < c.wait[0] || took > c.wait[1] {
					t.Errorf("it took %v, want %v", took, c.wait)
				}
				if n := len(s.asked()); n != c.requests || m.Account().Requests != n || m.Account().Documents != 1 {
					t.Errorf("%d requests, account %+v", n, m.Account())
				}
			})
		})
	}
}

// TestTroubleThatSkips has what costs a document, and the reason that is told.
func TestTroubleThatSkips(t *testing.T) {
	useful := say(truth) // a first answer, so that the server is known to be one
	for name, c := range map[string]struct {
		step step
		want string
	}{
		"500 for ever":         {raw(500, `{"error":{"message":"CUDA is\nout of \u001b[31mmemory"}}`), "the server answered with HTTP status 500: CUDA is out of [31mmemory"},
		"429 for ever":         {refuse(429, "slow down", ""), "the server wants fewer requests (429), also after 4 retries"},
		"a pause of an hour":   {refuse(503, "maintenance", "", "Retry-After: 3600"), "HTTP status 503: maintenance"},
		"hangs for ever":       {hang, "no answer within 2m0s"},
		"stalls for ever":      {stall, "no answer within 2m0s"},
		"breaks off for ever":  {breakOff, "the server broke off the connection"},
		"a huge answer":        {raw(200, strings.Repeat(" ", maxBody+1)), "the answer is larger than 8 MB"},
		"prose for ever":       {say("They met."), "no use, also when asked again: the answer is not a JSON object with a list of meetings"},
		"HTML":                 {raw(200, "<html>Welcome"), "no use"},
		"an empty body":        {raw(200, ""), "no use"},
		"no choices":           {raw(200, `{"object":"chat.completion","choices":[]}`), "no use"},
		"a refusal":            {raw(200, `{"object":"chat.completion","choices":[{"message":{"refusal":"I can't\nhelp with that."}}]}`), "the model declines to answer: I can't help with that."},
		"a filter":             {saying("", "content_filter", 1, 1), "the model declines to answer: a filter"},
		"400":                  {refuse(400, "no such thing as a user message", ""), "HTTP status 400: no such thing"},
		"cut off":              {saying(`{"meetings":[`, "length", 10, 8192), "the answer was cut off at its greatest length"},
		"longer than it holds": {refuse(400, "This model's maximum context length is 512 tokens", "context_length_exceeded"), "longer than the model can take"},
	} {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				s := serve(t, useful, c.step)
				m := s.model(t, nil)
				reads(t, m, article("a"))
				skips(t, m, article("b"), c.want)
				if a := m.Account(); a.Documents != 1 || a.Skipped != 1 {
					t.Errorf("account %+v", a)
				}
			})
		})
	}
}

// TestTroubleThatEndsTheRun has what no other document would fare better with.
func TestTroubleThatEndsTheRun(t *testing.T) {
	const key = "sk-secret-123"
	for name, c := range map[string]struct {
		key  string
		step step
		want string
	}{
		"no key":           {"", refuse(401, "missing bearer", ""), "wants a key: put it into PARLEY_LLM_KEY (or OPENAI_API_KEY)"},
		"wrong key":        {key, refuse(401, "Incorrect API key provided: "+key, "invalid_api_key"), "does not accept the key of PARLEY_LLM_KEY (or OPENAI_API_KEY): Incorrect API key provided: …"},
		"not allowed":      {key, raw(403, "key "+key+" may not"), "does not accept the key"},
		"unknown model":    {"", refuse(404, `model "test-1" not found, try pulling it first`, ""), `does not know the model "test-1": model "test-1" not found`},
		"no such path":     {"", raw(404, "404 page not found"), "there is no chat API at http://model.test/v1 (HTTP status 404): is --llm-url right?"},
		"another server":   {"", raw(200, "<html>Welcome to nginx"), "does not answer like a chat API: is --llm-url right?"},
		"another API":      {"", raw(200, `{"version":"1"}`), "does not answer like a chat API"},
		"a redirect":       {"", raw(302, "", "Location: http://elsewhere.test/"), "does not answer like a chat API"},
		"no credit":        {key, refuse(429, "You exceeded your current quota", "insufficient_quota"), "has no credit left: You exceeded your current quota"},
		"payment required": {key, refuse(402, "pay first", ""), "has no credit left: pay first"},
	} {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				s := serve(t, c.step)
				m, began := s.model(t, func(cfg *Config) { cfg.Key = c.key }), time.Now()
				_, err := read(t, m, article("a"))
				if err != nil && strings.Contains(err.Error(), key) {
					t.Errorf("the message has the key: %v", err)
				}
				if err != nil && strings.Contains(err.Error(), "\n") {
					t.Errorf("the message has lines: %v", err)
				}
				fails(t, m, article("a"), c.want)
				if time.Since(began) > 0 {
					t.Errorf("it took %v", time.Since(began))
				}
				if want := "Bearer " + key; c.key != "" && s.asked()[0].auth != want || c.key == "" && s.asked()[0].auth != "" {
					t.Errorf("the server got %q", s.asked()[0].auth)
				}
			})
		})
	}
}

func TestNoServer(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := serve(t, say(truth))
		m := s.model(t, nil)
		s.pipes.Close()
		began := time.Now()
		fails(t, m, article("a"), "http://model.test/v1 does not answer (dial tcp: connection refused): is the server running, and is --llm-url right?")
		if time.Since(began) > 0 {
			t.Errorf("a server that isn't there was waited for, %v", time.Since(began))
		}
	})
}

// TestAServerThatGoesAway is waited for while there is hope, and then left
// alone.
func TestAServerThatGoesAway(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := serve(t, say(truth))
		m := s.model(t, nil)
		reads(t, m, article("a"))
		s.pipes.Close()
		for range maxFailures {
			skips(t, m, article("b"), "connection refused")
		}
		began, n := time.Now(), m.Account().Requests
		skips(t, m, article("c"), "not asked, since the model failed on 10 documents in a row")
		if time.Since(began) > 0 || m.Account().Requests != n {
			t.Error("it was asked again")
		}
	})
}

// TestAPauseHoldsForAll lets no other request go while the server wants a pause.
func TestAPauseHoldsForAll(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := serve(t, refuse(429, "slow down", "", "Retry-After: 30"), say(truth))
		m := s.model(t, nil)
		began := time.Now()
		first := m.Begin(article("a"))
		go func() { _, _ = first(t.Context()) }()
		synctest.Wait()
		reads(t, m, article("b"))
		synctest.Wait()
		for i, q := range s.asked()[1:] {
			if q.at.Sub(began) < 30*time.Second {
				t.Errorf("request %d came after %v", i+2, q.at.Sub(began))
			}
		}
	})
}

func TestRateAndConcurrency(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := serve(t, say(truth))
		m := s.model(t, func(c *Config) { c.Rate = 12 })
		began := time.Now()
		for _, id := range []string{"a", "b", "c"} {
			reads(t, m, article(id))
		}
		if took := time.Since(began); took != 10*time.Second {
			t.Errorf("three documents at twelve a minute took %v", took)
		}
	})
}
