package bench

import (
	"embed"
	"fmt"
	"maps"
	"path"
	"slices"
	"strings"

	"parley/fold"
	"parley/graph/index"
)

// Question is one saved question with variables that fit the synthetic graph.
type Question struct {
	// Name is that of the file, as "01-who-met".
	Name string
	// GraphQL is the question, Vars its variables.
	GraphQL string
	Vars    map[string]any
	// Cypher is what an expert would write by hand for the same answer,
	// Params its parameters; "" if nobody did.
	Cypher string
	Params map[string]any
}

//go:embed cypher
var cypher embed.FS

// handWritten returns the Cypher for a question, "" if there is none.
func handWritten(name string) string {
	text, err := cypher.ReadFile(path.Join("cypher", name+".cypher"))
	if err != nil {
		return ""
	}
	return string(text)
}

// variables fit the saved questions to the synthetic graph: the hubs, since
// those are what an analyst asks about and what is slow.
func variables(name string) map[string]any {
	number, _, _ := strings.Cut(name, "-")
	switch number {
	case "01":
		return map[string]any{"name": PersonName(0), "since": "2025-06"}
	case "02":
		return map[string]any{"a": PersonName(0), "b": PersonName(1), "since": "2024-01", "until": "2024-12"}
	case "03":
		return map[string]any{"name": PersonName(0)}
	case "04":
		return map[string]any{"topic": "ceasefire", "place": CountryName(0), "from": "2024-01", "to": "2024-06", "sides": []any{
			side(CountryName(0)), side(CountryName(1)),
		}}
	case "05":
		return map[string]any{"actor": CountryName(0), "acts": []any{"DEMANDS", "REJECTS"}}
	case "06":
		return map[string]any{"from": PersonName(90), "to": PersonName(1500)}
	case "07":
		return map[string]any{"text": "security guarantee"}
	case "08":
		return map[string]any{"country": CountryName(0)}
	case "09":
		return map[string]any{}
	case "10":
		return map[string]any{"day": "2024-06-01", "name": PersonName(0)}
	}
	return nil
}

// side is a filter for meetings that a country attended.
func side(country string) map[string]any {
	return map[string]any{"participants": map[string]any{"some": map[string]any{"name": map[string]any{"eq": country}}}}
}

// Questions fits saved questions, by name, to the synthetic graph. One for
// which there are no variables is an error: a question that is added must be
// measured.
func Questions(names, texts []string) ([]Question, error) {
	var out []Question
	for i, name := range names {
		vars := variables(name)
		if vars == nil {
			return nil, fmt.Errorf("question %s has no variables for the benchmark: add them to bench/questions.go", name)
		}
		out = append(out, Question{Name: name, GraphQL: texts[i], Vars: vars, Cypher: handWritten(name), Params: parameters(vars)})
	}
	return out, nil
}

// parameters are the variables as the Cypher takes them: flat, and each name
// as the index of names wants it, since the questions find by alias too.
func parameters(vars map[string]any) map[string]any {
	out := map[string]any{}
	for k, v := range vars {
		if k == "sides" {
			out["side0"], out["side1"] = CountryName(0), CountryName(1)
			continue
		}
		out[k] = v
	}
	for _, k := range slices.Sorted(maps.Keys(out)) {
		if name, ok := out[k].(string); ok {
			out[k+"Folded"] = fold.Name(name)
			out[k+"Lucene"] = strings.ReplaceAll(fold.Name(name), " ", `\ `)
		}
	}
	if text, ok := vars["text"].(string); ok {
		words := index.Words(text)
		out["lucene"] = "+" + strings.Join(words, " +")
		var padded []string
		for _, w := range words {
			padded = append(padded, index.Term{w}.String())
		}
		out["words"] = padded
	}
	return out
}
