package main

import (
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os/exec"
	"slices"
	"strings"
)

// module is one that a binary contains code of.
type module struct {
	Path    string
	Version string
	Dir     string // where its files are
	Main    bool

	notice
}

// linked are the modules whose packages are linked into aloud, in the order of their paths. go.mod
// lists more: what only tests use, and what a module needs for packages that aloud does not import.
func linked(root string) ([]module, error) {
	list := exec.Command("go", "list", "-deps", "-json=ImportPath,Module", "./cmd/aloud")
	list.Dir = root
	out, err := list.Output()
	if failed := (*exec.ExitError)(nil); errors.As(err, &failed) {
		return nil, fmt.Errorf("go list: %w\n%s", err, failed.Stderr)
	}
	if err != nil {
		return nil, err
	}
	modules, err := decode(out)
	if err != nil {
		return nil, err
	}
	for i, m := range modules {
		if modules[i].notice, err = read(m.Dir); err != nil {
			return nil, fmt.Errorf("%s: %w", m.Path, err)
		}
	}
	return modules, nil
}

// decode reads what go list printed: a JSON object for each package, without a module if it is Go's
// own.
func decode(out []byte) ([]module, error) {
	found := map[string]module{}
	for packages := json.NewDecoder(strings.NewReader(string(out))); ; {
		var p struct{ Module *module }
		switch err := packages.Decode(&p); {
		case errors.Is(err, io.EOF):
			return sorted(found), nil
		case err != nil:
			return nil, fmt.Errorf("go list: %w", err)
		case p.Module != nil && !p.Module.Main:
			found[p.Module.Path] = *p.Module
		}
	}
}

func sorted(modules map[string]module) []module {
	var out []module
	for _, m := range modules {
		out = append(out, m)
	}
	slices.SortFunc(out, func(a, b module) int { return cmp.Compare(a.Path, b.Path) })
	return out
}
