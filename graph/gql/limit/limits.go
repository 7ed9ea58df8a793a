package limit

import (
	"github.com/99designs/gqlgen/graphql"
	"github.com/99designs/gqlgen/graphql/executor"
	"github.com/99designs/gqlgen/graphql/handler/lru"
	"github.com/vektah/gqlparser/v2/validator/rules"
)

// Limits are the most that one operation may ask for. A figure of 0 switches
// its limit off. The struct tags are those of a kong command line, so that
// Limits can be embedded there as flags.
type Limits struct {
	// Bytes of the query's text, variables not included.
	Bytes int `help:"Longest GraphQL query, in bytes." default:"32768" placeholder:"BYTES"`
	// Tokens of the query's text: names, values and punctuation.
	Tokens int `help:"Most tokens (names, values, punctuation) in a GraphQL query." default:"5000" placeholder:"N"`
	// Depth in fields inside each other, the innermost included. The edges and
	// node of a connection are not counted, nor is anything below __schema and
	// __type, whose depth validation limits by itself.
	Depth int `help:"Deepest nesting of fields; edges and node of a connection are not counted." default:"12" placeholder:"N"`
	// Fields of all operations of the document, those of a fragment counted
	// each time it is spread.
	Fields int `help:"Most fields in a GraphQL query, fragments counted each time they are spread." default:"2000" placeholder:"N"`
	// Aliases, those of a fragment counted each time it is spread.
	Aliases int `help:"Most aliases in a GraphQL query." default:"100" placeholder:"N"`
	// Repeats of one response name in one selection set, fragments included.
	Repeats int `help:"How often one field may be repeated in the same place of a GraphQL query." default:"30" placeholder:"N"`
	// Directives in the document's text.
	Directives int `help:"Most directives in a GraphQL query." default:"50" placeholder:"N"`
	// Cost is the most records that the answer may hold, by its page sizes.
	Cost int `help:"Most records that a GraphQL query may ask for, counted from its page sizes before it runs." default:"250000" placeholder:"N"`
}

// Default returns the limits that the tags of Limits name. They admit the full
// introspection query and a page of 500 with two levels of usual pages below.
func Default() Limits {
	return Limits{
		Bytes:      32768,
		Tokens:     5000,
		Depth:      12,
		Fields:     2000,
		Aliases:    100,
		Repeats:    30,
		Directives: 50,
		Cost:       250_000,
	}
}

// Switches are what a server may keep to itself.
type Switches struct {
	// Introspection answers __schema and __type.
	Introspection bool
	// Suggestions adds "Did you mean …?" to messages, which tells the names of
	// a schema even where introspection is off.
	Suggestions bool
}

// remembered is how many admitted texts skip the first gate the next time.
const remembered = 200

// Install puts the limits and switches into an executor that will run
// operations of es. Call it once, before the first operation.
func Install(exec *executor.Executor, l Limits, s Switches) {
	exec.SetParserTokenLimit(l.Tokens)
	exec.SetDisableSuggestion(!s.Suggestions)
	exec.SetDefaultRulesFn(func() *rules.Rules { return validationRules(s.Suggestions) })
	exec.Use(&Shape{Limits: l, admitted: lru.New[struct{}](remembered)})
	exec.Use(Introspection{Enabled: s.Introspection})
	exec.Use(Cost{Max: l.Cost})
}

// validationRules are the rules of GraphQL's specification. The executor itself
// silences the suggestions of two rules; the other three that make some are
// replaced here.
func validationRules(suggestions bool) *rules.Rules {
	all := rules.NewDefaultRules()
	if suggestions {
		return all
	}
	all.ReplaceRule(rules.ValuesOfCorrectTypeRule.Name, rules.ValuesOfCorrectTypeRuleWithoutSuggestions.RuleFunc)
	all.ReplaceRule(rules.KnownArgumentNamesRule.Name, rules.KnownArgumentNamesRuleWithoutSuggestions.RuleFunc)
	all.ReplaceRule(rules.KnownTypeNamesRule.Name, rules.KnownTypeNamesRuleWithoutSuggestions.RuleFunc)
	return all
}

var (
	_ graphql.OperationParameterMutator = (*Shape)(nil)
	_ graphql.OperationContextMutator   = Cost{}
	_ graphql.OperationContextMutator   = Introspection{}
)
