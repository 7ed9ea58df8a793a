package llm

import (
	"strings"
	"testing"
	"time"

	"parley/loader/claims"
)

func TestConfigCheck(t *testing.T) {
	good := Config{URL: "http://localhost:11434", Model: "m", Concurrency: 1, Timeout: time.Second}
	for want, change := range map[string]func(c *Config){
		"":                                  func(*Config) {},
		"--llm-url is missing":              func(c *Config) { c.URL = "" },
		"--llm-url is not an address":       func(c *Config) { c.URL = "localhost:11434" },
		"--llm-url has a query":             func(c *Config) { c.URL = "http://h/v1?api-version=1" },
		"--llm-model is missing":            func(c *Config) { c.Model = " " },
		"--llm-budget must be at least 1":   func(c *Config) { c.Budget = -1 },
		"--llm-concurrency must be at":      func(c *Config) { c.Concurrency = 0 },
		"--llm-rate must be at least 1":     func(c *Config) { c.Rate = -1 },
		"--llm-timeout must be more than 0": func(c *Config) { c.Timeout = 0 },
		"--llm-retries must be at least 0":  func(c *Config) { c.Retries = -1 },
	} {
		c := good
		change(&c)
		err := c.Check()
		if want == "" && err != nil || want != "" && (err == nil || !strings.Contains(err.Error(), want)) {
			t.Errorf("want %q, got %v", want, err)
		}
	}
	secret := good
	secret.URL = "http://u:hush@h\x7f"
	if err := secret.Check(); err == nil || strings.Contains(err.Error(), "hush") {
		t.Errorf("got %v", err)
	}
	for in, want := range map[string]string{
		"http://h:1": "http://h:1/v1", "http://h:1/": "http://h:1/v1", "http://h/v1/": "http://h/v1",
		"https://h/api/v1/chat/completions": "https://h/api/v1", "http://h/openai": "http://h/openai",
	} {
		if got, err := (Config{URL: in}).base(); got != want || err != nil {
			t.Errorf("%q is %q, %v; want %q", in, got, err, want)
		}
	}
}

func TestAccount(t *testing.T) {
	var d claims.Dropped
	d.Add(claims.Dropped{Claims: map[claims.Reason]int{claims.BadPassage: 2}, Details: map[claims.Reason]int{claims.BadDate: 1}})
	a := Account{Documents: 3, Skipped: 1, Requests: 5, Retries: 1, Cached: 2, TokensIn: 9000, TokensOut: 700, Dropped: d, Seconds: 4.25}
	want := "Language model: read 3 documents, could not read 1; sent 5 requests (1 of them again, 2 answers kept from before); 9000 tokens in, 700 out; " +
		"dropped 2 claims (2 with a passage that isn't in the document) and 1 detail (1 with a date that isn't told there); 4.2 s"
	if a.String() != want {
		t.Errorf("got  %s\nwant %s", a, want)
	}
	if got := (Account{Documents: 1, Requests: 1}).String(); got != "Language model: read 1 document; sent 1 request; 0 tokens in, 0 out; dropped 0 claims and 0 details; 0.0 s" {
		t.Errorf("got %s", got)
	}
}

func TestWhoCanReadAlong(t *testing.T) {
	for url, want := range map[string]bool{
		"https://api.test/v1": true, "HTTPS://api.test": true, "http://localhost:11434": true, "http://127.0.0.1:1/v1": true, "http://[::1]:1": true,
		"http://api.test/v1": false, "http://10.0.0.7:8000": false, "http://localhost.test": false,
	} {
		if got := (Config{URL: url}).Private(); got != want {
			t.Errorf("%s: %v", url, got)
		}
	}
}
