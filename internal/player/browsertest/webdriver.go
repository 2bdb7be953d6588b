package browsertest

import (
	"bytes"
	"context"
	"encoding/base64"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"os"
	"strings"
	"testing"
)

// WebDriver is a browser behind a W3C WebDriver server (https://www.w3.org/TR/webdriver2/).
type WebDriver struct {
	session string // its address
	resize  func(t testing.TB, width, height int)
}

// Chromium starts a Chromium of its own.
func Chromium(t testing.TB) *WebDriver {
	t.Helper()
	port := freePort(t)
	said := start(t, nil, Tool(t, "chromedriver", "chromium-driver"), "--port="+port)
	listening(t, port, said)
	w := &WebDriver{}
	w.begin(t, "http://127.0.0.1:"+port, map[string]any{
		"goog:chromeOptions": map[string]any{"binary": Tool(t, "chromium", "chromium"), "args": []string{
			"--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run", "--disable-background-networking",
			"--user-data-dir=" + t.TempDir(),
		}},
	})
	w.resize = func(t testing.TB, width, height int) {
		w.CDP(t, "Emulation.setDeviceMetricsOverride", map[string]any{"width": width, "height": height, "deviceScaleFactor": 1, "mobile": false})
	}
	return w
}

// reduceMotion is GTK's way to say prefers-reduced-motion: reduce.
const reduceMotion = "[Settings]\ngtk-enable-animations=0\n"

// WebKit starts WebKitGTK's MiniBrowser under an X server of its own, with reduced motion. Its
// windows are 447 pixels wide at least.
func WebKit(t testing.TB, env ...string) *WebDriver {
	t.Helper()
	port, home := freePort(t), t.TempDir()
	if err := errors.Join(os.MkdirAll(home+"/gtk-3.0", 0o755), os.WriteFile(home+"/gtk-3.0/settings.ini", []byte(reduceMotion), 0o644)); err != nil {
		t.Fatal(err)
	}
	env = append(env, "HOME="+home, "XDG_CONFIG_HOME="+home, "DISPLAY="+xServer(t), "PULSE_SERVER="+soundServer(t), "WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS=1")
	said := start(t, env, Tool(t, "WebKitWebDriver", "webkit2gtk-driver"), "--port="+port)
	listening(t, port, said)
	w := &WebDriver{}
	w.begin(t, "http://127.0.0.1:"+port, map[string]any{"webkitgtk:browserOptions": map[string]any{
		"binary": "/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser", "args": []string{"--automation"},
	}})
	w.resize = func(t testing.TB, width, height int) {
		w.do(t, http.MethodPost, "/window/rect", map[string]any{"width": width, "height": height})
	}
	return w
}

// begin opens a session, which ends with the test.
func (w *WebDriver) begin(t testing.TB, server string, capabilities map[string]any) {
	t.Helper()
	w.session = server + "/session"
	var answer struct{ SessionID string }
	decode(t, w.do(t, http.MethodPost, "", map[string]any{"capabilities": map[string]any{"alwaysMatch": capabilities}}), &answer)
	w.session += "/" + answer.SessionID
	w.do(t, http.MethodPost, "/timeouts", map[string]any{"script": patience.Milliseconds(), "pageLoad": patience.Milliseconds()})
	t.Cleanup(func() { _, _ = w.try(http.MethodDelete, "", nil) })
}

// do sends one command and returns its value.
func (w *WebDriver) do(t testing.TB, method, path string, body any) json.RawMessage {
	t.Helper()
	value, err := w.try(method, path, body)
	if err != nil {
		t.Fatal(err)
	}
	return value
}

func (w *WebDriver) try(method, path string, body any) (json.RawMessage, error) {
	ctx, cancel := context.WithTimeout(context.Background(), patience+patience/2)
	defer cancel()
	text, err := json.Marshal(body)
	if err != nil {
		return nil, err
	}
	if body == nil {
		text = nil
	}
	req, err := http.NewRequestWithContext(ctx, method, w.session+path, bytes.NewReader(text))
	if err != nil {
		return nil, err
	}
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	raw, err := io.ReadAll(resp.Body)
	if err == nil && resp.StatusCode != http.StatusOK {
		err = fmt.Errorf("%s %s: %s: %.1000s", method, path, resp.Status, raw)
	}
	var answer struct{ Value json.RawMessage }
	if err == nil {
		err = json.Unmarshal(raw, &answer)
	}
	return answer.Value, err
}

// Open implements Browser.
func (w *WebDriver) Open(t testing.TB, url string) {
	t.Helper()
	w.do(t, http.MethodPost, "/url", map[string]any{"url": url})
}

// Eval implements Browser.
func (w *WebDriver) Eval(t testing.TB, body string, result any) {
	t.Helper()
	script := "const done = arguments[arguments.length - 1];" +
		"(async () => {" + body + "})().then((value) => done({value: value ?? null}), (error) => done({error: String(error)}));"
	var answer struct {
		Value json.RawMessage
		Error string
	}
	decode(t, w.do(t, http.MethodPost, "/execute/async", map[string]any{"script": script, "args": []any{}}), &answer)
	if answer.Error != "" {
		t.Fatalf("%s\n%s", answer.Error, body)
	}
	decode(t, answer.Value, result)
}

// Click implements Browser.
func (w *WebDriver) Click(t testing.TB, x, y float64) {
	t.Helper()
	w.act(t, "pointer", "mouse", []map[string]any{
		{"type": "pointerMove", "duration": 0, "x": int(x), "y": int(y)},
		{"type": "pointerDown", "button": 0}, {"type": "pointerUp", "button": 0},
	})
}

// Keys implements Browser.
func (w *WebDriver) Keys(t testing.TB, keys ...string) {
	t.Helper()
	w.act(t, "key", "keyboard", keyActions(keys))
}

// keyActions releases ShiftDown at the end.
func keyActions(keys []string) (actions []map[string]any) {
	for _, key := range keys {
		actions = append(actions, map[string]any{"type": "keyDown", "value": key})
		if key != ShiftDown {
			actions = append(actions, map[string]any{"type": "keyUp", "value": key})
		}
	}
	if strings.Contains(strings.Join(keys, ""), ShiftDown) {
		actions = append(actions, map[string]any{"type": "keyUp", "value": ShiftDown})
	}
	return actions
}

func (w *WebDriver) act(t testing.TB, device, id string, actions []map[string]any) {
	t.Helper()
	w.do(t, http.MethodPost, "/actions", map[string]any{"actions": []any{map[string]any{"type": device, "id": id, "actions": actions}}})
}

// Resize implements Browser.
func (w *WebDriver) Resize(t testing.TB, width, height int) {
	t.Helper()
	w.resize(t, width, height)
}

// Screenshot implements Browser.
func (w *WebDriver) Screenshot(t testing.TB) []byte {
	t.Helper()
	var text string
	decode(t, w.do(t, http.MethodGet, "/screenshot", nil), &text)
	png, err := base64.StdEncoding.DecodeString(text)
	if err != nil {
		t.Fatal(err)
	}
	return png
}

// CDP sends a command of the Chrome DevTools Protocol to Chromium, and returns its result.
func (w *WebDriver) CDP(t testing.TB, command string, params map[string]any) json.RawMessage {
	t.Helper()
	return w.do(t, http.MethodPost, "/goog/cdp/execute", map[string]any{"cmd": command, "params": params})
}

// Media has Chromium pretend media features, such as prefers-color-scheme: dark; none: the real
// ones.
func (w *WebDriver) Media(t testing.TB, medium string, features map[string]string) {
	t.Helper()
	list := []map[string]any{}
	for name, value := range features {
		list = append(list, map[string]any{"name": name, "value": value})
	}
	w.CDP(t, "Emulation.setEmulatedMedia", map[string]any{"media": medium, "features": list})
}

// xServer starts an X server without a screen and returns its display.
func xServer(t testing.TB) string {
	t.Helper()
	name := t.TempDir() + "/display"
	file, err := os.Create(name)
	if err != nil {
		t.Fatal(err)
	}
	file.Close()
	start(t, nil, "/bin/sh", "-c", "exec "+Tool(t, "Xvfb", "xvfb")+" -displayfd 3 -screen 0 1400x1000x24 -nolisten tcp 3>"+name)
	return ":" + await(t, name)
}

// soundServer starts a sound server that plays into nothing at the right speed, and returns its
// address.
func soundServer(t testing.TB) string {
	t.Helper()
	dir := t.TempDir()
	config := "load-module module-native-protocol-unix auth-anonymous=1 socket=" + dir + "/socket\nload-module module-null-sink\n"
	if err := os.WriteFile(dir+"/config", []byte(config), 0o644); err != nil {
		t.Fatal(err)
	}
	start(t, []string{"HOME=" + dir, "XDG_RUNTIME_DIR=" + dir}, Tool(t, "pulseaudio", "pulseaudio"),
		"-n", "--daemonize=no", "--exit-idle-time=-1", "-F", dir+"/config")
	return "unix:" + dir + "/socket"
}
