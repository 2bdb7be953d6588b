// Package browsertest drives real browsers for tests: Chromium and WebKitGTK by W3C WebDriver,
// Firefox by WebDriver BiDi. It knows nothing of the pages. Only tests call it.
package browsertest

import (
	"encoding/json"
	"fmt"
	"os/exec"
	"testing"
	"time"
)

// Browser is one window. Its methods end the test if the browser fails a command.
type Browser interface {
	// Open loads a page and waits for its load event.
	Open(t testing.TB, url string)
	// Eval runs the body of an async function in the page and decodes what it returns into result,
	// which may be nil.
	Eval(t testing.TB, body string, result any)
	// Click presses and releases the mouse at a point of the window, in CSS pixels.
	Click(t testing.TB, x, y float64)
	// Keys presses and releases keys one after the other: characters, or the constants below.
	Keys(t testing.TB, keys ...string)
	// Resize sets the window's inner size in CSS pixels.
	Resize(t testing.TB, width, height int)
	// Screenshot returns the window as a PNG.
	Screenshot(t testing.TB) []byte
}

// Keys without a character, as WebDriver writes them.
const (
	Tab       = "\ue004"
	Enter     = "\ue007"
	ShiftDown = "\ue008" // held until the end of the Keys
	Left      = "\ue012"
	Right     = "\ue014"
	Down      = "\ue015"
)

// patience is how long a browser may take over one command.
const patience = time.Minute

// Eventually evaluates a condition, the body of an async function, until it is true.
func Eventually(t testing.TB, b Browser, what, condition string) {
	t.Helper()
	var last any
	for deadline := time.Now().Add(patience); time.Now().Before(deadline); time.Sleep(50 * time.Millisecond) {
		if b.Eval(t, condition, &last); last == true {
			return
		}
	}
	t.Fatalf("not within %s: %s (%v)", patience, what, last)
}

// Tool returns the path of a program, or ends the test.
func Tool(t testing.TB, name, pkg string) string {
	t.Helper()
	path, err := exec.LookPath(name)
	if err != nil {
		t.Fatalf("this test needs %s: install the Debian package %s", name, pkg)
	}
	return path
}

// decode fills result, unless it is nil.
func decode(t testing.TB, raw json.RawMessage, result any) {
	t.Helper()
	if result == nil {
		return
	}
	if err := json.Unmarshal(raw, result); err != nil {
		t.Fatal(fmt.Errorf("the page returned %s: %w", raw, err))
	}
}
