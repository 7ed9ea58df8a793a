package web_test

import (
	"encoding/json"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"parley/web"
)

// chromium finds a browser: the one that PARLEY_CHROMIUM names, else one by the
// usual names.
func chromium() string {
	for _, name := range []string{os.Getenv("PARLEY_CHROMIUM"), "chromium", "chromium-browser", "google-chrome"} {
		if path, err := exec.LookPath(name); name != "" && err == nil {
			return path
		}
	}
	return ""
}

// TestPlaygroundInABrowser opens the playground as an analyst does. With
// PARLEY_SCREENSHOTS=FOLDER it leaves pictures there.
func TestPlaygroundInABrowser(t *testing.T) {
	const require = "PARLEY_REQUIRE_BROWSER"
	browser := chromium()
	if browser == "" {
		unavailable(t, require, "no Chromium on this machine: install the package chromium, or name one with PARLEY_CHROMIUM")
	}
	cfg := open
	cfg.Questions = []web.Question{
		{Name: "01-who", Description: "Whom did Ana meet?", Text: `query WhoMet($name: String!) { person(name: $name) { name meetings { totalCount edges { node { title } } } } }`, Variables: `{"name": "Ana"}`},
		{Name: "02-all", Text: "# All meetings.\nquery AllMeetings { meetings(first: 2) { totalCount } }"},
		{Name: "03-wrong", Text: `query Mistake($first: Int) { meetings(first: $first) { nonsense } }`, Variables: `{"first": 3}`},
	}
	s := start(t, cfg)
	args := []string{"playground.js", browser, s.URL + "/"}
	if folder := os.Getenv("PARLEY_SCREENSHOTS"); folder != "" {
		folder, err := filepath.Abs(folder)
		if err != nil {
			t.Fatal(err)
		}
		args = append(args, folder)
	}
	var seen struct {
		Tabs, Console, Requests                []string
		Answer, Variables, LastVariables, Docs string
	}
	if err := json.Unmarshal([]byte(node(t, require, "browser", args...)), &seen); err != nil {
		t.Fatal(err)
	}
	if want := []string{"WhoMet", "AllMeetings", "Mistake"}; !slices.Equal(seen.Tabs, want) {
		t.Errorf("tabs %q, want %q", seen.Tabs, want)
	}
	if !strings.Contains(seen.Variables, `"Ana"`) || !strings.Contains(seen.Answer, `"Meeting 3"`) {
		t.Errorf("variables %s, answer %s", seen.Variables, seen.Answer)
	}
	if !strings.Contains(seen.LastVariables, `"first": 3`) {
		t.Errorf("the last tab's variables are %q", seen.LastVariables)
	}
	if !strings.Contains(seen.Docs, "The person of that name.") {
		t.Errorf("the documentation shows %q", seen.Docs)
	}
	if len(seen.Console) > 0 {
		t.Errorf("console: %q", seen.Console)
	}
	ours, err := url.Parse(s.URL)
	if err != nil {
		t.Fatal(err)
	}
	for _, asked := range seen.Requests {
		if u, err := url.Parse(asked); err != nil || u.Scheme != "data" && u.Host != ours.Host {
			t.Errorf("a request to somewhere else: %s", asked)
		}
	}
	if len(seen.Requests) < 8 {
		t.Errorf("only %d requests were seen: %q", len(seen.Requests), seen.Requests)
	}
}
