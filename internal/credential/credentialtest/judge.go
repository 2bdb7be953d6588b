// Package credentialtest has c2pa-rs and c2pa-ts judge files, for tests with the tag credential.
//
// They run in Node (tools/credential); npm fetches them. It knows nothing of how files are signed.
package credentialtest

import (
	"bytes"
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
)

// Question asks for a file. The field names are those of tools/credential/judge.mjs.
type Question struct {
	Name  string `json:"name"`
	File  string `json:"file"`
	Roots string `json:"roots"` // PEM file; "": none
	Days  int    `json:"days"`  // how much later the file is judged
}

// Answer is what both say.
type Answer struct {
	Name   string
	RS, TS Verdict
}

// Verdict has the codes of the C2PA specification that failed and that passed.
type Verdict struct {
	State         string
	Codes, Passed []string
	Error         string
}

// Judge asks c2pa-rs and c2pa-ts. It skips the test if npm could not fetch them. root is the folder
// of the repository.
func Judge(t *testing.T, root string, questions []Question) (answers []Answer) {
	t.Helper()
	folder := filepath.Join(root, "tools", "credential")
	if _, err := os.Stat(filepath.Join(folder, "node_modules")); err != nil {
		t.Skip("skipped: npm could not fetch c2pa-rs and c2pa-ts (make test-credential)")
	}
	input, err := json.Marshal(questions)
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command("node", "judge.mjs")
	cmd.Dir, cmd.Stdin, cmd.Stderr = folder, bytes.NewReader(input), os.Stderr
	out, err := cmd.Output()
	if err == nil {
		err = json.Unmarshal(out, &answers)
	}
	if err != nil || len(answers) != len(questions) {
		t.Fatalf("%v: %s", err, out)
	}
	return answers
}
