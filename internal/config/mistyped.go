package config

import (
	"cmp"
	"errors"
	"fmt"
	"reflect"
	"strings"

	"github.com/goccy/go-yaml"
	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/parser"
)

// mistyped returns a message for a value of the wrong type: its key and what to write. ok is false
// for other errors. It does not quote the value, which may be a secret.
func mistyped(text []byte, err error) (message string, line int, ok bool) {
	var wrongType *yaml.TypeError
	var overflow *yaml.OverflowError
	var wrongNode *yaml.UnexpectedNodeTypeError
	asked := ""
	switch {
	case errors.As(err, &wrongType):
		asked = askedOf(wrongType.DstType)
	case errors.As(err, &overflow):
		asked = fitting
	case errors.As(err, &wrongNode):
		asked = askedNodes[wrongNode.Expected]
	}
	var located yaml.Error
	if asked == "" || !errors.As(err, &located) || located.GetToken() == nil {
		return "", 0, false
	}
	at := located.GetToken().Position
	keys := keysAt(text, at.Offset, at.Line)
	example := ""
	if len(keys) > 0 {
		example = examples[keys[len(keys)-1]]
	}
	return fmt.Sprintf("%s: is not %s: write %s", strings.Join(keys, "."), asked, cmp.Or(example, exampleOf[asked])), at.Line, true
}

const (
	wholeNumber = "a whole number"
	number      = "a number"
	truth       = "true or false"
	plain       = "text"
	list        = "a list"
	keyed       = "keys with values"
	fitting     = "a number that fits"
)

func askedOf(t reflect.Type) string {
	switch {
	case t == nil:
		return ""
	case t.Kind() == reflect.Bool:
		return truth
	case t.Kind() == reflect.String:
		return plain
	case t.Kind() == reflect.Slice:
		return list
	case t.Kind() == reflect.Map, t.Kind() == reflect.Struct:
		return keyed
	case reflect.Int <= t.Kind() && t.Kind() <= reflect.Uint64:
		return wholeNumber
	case t.Kind() == reflect.Float32, t.Kind() == reflect.Float64:
		return number
	}
	return ""
}

var askedNodes = map[ast.NodeType]string{
	ast.SequenceType: list, ast.MappingType: keyed, ast.StringType: plain, ast.IntegerType: wholeNumber, ast.FloatType: number, ast.BoolType: truth,
}

// exampleOf is an example of each type; examples are those of keys.
var (
	exampleOf = map[string]string{
		wholeNumber: "one like 64", number: "one like 1.05", truth: "one of them", plain: "one like \"some text\"",
		list: "one like [one, two]", keyed: "lines like key: value", fitting: "one like 64",
	}
	examples = map[string]string{
		"bit_rate":   "kbit/s without a unit, like 64",
		"loudness":   "LUFS without a unit, like -16",
		"rate":       "a rate like 1.05",
		"requests":   "a number per minute, like 200",
		"characters": "a number per minute, like 1000000",
		"voices":     "voices by language, like {en: \"google:en-US-Chirp3-HD-Charon\"}",
	}
)

// keysAt returns the keys that lead to a place in a file.
func keysAt(text []byte, offset, line int) (keys []string) {
	tree, err := parser.ParseBytes(text, 0)
	if err != nil || len(tree.Docs) == 0 {
		return nil
	}
	for node := tree.Docs[0].Body; node != nil; {
		var last *ast.MappingValueNode
		for _, value := range children(node) {
			if at := value.Key.GetToken().Position; at.Line < line || at.Line == line && at.Offset <= offset {
				last = value
			}
		}
		if last == nil {
			break
		}
		keys, node = append(keys, last.Key.GetToken().Value), last.Value
	}
	return keys
}
