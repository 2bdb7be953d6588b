package cldr

import (
	"crypto/sha256"
	"fmt"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// TestDataIsFresh checks that the committed data is what tools/cldr generates from the packages in
// its lock file. The packages are not committed, so the manifest stands in for them. Where they are
// installed, the generator is run.
func TestDataIsFresh(t *testing.T) {
	const root = "../../../"
	recorded, err := os.ReadFile("data/MANIFEST")
	if err != nil {
		t.Fatal(err)
	}
	sums := make(map[string]string)
	for line := range strings.Lines(string(recorded)) {
		name, sum, _ := strings.Cut(strings.TrimSpace(line), "\t")
		sums[name] = sum
	}
	inputs, err := filepath.Glob(root + "tools/cldr/*.go")
	if err != nil {
		t.Fatal(err)
	}
	current := make(map[string]string)
	for _, file := range append(inputs, root+"tools/cldr/package-lock.json") {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		current["tools/cldr/"+filepath.Base(file)] = fmt.Sprintf("%x", sha256.Sum256(text))
	}
	for _, language := range Languages() {
		text, err := unpack("data/" + language + ".gz")
		if err != nil {
			t.Fatal(err)
		}
		current[language+".gz"] = fmt.Sprintf("%x", sha256.Sum256([]byte(text)))
	}
	for _, name := range slices.Sorted(maps.Keys(current)) {
		if sums[name] != current[name] {
			t.Errorf("%s differs from data/MANIFEST: run `make cldr`", name)
		}
	}
	if len(sums) != len(current) {
		t.Errorf("data/MANIFEST lists %d files, but there are %d: run `make cldr`", len(sums), len(current))
	}
}

func TestDataIsWhatTheGeneratorMakes(t *testing.T) {
	const tools = "../../../tools"
	if _, err := os.Stat(tools + "/cldr/node_modules"); err != nil {
		t.Log("the CLDR packages are not installed (make cldr): TestDataIsFresh compares checksums instead")
		return
	}
	out := t.TempDir()
	command := exec.Command("go", "run", "./cldr", "-out", out)
	command.Dir = tools
	if talk, err := command.CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, talk)
	}
	made, err := os.ReadFile(filepath.Join(out, "MANIFEST"))
	if err != nil {
		t.Fatal(err)
	}
	committed, err := os.ReadFile("data/MANIFEST")
	if err != nil {
		t.Fatal(err)
	}
	if string(made) != string(committed) {
		t.Error("the committed data is stale: run `make cldr`")
	}
}
