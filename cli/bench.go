package cli

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"slices"
	"time"

	"parley/bench"
	"parley/graph"
	"parley/graph/gql"
	"parley/graph/open"
	"parley/questions"
	"parley/schema"
)

// benchCommand measures the questions and the memory of a load.
type benchCommand struct {
	Meetings int           `default:"20000" help:"How many meetings the synthetic graph has."`
	Seed     uint64        `default:"1" help:"The synthetic graph is the same for the same seed."`
	Runs     int           `default:"30" help:"How often each question is asked of each store."`
	Neo4j    string        `name:"neo4j" placeholder:"ADDR" help:"A Neo4j to measure too, through GraphQL and with hand-written Cypher. It must be empty, and is emptied again. Default: $$NEO4J_URI."`
	Keep     bool          `help:"Leave the graph in Neo4j, for a further run with --filled."`
	Filled   bool          `help:"Neo4j has the graph already, from a run with --keep and the same seed and size."`
	Load     int           `default:"400" help:"Load this many documents, then ten times as many, and compare the memory; 0 leaves that out."`
	Extract  int           `default:"0" placeholder:"MB" help:"Extract this many MB of documents, from a file and from standard input, and tell the memory and the speed; 0 leaves that out."`
	Wait     time.Duration `default:"30s" help:"How long to wait for a database that doesn't answer."`
}

// Help gives an example.
func (benchCommand) Help() string {
	return `Makes a synthetic graph with the skewed degrees of real diplomacy in a temporary SQLite file, and in an empty Neo4j if one is named, and asks every saved question by turns. It prints the median and the 99th percentile in milliseconds, and each median as a multiple of the last column's. Then it loads synthetic documents and prints the peak memory.

Example: GraphQL against hand-written Cypher

    NEO4J_PASSWORD=secret parley bench --neo4j neo4j://127.0.0.1:7687`
}

// Run measures and prints.
func (c *benchCommand) Run(w *world) error {
	if c.Meetings < 1 || c.Runs < 1 || c.Load < 0 || c.Extract < 0 {
		return badUsage("bench", "--meetings and --runs must be at least 1, --load and --extract at least 0")
	}
	dir, err := os.MkdirTemp("", "parley-bench-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	if err := c.questions(w, dir); err != nil {
		return err
	}
	if c.Load > 0 {
		if err := c.memory(w, dir); err != nil {
			return err
		}
	}
	if c.Extract == 0 {
		return nil
	}
	return c.extraction(w, dir)
}

// questions measures the saved questions.
func (c *benchCommand) questions(w *world, dir string) (err error) {
	qs, err := benchQuestions()
	if err != nil {
		return err
	}
	embedded, err := open.Open(w.ctx, "sqlite:"+filepath.Join(dir, "bench.db"), schema.Ontology())
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, embedded.Close()) }()
	if err := c.fill(w, embedded, "sqlite"); err != nil {
		return err
	}
	contenders := []bench.Contender{overGraphQL("sqlite", embedded)}
	if addr := c.server(w); addr != "" {
		server, err := c.openNeo4j(w, addr)
		if err != nil {
			return err
		}
		defer func() { err = errors.Join(err, c.clear(w, server), server.Close()) }()
		contenders = append(contenders, overGraphQL("neo4j", server), byHand(server))
	} else {
		w.say("no Neo4j is named: measuring SQLite alone; see `parley bench --help`")
	}
	timings, err := bench.Run(w.ctx, qs, contenders, c.Runs)
	if err != nil {
		return err
	}
	return bench.Print(w.stdout, timings)
}

// benchQuestions are the saved questions, fitted to the synthetic graph.
func benchQuestions() ([]bench.Question, error) {
	all, err := questions.All()
	if err != nil {
		return nil, err
	}
	var names, texts []string
	for _, q := range all {
		names, texts = append(names, q.Name), append(texts, q.Text)
	}
	return bench.Questions(names, texts)
}

// server is the address of the Neo4j to measure, "" for none.
func (c *benchCommand) server(w *world) string {
	if c.Neo4j != "" {
		return c.Neo4j
	}
	return w.getenv("NEO4J_URI")
}

// openNeo4j opens a Neo4j, makes sure that nobody's graph is there, and fills
// it.
func (c *benchCommand) openNeo4j(w *world, addr string) (graph.Store, error) {
	s, err := storeFlags{Store: addr, Wait: c.Wait}.openServer(w, addr)
	if err != nil || c.Filled {
		return s, err
	}
	info, err := s.Info(w.ctx)
	if err == nil && len(info.Nodes) > 0 {
		err = fmt.Errorf("the database at %s is not empty: name one that is, or use --filled if it has the graph of a run with --keep", shown(addr))
	}
	if err == nil {
		err = c.fill(w, s, "neo4j")
	}
	if err != nil {
		return nil, errors.Join(err, s.Close())
	}
	return s, nil
}

// fill applies the synthetic graph.
func (c *benchCommand) fill(w *world, s graph.Store, name string) error {
	begin, nodes, edges := time.Now(), 0, 0
	for b := range bench.Graph(c.Seed, c.Meetings) {
		if _, err := s.Apply(w.ctx, b); err != nil {
			return err
		}
		nodes, edges = nodes+len(b.Nodes), edges+len(b.Edges)
	}
	w.say("%s: %d nodes and %d edges in %s", name, nodes, edges, time.Since(begin).Round(time.Second/10))
	return nil
}

// clear takes the synthetic graph out of Neo4j again.
func (c *benchCommand) clear(w *world, s graph.Store) error {
	if c.Keep || c.Filled {
		return nil
	}
	ctx := context.WithoutCancel(w.ctx) // also after Ctrl-C
	for b := range bench.Graph(c.Seed, c.Meetings) {
		var ids []graph.ID
		for _, n := range b.Nodes {
			ids = append(ids, n.ID)
		}
		for part := range slices.Chunk(ids, 1000) {
			if _, err := s.Apply(ctx, graph.Batch{DeleteNodes: part}); err != nil {
				return err
			}
		}
	}
	return nil
}

// overGraphQL asks a store through GraphQL, up to the bytes of the answer.
func overGraphQL(name string, s graph.Store) bench.Contender {
	return bench.Contender{Name: name, Ask: func(ctx context.Context, q bench.Question) error {
		res := gql.Execute(ctx, s, q.GraphQL, q.Vars, "")
		if len(res.Errors) > 0 {
			return res.Errors
		}
		return nil
	}}
}

// cypherRunner is a store that takes Cypher as it is.
type cypherRunner interface {
	// Raw runs a statement, reads all rows, and returns how many there were.
	Raw(ctx context.Context, cypher string, params map[string]any) (int, error)
}

// byHand runs the hand-written Cypher over the same driver.
func byHand(s graph.Store) bench.Contender {
	return bench.Contender{Name: "cypher", Ask: func(ctx context.Context, q bench.Question) error {
		n, err := s.(cypherRunner).Raw(ctx, q.Cypher, q.Params)
		if err == nil && n == 0 {
			err = errors.New("the hand-written Cypher found nothing")
		}
		return err
	}, Has: func(q bench.Question) bool {
		_, ok := s.(cypherRunner)
		return ok && q.Cypher != ""
	}}
}

// memory loads documents, then ten times as many, each in a process of its
// own, and prints the peak of each.
func (c *benchCommand) memory(w *world, dir string) error {
	var peaks []int64
	for _, n := range []int{c.Load, 10 * c.Load} {
		file := filepath.Join(dir, fmt.Sprintf("%d.jsonl", n))
		if _, err := writeDocuments(file, c.Seed, n, 0); err != nil {
			return err
		}
		begin := time.Now()
		peak, err := bench.Peak(w.ctx, nil, "load", "--store", "sqlite:"+file+".db", "--", file)
		if err != nil {
			return err
		}
		peaks = append(peaks, peak)
		fmt.Fprintf(w.stdout, "loading %d documents: %d MB at the peak, %s\n", n, peak>>20, time.Since(begin).Round(time.Second/10))
	}
	fmt.Fprintf(w.stdout, "ten times the documents take %.2f times the memory\n", float64(peaks[1])/float64(peaks[0]))
	return nil
}

// writeDocuments writes synthetic documents as JSON Lines, n of them or, where
// that is 0, until the file has a size in bytes. It returns the file's size.
func writeDocuments(file string, seed uint64, n int, size int64) (written int64, err error) {
	f, err := os.Create(file)
	if err != nil {
		return 0, err
	}
	defer func() { err = errors.Join(err, f.Close()) }()
	if n == 0 {
		n = math.MaxInt
	}
	for it := range bench.Documents(seed, n) {
		d := it.Doc
		line, err := json.Marshal(map[string]string{"url": d.URL, "title": d.Title, "published": d.Published, "publisher": d.Publisher, "text": d.Text})
		if err != nil {
			return written, err
		}
		k, err := f.Write(append(line, '\n'))
		if written += int64(k); err != nil || size > 0 && written >= size {
			return written, err
		}
	}
	return written, nil
}
