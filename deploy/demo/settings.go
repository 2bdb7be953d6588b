package main

import (
	"crypto/rand"
	"fmt"
	"os"
	"path/filepath"
	"strings"
)

// settings are the settings of a newspaper whose pages may be opened by two names of this machine.
// %[1]s is its address, %[2]s the same by name, %[3]s the webhook's secret.
const settings = `# make demo writes this file anew.
sites:
  main:
    url: ["%[1]s", "%[2]s"]
    language: en
    languages: {uk: [hash-uk]}
    hooks: {ghost: {secret: "%[3]s"}}
    player: {policy: "%[1]s/#ai", download: true}
`

// writeSettings writes aloud.yaml into a folder, for a newspaper at url, and returns the secret of
// its webhooks.
func writeSettings(folder, url string) (secret string, err error) {
	if err := os.MkdirAll(folder, 0o755); err != nil {
		return "", err
	}
	secret = rand.Text()
	text := fmt.Sprintf(settings, url, strings.Replace(url, "127.0.0.1", "localhost", 1), secret)
	return secret, os.WriteFile(filepath.Join(folder, "aloud.yaml"), []byte(text), 0o600)
}
