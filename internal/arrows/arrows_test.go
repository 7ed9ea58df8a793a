// Package arrows holds the house's import arrows: a forbidden import is a
// failing test. It has no code of its own.
package arrows

import (
	"os/exec"
	"slices"
	"strings"
	"testing"
)

// module is the import path of the repository's root.
const module = "parley"

// allowed lists, for each room, the rooms of the house that it may import. A
// room is a package with everything below it, the longest that fits; a room
// may always import from itself. Tests may also import what forTests lists.
var allowed = map[string][]string{
	"":                  {"cli"},
	"fold":              {},
	"schema":            {"graph"},
	"questions":         {},
	"graph":             {},
	"graph/index":       {"fold", "graph"},
	"graph/graphtest":   {"fold", "graph", "graph/index"},
	"graph/sqlitestore": {"fold", "graph", "graph/index"},
	"graph/neo4jstore":  {"fold", "graph", "graph/index"},
	"graph/open":        {"graph", "graph/sqlitestore", "graph/neo4jstore"},
	"graph/gql":         {"fold", "schema", "graph", "graph/index"},
	"graph/gql/limit":   {},
	"web":               {"graph", "graph/gql", "graph/gql/limit", "questions"},
	"loader/text":       {},
	"loader/lexicon":    {"fold", "loader/text"},
	"loader/read":       {},
	"loader/extract":    {"fold", "loader/text", "loader/lexicon"},
	"loader/explain":    {"loader/extract"},
	"loader/claims":     {"loader/extract", "loader/resolve"},
	"loader/llm":        {"loader/lexicon", "loader/extract", "loader/extractor", "loader/claims"},
	"loader/extractor":  {"fold", "loader/lexicon", "loader/extract"},
	"loader/resolve":    {"fold", "loader/text", "loader/lexicon", "loader/extract"},
	"loader":            {"fold", "graph", "loader/read", "loader/text", "loader/lexicon", "loader/extract", "loader/extractor", "loader/resolve"},
	"bench":             {"fold", "graph", "graph/index", "loader/read"},
	"cli":               {"bench", "schema", "questions", "graph", "graph/open", "graph/gql", "graph/gql/limit", "web", "loader", "loader/read", "loader/explain", "loader/extract", "loader/extractor", "loader/llm", "loader/lexicon", "loader/resolve"},
	"internal":          {},
}

// forTests may be imported by every room's tests.
var forTests = []string{
	"schema", "questions", "graph", "graph/graphtest", "graph/open", "graph/sqlitestore", "graph/neo4jstore",
	"graph/gql", "bench", "loader", "loader/read", "loader/extract", "loader/extractor", "loader/lexicon",
}

// only names outside modules that one room alone may import.
var only = map[string]string{
	"github.com/neo4j/neo4j-go-driver": "graph/neo4jstore",
	"modernc.org/sqlite":               "graph/sqlitestore",
	"github.com/99designs/gqlgen":      "graph/gql web",
	"github.com/alecthomas/kong":       "cli",

	"github.com/sashabaranov/go-openai":     "loader/llm",
	"github.com/hashicorp/go-retryablehttp": "loader/llm",
}

func TestArrows(t *testing.T) {
	for _, line := range list(t, "{{.ImportPath}}\t{{join .Imports \" \"}}\t{{join .TestImports \" \"}} {{join .XTestImports \" \"}}") {
		f := strings.Split(line, "\t")
		from, ok := room(f[0])
		if !ok {
			t.Errorf("%s is in no room of the table", f[0])
			continue
		}
		check(t, f[0], strings.Fields(f[1]), append(allowed[from], from))
		check(t, f[0]+" (tests)", strings.Fields(f[2]), append(append(allowed[from], from), forTests...))
	}
}

// check reports the imports of a package that none of the rooms allows.
func check(t *testing.T, pkg string, imports, rooms []string) {
	for _, imp := range imports {
		to, ours := room(imp)
		if ours && !slices.Contains(rooms, to) {
			t.Errorf("%s imports %s: room %q is not allowed to know %q", pkg, imp, first(room(pkg)), to)
		}
		for prefix, owners := range only {
			if strings.HasPrefix(imp, prefix) && !belongs(pkg, owners) && !strings.HasSuffix(pkg, "(tests)") {
				t.Errorf("%s imports %s: only %s may", pkg, imp, owners)
			}
		}
	}
}

// belongs reports whether a package lies in one of the rooms.
func belongs(pkg, rooms string) bool {
	return slices.ContainsFunc(strings.Fields(rooms), func(r string) bool {
		return strings.HasPrefix(pkg+"/", module+"/"+r+"/")
	})
}

// room returns the room that an import path lies in, and whether it is ours.
func room(path string) (string, bool) {
	if path == module {
		return "", true
	}
	rest, ok := strings.CutPrefix(path, module+"/")
	for ok && rest != "." && rest != "" {
		if _, known := allowed[rest]; known {
			return rest, true
		}
		i := strings.LastIndexByte(rest, '/')
		if i < 0 {
			break
		}
		rest = rest[:i]
	}
	return "", false
}

func first(s string, _ bool) string { return s }

// TestGraphUsesTheStandardLibraryOnly holds for the domain itself.
func TestGraphUsesTheStandardLibraryOnly(t *testing.T) {
	for _, line := range list(t, "{{.ImportPath}}\t{{join .Imports \" \"}}") {
		pkg, imports, _ := strings.Cut(line, "\t")
		if pkg != module+"/graph" {
			continue
		}
		for _, imp := range strings.Fields(imports) {
			if strings.Contains(imp, ".") || strings.HasPrefix(imp, module+"/") {
				t.Errorf("%s imports %s, which is not in the standard library", pkg, imp)
			}
		}
	}
}

// list runs go list over the repository.
func list(t *testing.T, format string) []string {
	cmd := exec.Command("go", "list", "-f", format, module+"/...")
	cmd.Dir = "../.."
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("go list: %v", err)
	}
	return strings.Split(strings.TrimSpace(string(out)), "\n")
}
