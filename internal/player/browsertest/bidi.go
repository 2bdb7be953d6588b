package browsertest

import (
	"context"
	"encoding/base64"
	"encoding/json"
	"os"
	"strings"
	"testing"

	"github.com/coder/websocket"
	"github.com/coder/websocket/wsjson"
)

// BiDi is a Firefox behind WebDriver BiDi (https://www.w3.org/TR/webdriver-bidi/).
type BiDi struct {
	conn *websocket.Conn
	last int // id of the latest command
	tab  string
}

// Firefox starts a Firefox ESR of its own. prefs are lines of its user.js.
func Firefox(t testing.TB, prefs ...string) *BiDi {
	t.Helper()
	port, home := freePort(t), t.TempDir()
	prefs = append(prefs, `user_pref("browser.shell.checkDefaultBrowser", false);`, `user_pref("remote.active-protocols", 1);`)
	if err := os.WriteFile(home+"/user.js", []byte(strings.Join(prefs, "\n")), 0o644); err != nil {
		t.Fatal(err)
	}
	said := start(t, []string{"HOME=" + home, "PULSE_SERVER=" + soundServer(t)}, Tool(t, "firefox-esr", "firefox-esr"),
		"--headless", "--no-remote", "--profile", home, "--remote-debugging-port="+port, "about:blank")
	listening(t, port, said)
	ctx, cancel := context.WithTimeout(context.Background(), patience)
	defer cancel()
	conn, _, err := websocket.Dial(ctx, "ws://127.0.0.1:"+port+"/session", nil) //nolint:bodyclose // websocket.Dial: the body need not be closed
	if err != nil {
		t.Fatalf("%v; firefox says:\n%s", err, said)
	}
	conn.SetReadLimit(64 << 20)
	t.Cleanup(func() { _ = conn.CloseNow() })
	b := &BiDi{conn: conn}
	b.do(t, "session.new", map[string]any{"capabilities": map[string]any{}})
	var created struct{ Context string }
	decode(t, b.do(t, "browsingContext.create", map[string]any{"type": "tab", "background": false}), &created)
	b.tab = created.Context // the first tab never has the focus
	return b
}

// do sends one command and returns its result. Events are skipped.
func (b *BiDi) do(t testing.TB, method string, params map[string]any) json.RawMessage {
	t.Helper()
	ctx, cancel := context.WithTimeout(context.Background(), patience+patience/2)
	defer cancel()
	b.last++
	if err := wsjson.Write(ctx, b.conn, map[string]any{"id": b.last, "method": method, "params": params}); err != nil {
		t.Fatal(err)
	}
	for {
		var answer struct {
			ID             int
			Result         json.RawMessage
			Error, Message string
		}
		if err := wsjson.Read(ctx, b.conn, &answer); err != nil {
			t.Fatalf("%s: %v", method, err)
		}
		if answer.Error != "" {
			t.Fatalf("%s: %s: %s", method, answer.Error, answer.Message)
		}
		if answer.ID == b.last {
			return answer.Result
		}
	}
}

// Open implements Browser.
func (b *BiDi) Open(t testing.TB, url string) {
	t.Helper()
	b.do(t, "browsingContext.navigate", map[string]any{"context": b.tab, "url": url, "wait": "complete"})
}

// Eval implements Browser. The result goes through JSON, as BiDi's own format is typed.
func (b *BiDi) Eval(t testing.TB, body string, result any) {
	t.Helper()
	var answer struct {
		Result           struct{ Value string }
		ExceptionDetails struct{ Text string }
	}
	decode(t, b.do(t, "script.callFunction", map[string]any{
		"functionDeclaration": "async () => JSON.stringify((await (async () => {" + body + "})()) ?? null)",
		"awaitPromise":        true, "target": map[string]any{"context": b.tab}, "userActivation": false,
	}), &answer)
	if answer.ExceptionDetails.Text != "" {
		t.Fatalf("%s\n%s", answer.ExceptionDetails.Text, body)
	}
	decode(t, json.RawMessage(answer.Result.Value), result)
}

// Click implements Browser.
func (b *BiDi) Click(t testing.TB, x, y float64) {
	t.Helper()
	b.act(t, "pointer", "mouse", []map[string]any{
		{"type": "pointerMove", "duration": 0, "x": int(x), "y": int(y)},
		{"type": "pointerDown", "button": 0}, {"type": "pointerUp", "button": 0},
	})
}

// Keys implements Browser.
func (b *BiDi) Keys(t testing.TB, keys ...string) {
	t.Helper()
	b.act(t, "key", "keyboard", keyActions(keys))
}

func (b *BiDi) act(t testing.TB, device, id string, actions []map[string]any) {
	t.Helper()
	b.do(t, "input.performActions", map[string]any{"context": b.tab, "actions": []any{map[string]any{"type": device, "id": id, "actions": actions}}})
}

// Resize implements Browser.
func (b *BiDi) Resize(t testing.TB, width, height int) {
	t.Helper()
	b.do(t, "browsingContext.setViewport", map[string]any{"context": b.tab, "viewport": map[string]any{"width": width, "height": height}})
}

// Screenshot implements Browser.
func (b *BiDi) Screenshot(t testing.TB) []byte {
	t.Helper()
	var shot struct{ Data string }
	decode(t, b.do(t, "browsingContext.captureScreenshot", map[string]any{"context": b.tab}), &shot)
	png, err := base64.StdEncoding.DecodeString(shot.Data)
	if err != nil {
		t.Fatal(err)
	}
	return png
}
