package config

import (
	"errors"
	"fmt"
	"strings"

	"github.com/goccy/go-yaml"
	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/parser"
)

// Bounds of a settings file. Nobody's settings come near them; a file beyond them would take the
// YAML decoder seconds and gigabytes.
const (
	maxSettings = 1 << 20 // bytes
	maxDepth    = 40      // levels of nesting
	maxNodes    = 100_000 // values, with each alias counted as what it stands for
)

// checkShape refuses a file that is too large or nested too deeply before it is parsed, and one
// whose aliases multiply before it is decoded.
func checkShape(text []byte) error {
	if len(text) > maxSettings {
		return fmt.Errorf("has more than %d bytes: it is not a settings file", maxSettings)
	}
	if line := deepLine(string(text)); line > 0 {
		return fmt.Errorf("line %d is nested more than %d levels deep", line, maxDepth)
	}
	tree, err := parser.ParseBytes(text, 0)
	if err != nil {
		return nil //nolint:nilerror // the decoder says it with the line
	}
	count := counter{anchors: map[string]int{}}
	for _, doc := range tree.Docs {
		if count.size(doc.Body) >= maxNodes {
			return errors.New("its aliases (*name) expand to more than 100,000 values: write the values out")
		}
	}
	return nil
}

// deepLine returns the first line that is nested too deeply, 0 if none is. Brackets in texts count
// too, and do no harm: they are closed again.
func deepLine(text string) int {
	brackets, number := 0, 0
	for line := range strings.Lines(text) {
		number++
		brackets += strings.Count(line, "[") + strings.Count(line, "{")
		dashes := len(line) - len(strings.TrimLeft(line, " -?\t"))
		if brackets > maxDepth || dashes > 4*maxDepth {
			return number
		}
		brackets = max(0, brackets-strings.Count(line, "]")-strings.Count(line, "}"))
	}
	return 0
}

// counter counts the values below a node.
type counter struct{ anchors map[string]int }

func (c counter) size(node ast.Node) int {
	total := 1
	add := func(n ast.Node) { total = min(maxNodes, total+c.size(n)) }
	switch node := node.(type) {
	case *ast.MappingNode:
		for _, value := range node.Values {
			add(value)
		}
	case *ast.MappingValueNode:
		add(node.Value)
	case *ast.SequenceNode:
		for _, value := range node.Values {
			add(value)
		}
	case *ast.TagNode:
		add(node.Value)
	case *ast.AnchorNode:
		add(node.Value)
		c.anchors[node.Name.String()] = total
	case *ast.AliasNode:
		total = max(1, c.anchors[node.Value.String()])
	}
	return total
}

// plainText keeps a number or a truth value as written where text is expected: a secret 0x1F is not
// 31.
var plainText = yaml.CustomUnmarshaler(func(s *string, raw []byte) error {
	tree, err := parser.ParseBytes(raw, 0)
	if err != nil || len(tree.Docs) != 1 {
		return errNoText
	}
	switch node := tree.Docs[0].Body.(type) {
	case *ast.IntegerNode, *ast.FloatNode, *ast.BoolNode, *ast.InfinityNode, *ast.NanNode:
		*s = strings.TrimSpace(string(raw))
		return nil
	case *ast.MappingNode, *ast.MappingValueNode, *ast.SequenceNode:
		return errNoText
	default:
		return yaml.NodeToValue(node, s)
	}
})

var errNoText = errors.New("expected one text, found a list or a map: write one like \"some text\"")
