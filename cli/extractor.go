package cli

import (
	"cmp"
	"os"
	"path/filepath"
	"runtime"
	"time"

	"parley/loader/extractor"
	"parley/loader/lexicon"
	"parley/loader/llm"
)

// extractorFlags say who reads the documents.
type extractorFlags struct {
	Extractor   string        `enum:"rules,llm,both" default:"rules" help:"Who reads the documents: the rules, a language model (llm), or both, who check each other."`
	URL         string        `name:"llm-url" group:"Language model" placeholder:"URL" help:"Where the model answers: any server of the OpenAI chat API, also a local one, such as http://localhost:11434/v1. The key is $PARLEY_LLM_KEY, else $OPENAI_API_KEY."`
	Model       string        `name:"llm-model" group:"Language model" placeholder:"NAME" help:"The model's name on that server."`
	Budget      int64         `name:"llm-budget" group:"Language model" placeholder:"TOKENS" help:"Ask no more than this many tokens allow, in and out; the documents beyond are skipped, or read by the rules alone (default: no limit)."`
	Concurrency int           `name:"llm-concurrency" group:"Language model" default:"4" placeholder:"N" help:"Requests at the same time."`
	Rate        int           `name:"llm-rate" group:"Language model" placeholder:"N" help:"Requests a minute (default: no limit)."`
	Timeout     time.Duration `name:"llm-timeout" group:"Language model" default:"2m" placeholder:"DURATION" help:"Give one request this long."`
	Retries     int           `name:"llm-retries" group:"Language model" default:"4" placeholder:"N" help:"Repeat a failed request this often."`
	Cache       string        `name:"llm-cache" group:"Language model" placeholder:"DIR" help:"Keep the answers here, so that a second run costs nothing; off keeps none (default: parley/llm in the user's cache folder)."`
}

// noCache is what --llm-cache says to keep no answers.
const noCache = "off"

// config is what the flags set: all but the key and the cache's folder.
func (f extractorFlags) config() llm.Config {
	return llm.Config{
		URL: f.URL, Model: f.Model, Budget: f.Budget, Concurrency: f.Concurrency, Rate: f.Rate,
		Timeout: f.Timeout, Retries: f.Retries,
	}
}

// check finds flags that make no sense.
func (f extractorFlags) check(command string) error {
	if f.Extractor == "rules" {
		if f.URL+f.Model != "" {
			return badUsage(command, "--llm-url and --llm-model are of use with --extractor llm or both only")
		}
		return nil
	}
	if err := f.config().Check(); err != nil {
		return badUsage(command, "%v", err)
	}
	return nil
}

// reader is who reads the documents.
type reader struct {
	extractor.Extractor
	model *llm.Model // nil for the rules alone
	// workers is how many documents are read at the same time.
	workers int
}

// reader makes ready to read documents, workers at a time if that isn't 0.
func (f inputFlags) reader(w *world) (reader, error) {
	r := reader{workers: f.Workers}
	if r.workers == 0 {
		r.workers = runtime.GOMAXPROCS(0)
	}
	if f.Extractor == "rules" {
		r.Extractor = extractor.NewRules(lexicon.Default())
		return r, nil
	}
	model, err := f.model(w)
	if err != nil {
		return r, err
	}
	if f.Workers == 0 {
		r.workers = max(r.workers, f.Concurrency) // they wait more than they work
	}
	r.model, r.Extractor = model, model
	if f.Extractor == "both" {
		r.Extractor = extractor.NewBoth(lexicon.Default(), model)
	}
	return r, nil
}

// model makes ready to ask. A cache folder that was not asked for may be out
// of reach.
func (f extractorFlags) model(w *world) (*llm.Model, error) {
	c := f.config()
	c.Key = cmp.Or(w.getenv("PARLEY_LLM_KEY"), w.getenv("OPENAI_API_KEY"))
	if c.Key != "" && !c.Private() {
		w.say("The key and the documents go to %s unencrypted: use https where that server has it.", c.Host())
	}
	if f.Cache != "" {
		if f.Cache != noCache {
			c.Cache = f.Cache
		}
		return llm.New(c, lexicon.Default())
	}
	dir, err := os.UserCacheDir()
	if err == nil {
		c.Cache = filepath.Join(dir, "parley", "llm")
		if err = os.MkdirAll(c.Cache, 0o700); err == nil {
			return llm.New(c, lexicon.Default())
		}
	}
	w.say("The model's answers are not kept: %s. Name a folder with --llm-cache.", plain(err))
	c.Cache = ""
	return llm.New(c, lexicon.Default())
}

// tell gives the model's account, unless it came to nothing because of failed.
func (r reader) tell(w *world, failed error) {
	if r.model == nil {
		return
	}
	if a := r.model.Account(); failed == nil || a.Documents > 0 {
		w.say("%s", a)
	}
}
