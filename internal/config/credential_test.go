package config

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/aloud-audio/aloud/internal/credential"
)

// credentialFolder has two development credentials: one.pem with one.key, two.pem with two.key.
func credentialFolder(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	for _, name := range []string{"one", "two"} {
		dev, err := credential.NewDevelopment("Paper "+name, time.Now())
		if err != nil {
			t.Fatal(err)
		}
		root := append([]byte{}, dev.Root...)
		for file, content := range map[string][]byte{name + ".pem": dev.Certificate, name + ".key": dev.Key, name + "-root.pem": root} {
			if err := os.WriteFile(filepath.Join(dir, file), content, 0o600); err != nil {
				t.Fatal(err)
			}
		}
	}
	return dir
}

func TestCredentialsOfSites(t *testing.T) {
	dir := credentialFolder(t)
	variable := func(name string) string { return "ALOUD_CREDENTIAL_" + name }
	one := []string{variable("CERTIFICATE_FILE=") + filepath.Join(dir, "one.pem"), variable("KEY_FILE=") + filepath.Join(dir, "one.key")}
	for name, test := range map[string]struct {
		environ []string
		setting string
		signer  string // the organization, "" for none
		stamps  bool
		problem string
	}{
		"none":                {},
		"by variables":        {environ: one, signer: "Paper one"},
		"with TSA":            {environ: append(one, variable("TSA=https://tsa.example")), signer: "Paper one", stamps: true},
		"the site's own":      {environ: one, setting: "{certificate: two.pem, key: two.key}", signer: "Paper two"},
		"the site's TSA":      {environ: one, setting: "{tsa: 'https://tsa.example'}", signer: "Paper one", stamps: true},
		"only a TSA":          {setting: "{tsa: 'https://tsa.example'}", problem: "sites.main.credential.certificate: is missing"},
		"another's key":       {setting: "{certificate: one.pem, key: two.key}", problem: "sites.main.credential.certificate: the key is not that of the first certificate"},
		"root as leaf":        {setting: "{certificate: one-root.pem, key: one.key}", problem: "sites.main.credential.certificate: verifiers would refuse"},
		"no certificate":      {setting: "{certificate: one.key, key: one.key}", problem: "has no certificate in PEM"},
		"no key":              {setting: "{certificate: one.pem, key: one.pem}", problem: "sites.main.credential.key: has no private key"},
		"no file":             {setting: "{certificate: three.pem, key: one.key}", problem: "three.pem: no such file"},
		"half of the setting": {setting: "{certificate: one.pem}", problem: "sites.main.credential.key: is missing"},
		"half of the pair":    {environ: one[:1], problem: "ALOUD_CREDENTIAL_KEY: is missing"},
		"broken variable":     {environ: []string{one[1], variable("CERTIFICATE=x")}, problem: "ALOUD_CREDENTIAL_CERTIFICATE: has no certificate in PEM"},
		"TSA without scheme":  {environ: append(one, variable("TSA=tsa.example")), problem: "ALOUD_CREDENTIAL_TSA"},
	} {
		t.Run(name, func(t *testing.T) {
			settings := "sites: {main: {url: 'https://example.com'}}"
			if test.setting != "" {
				settings = "sites: {main: {credential: " + test.setting + "}}"
			}
			file := filepath.Join(dir, strings.ReplaceAll(name, " ", "-")+".yaml")
			if err := os.WriteFile(file, []byte(settings), 0o600); err != nil {
				t.Fatal(err)
			}
			cfg, err := Load(slices.Concat(test.environ, []string{"ALOUD_SETTINGS=" + file}), nil, testProviders)
			if test.problem != "" {
				if err == nil || !strings.Contains(err.Error(), test.problem) {
					t.Errorf("the error is %v, want %q", err, test.problem)
				}
				return
			}
			if err != nil {
				t.Fatal(err)
			}
			signer := cfg.Sites["main"].Credential
			if test.signer == "" {
				if signer != nil {
					t.Error("it signs")
				}
				return
			}
			if signer == nil || credential.Name(signer.Certificate().Subject) != test.signer || signer.Stamps() != test.stamps {
				t.Errorf("the signer is %+v", signer)
			}
		})
	}
}

// A certificate that was replaced is used without a restart.
func TestACredentialIsReplacedWhileAProcessRuns(t *testing.T) {
	dir := credentialFolder(t)
	load := func(name string) Config {
		cfg, err := Load([]string{
			"ALOUD_CREDENTIAL_CERTIFICATE_FILE=" + filepath.Join(dir, name+".pem"), "ALOUD_CREDENTIAL_KEY_FILE=" + filepath.Join(dir, name+".key"),
		}, nil, testProviders)
		if err != nil {
			t.Fatal(err)
		}
		return cfg
	}
	former, next := load("one"), load("two")
	now, restart := next.Replacing(former)
	if len(restart) > 0 || credential.Name(now.Sites["main"].Credential.Certificate().Subject) != "Paper two" {
		t.Errorf("after the files changed, a restart is wanted for %q", restart)
	}
	if former.Hash == next.Hash {
		t.Error("the hash of the settings does not tell the certificates apart")
	}
}
