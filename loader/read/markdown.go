package read

import (
	"strings"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	extast "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

var markdownParser = goldmark.New(goldmark.WithExtensions(extension.Table, extension.Strikethrough)).Parser()

// stripMarkdown gives the words of a CommonMark text, a paragraph, heading,
// point or table row a line, and takes off a first heading of level 1 as the
// title. Code, pictures and HTML are left out; a link is its words.
func stripMarkdown(body string) (title, plain string) {
	source := []byte(body)
	root := markdownParser.Parse(text.NewReader(source))
	if h, ok := root.FirstChild().(*ast.Heading); ok && h.Level == 1 {
		title = inline(h, source)
		root.RemoveChild(root, h)
	}
	var b strings.Builder
	writeBlocks(&b, root, source)
	return title, b.String()
}

// writeBlocks writes the blocks below a node, each on a line of its own.
func writeBlocks(b *strings.Builder, parent ast.Node, source []byte) {
	for n := parent.FirstChild(); n != nil; n = n.NextSibling() {
		switch n.(type) {
		case *ast.Paragraph, *ast.TextBlock, *ast.Heading:
			b.WriteString(inline(n, source) + "\n")
			if _, tight := n.(*ast.TextBlock); !tight {
				b.WriteByte('\n')
			}
		case *extast.TableRow, *extast.TableHeader:
			b.WriteString(cells(n, source) + "\n")
		case *ast.CodeBlock, *ast.FencedCodeBlock, *ast.HTMLBlock, *ast.ThematicBreak:
		case *ast.ListItem:
			writeBlocks(b, n, source)
		default:
			writeBlocks(b, n, source)
			b.WriteByte('\n')
		}
	}
}

// cells writes a table's row with its cells apart.
func cells(row ast.Node, source []byte) string {
	var all []string
	for c := row.FirstChild(); c != nil; c = c.NextSibling() {
		all = append(all, inline(c, source))
	}
	return strings.Join(all, "; ")
}

// inline gives the words below a block; its line breaks become spaces.
func inline(block ast.Node, source []byte) string {
	var b strings.Builder
	// The walk can only fail by the function's own error, and it has none.
	_ = ast.Walk(block, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if !entering {
			return ast.WalkContinue, nil
		}
		switch n := n.(type) {
		case *ast.Image, *ast.RawHTML:
			return ast.WalkSkipChildren, nil
		case *ast.AutoLink:
			b.Write(n.Label(source))
		case *ast.String:
			b.Write(n.Value)
		case *ast.Text:
			b.Write(literal(n, source))
			if n.SoftLineBreak() || n.HardLineBreak() {
				b.WriteByte(' ')
			}
		}
		return ast.WalkContinue, nil
	})
	return strings.TrimSpace(b.String())
}

// literal gives a text's characters, with escapes and entities undone.
func literal(n *ast.Text, source []byte) []byte {
	v := n.Value(source)
	if n.IsRaw() {
		return v
	}
	return util.ResolveEntityNames(util.ResolveNumericReferences(util.UnescapePunctuations(v)))
}
