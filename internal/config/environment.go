package config

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"net"
	"slices"
	"strconv"
	"strings"

	"github.com/aloud-audio/aloud/internal/clientaddr"
	"github.com/aloud-audio/aloud/internal/httpurl"
	"github.com/aloud-audio/aloud/internal/speech"
)

// Environment holds the operator's settings.
type Environment struct {
	Listen        string
	AdminListen   string // empty: the default, if it is free
	AdminPassword string // empty: only loopback is answered
	MetricsPublic bool   // without the password
	RedisURL      string // empty: embedded
	Store         string // empty: a folder in the working directory
	S3Endpoint    string
	PublicURL     string
	URL           string // empty: unknown
	Proxies       clientaddr.Proxies
	Settings      string
	Voice         string
	Providers     speech.Env // the providers' own variables
	Concurrency   int
	WorkerMetrics string // empty: none
	LogFormat     string // text or json
	Server        string // whose API commands ask; empty: they work on the store
	Token         string // for it
	Credential    CredentialEnv

	values map[string]string // as they were given, by name
}

// Variable is one environment variable, with its documentation. NAME_FILE can name a file with the
// value instead.
type Variable struct {
	Name    string
	Default string // for people: what applies if it is not set
	Meaning string

	set func(e *Environment, value string) error // value is "" if it is not set
}

// Variables lists the environment variables in the order of the documentation, the providers'
// variables included.
func Variables(providers speech.Registry) []Variable {
	all := slices.Clone(places)
	for _, v := range providers.Variables() {
		all = append(all, Variable{v.Name, v.Default, v.Meaning, setProviders(v)})
	}
	return append(all, running...)
}

// places are the variables that say where things are.
var places = []Variable{
	{"ALOUD_LISTEN", ":8080", "address that up and serve listen on",
		text(func(e *Environment) *string { return &e.Listen }, ":8080")},
	{"ALOUD_ADMIN_LISTEN", "127.0.0.1:8081, if it is free", "address of /metrics, profiles and the queue's dashboard of up and serve; off for none",
		text(func(e *Environment) *string { return &e.AdminListen }, "")},
	{"ALOUD_ADMIN_PASSWORD", "none", "password for that address; without it only loopback gets answers",
		text(func(e *Environment) *string { return &e.AdminPassword }, "")},
	{"ALOUD_METRICS_PUBLIC", "false", "true: /metrics there needs no password", setMetricsPublic},
	{"ALOUD_REDIS_URL", "embedded", "queue: redis://, rediss://, unix://; sentinels with ?master_name=NAME, a cluster with ?addr=HOST:PORT",
		text(func(e *Environment) *string { return &e.RedisURL }, "")},
	{"ALOUD_STORE", "dir://./aloud-data", "store: dir:///path or s3://bucket/prefix (credentials and region as AWS tools find them)",
		setStore},
	{"ALOUD_S3_ENDPOINT", "AWS", "URL of another S3-compatible store",
		text(func(e *Environment) *string { return &e.S3Endpoint }, "")},
	{"ALOUD_PUBLIC_URL", "served by aloud", "URL of the CDN or bucket that serves the store's public/ folder",
		text(func(e *Environment) *string { return &e.PublicURL }, "")},
	{"ALOUD_URL", "none", "aloud's own address as CMSs reach it, such as https://audio.example.com: aloud doctor sends a probe there, and aloud ghost connect registers it",
		setURL},
	{"ALOUD_TRUSTED_PROXIES", "none", "addresses or networks of the reverse proxies whose X-Forwarded-For names the client", setProxies},
	{"ALOUD_SETTINGS", "aloud.yaml, if it exists", "settings file of the sites",
		text(func(e *Environment) *string { return &e.Settings }, "")},
	{voiceVariable, "flite:slt for English, espeak-ng for the rest", "voice of sites that name none, provider:voice",
		text(func(e *Environment) *string { return &e.Voice }, "")},
	{certificateVariable, "none: tracks are not signed", "PEM of the certificate that signs tracks, with those that issued it (docs/disclosure.md)",
		text(func(e *Environment) *string { return &e.Credential.Certificate }, "")},
	{keyVariable, "none", "PEM of its private key",
		text(func(e *Environment) *string { return &e.Credential.Key }, "")},
	{tsaVariable, "none: signatures expire with the certificate", "URL of an RFC 3161 time stamp authority", setTSA},
}

// voiceVariable can change while a process runs, and so can the credential.
const voiceVariable = "ALOUD_VOICE"

// running are the variables of long-running processes.
var running = []Variable{
	{"ALOUD_CONCURRENCY", "4", "articles that a worker renders at once", setConcurrency},
	{"ALOUD_WORKER_METRICS", "none", "address of a worker's /metrics, profiles and /healthz; only /healthz answers other machines without ALOUD_ADMIN_PASSWORD",
		text(func(e *Environment) *string { return &e.WorkerMetrics }, "")},
	{"ALOUD_LOG_FORMAT", "text", "text or json", setLogFormat},
	{"ALOUD_SERVER", "none: they work on the store", "URL of a server's admin address, which commands call instead of working on the store (docs/admins.md)", setServer},
	{"ALOUD_TOKEN", "none", "token for that server, from aloud token create", text(func(e *Environment) *string { return &e.Token }, "")},
}

// text sets one field, to preset if the variable is not set.
func text(field func(*Environment) *string, preset string) func(*Environment, string) error {
	return func(e *Environment, value string) error {
		*field(e) = cmp.Or(value, preset)
		return nil
	}
}

// setProviders sets a provider's own variable.
func setProviders(v speech.Variable) func(*Environment, string) error {
	return func(e *Environment, value string) error {
		if value == "" {
			return nil
		}
		e.Providers[v.Name] = value
		if v.URL {
			return checkURL(value)
		}
		if v.Check != nil {
			return v.Check(value)
		}
		return nil
	}
}

func setMetricsPublic(e *Environment, value string) (err error) {
	e.MetricsPublic, err = strconv.ParseBool(cmp.Or(value, "false"))
	if err != nil {
		return fmt.Errorf("%q is neither true nor false: write one of them", value)
	}
	return nil
}

func setTSA(e *Environment, value string) error {
	e.Credential.TSA = value
	if value == "" {
		return nil
	}
	return checkURL(value)
}

func setURL(e *Environment, value string) error {
	e.URL = value
	if value == "" {
		return nil
	}
	return checkURL(value)
}

func setProxies(e *Environment, value string) (err error) {
	e.Proxies, err = clientaddr.ParseProxies(value)
	return err
}

func setStore(e *Environment, value string) error {
	if value != "" && !strings.HasPrefix(value, "dir://") && !strings.HasPrefix(value, "s3://") { // the error must not quote it: it may contain a password
		return errors.New("is neither dir:///path nor s3://bucket/prefix: write one of them")
	}
	e.Store = value
	return nil
}

func setServer(e *Environment, value string) error {
	if value == "" {
		return nil
	}
	u, err := httpurl.Parse(value)
	if err != nil {
		return err
	}
	if host := u.Hostname(); u.Scheme != "https" && host != "localhost" && !net.ParseIP(host).IsLoopback() {
		return errors.New("the token would travel unencrypted: use https, or a tunnel to 127.0.0.1")
	}
	e.Server = strings.TrimSuffix(value, "/")
	return nil
}

func setConcurrency(e *Environment, value string) error {
	n, err := strconv.Atoi(cmp.Or(value, "4"))
	if err != nil || n < 1 {
		return fmt.Errorf("%q is not a number of articles: write 1 or more", value)
	}
	e.Concurrency = n
	return nil
}

func setLogFormat(e *Environment, value string) error {
	e.LogFormat = cmp.Or(value, "text")
	if e.LogFormat != "text" && e.LogFormat != "json" {
		return fmt.Errorf("%q is neither text nor json: write one of them", value)
	}
	return nil
}

func (f *files) environment(environ []string, flags map[string]string, providers speech.Registry) (Environment, error) {
	given := map[string]string{}
	for _, pair := range environ {
		name, value, _ := strings.Cut(pair, "=")
		given[name] = value
	}
	e := Environment{Providers: speech.Env{}, values: map[string]string{}}
	var problems []error
	for _, v := range Variables(providers) {
		value, err := f.value(v, given, flags)
		if err == nil {
			e.values[v.Name] = value
			err = v.set(&e, value)
		}
		if err != nil {
			problems = append(problems, fmt.Errorf("%s: %w", v.Name, err))
		}
	}
	return e, errors.Join(append(problems, e.checkCredential())...)
}

const fileSuffix = "_FILE"

// value returns the value from a flag, the environment or a file that the environment names, "" if
// there is none. A line end at the end of the file is not part of the value.
func (f *files) value(v Variable, given, flags map[string]string) (string, error) {
	if value, isFlag := flags[v.Name]; isFlag {
		return value, nil
	}
	file := given[v.Name+fileSuffix]
	switch {
	case file == "":
		return given[v.Name], nil
	case given[v.Name] != "":
		return "", fmt.Errorf("%s is set too: remove one of them", v.Name+fileSuffix)
	}
	content, err := f.secret(file)
	return strings.TrimRight(string(bytes.TrimPrefix(content, byteOrderMark)), "\r\n"), err
}
