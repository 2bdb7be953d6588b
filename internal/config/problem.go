package config

import (
	"errors"
	"fmt"
	"regexp"
	"strings"

	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/parser"
)

// problem is a wrong value, with the keys that lead to it.
type problem struct {
	keys []string
	err  error
}

func (p *problem) Error() string { return strings.Join(p.keys, ".") + ": " + p.err.Error() }
func (p *problem) Unwrap() error { return p.err }

// at puts a key before each problem in err.
func at(key string, err error) error {
	if err == nil {
		return nil
	}
	var problems []error
	for _, e := range separate(err) {
		p, ok := e.(*problem) //nolint:errorlint // a wrapped problem has text before its keys
		if !ok {
			p = problemOf(e)
		}
		problems = append(problems, &problem{append([]string{key}, p.keys...), p.err})
	}
	return errors.Join(problems...)
}

// separate splits a joined error into its errors.
func separate(err error) []error {
	joined, ok := err.(interface{ Unwrap() []error })
	if !ok || strings.Contains(fmt.Sprintf("%T", err), "fmt.") {
		return []error{err}
	}
	var all []error
	for _, e := range joined.Unwrap() {
		all = append(all, separate(e)...)
	}
	return all
}

// leadingKey matches how other packages begin errors about a setting: "skip_tags: …".
var leadingKey = regexp.MustCompile(`^([a-z_]+): `)

func problemOf(err error) *problem {
	match := leadingKey.FindStringSubmatch(err.Error())
	if match == nil {
		return &problem{err: err}
	}
	return &problem{[]string{match[1]}, errors.New(strings.TrimPrefix(err.Error(), match[0]))}
}

// withLines adds to each problem in err its place in the file.
func withLines(file string, text []byte, err error) error {
	if err == nil {
		return nil
	}
	tree, unparsed := parser.ParseBytes(text, 0)
	if unparsed != nil || len(tree.Docs) == 0 {
		return err
	}
	var problems []error
	for _, e := range separate(err) {
		var p *problem
		if errors.As(e, &p) {
			e = fmt.Errorf("%s:%d: %w", file, lineOf(tree.Docs[0].Body, p.keys), e)
		}
		problems = append(problems, e)
	}
	return errors.Join(problems...)
}

// lineOf follows keys into a tree as far as they exist.
func lineOf(node ast.Node, keys []string) int {
	line := 1
	for _, key := range keys {
		value := child(node, key)
		if value == nil {
			break
		}
		line, node = value.Key.GetToken().Position.Line, value.Value
	}
	return line
}

func child(node ast.Node, key string) *ast.MappingValueNode {
	for _, value := range children(node) {
		if value.Key.GetToken().Value == key {
			return value
		}
	}
	return nil
}

// children returns the values of a map.
func children(node ast.Node) []*ast.MappingValueNode {
	switch node := node.(type) {
	case *ast.MappingNode:
		return node.Values
	case *ast.MappingValueNode:
		return []*ast.MappingValueNode{node}
	}
	return nil
}
