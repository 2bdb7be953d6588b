package config

import (
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"net/url"
	"os"
	"strconv"
	"strings"
)

// Environment is the operator's part: where things are.
type Environment struct {
	Listen            string
	RedisURL          string // empty: embedded
	Store             string // empty: a folder in the working directory
	S3Endpoint        string
	PublicURL         string
	Settings          string
	Voice             string
	GoogleEndpoint    string
	GoogleCredentials string // JSON
	GoogleMaxSentence int    // bytes; 0: as each family of voices is known to take; -1: any number
	OpenAIURL         string // empty: OpenAI's
	OpenAIKey         string
	PiperURL          string // empty: there is none
	PollyEndpoint     string // empty: the region's
	Concurrency       int
	WorkerMetrics     string // empty: none
	LogFormat         string // text or json
}

// Variable is one variable of the environment, with its documentation. Each may be given as NAME_FILE instead, the name
// of a file that has the value.
type Variable struct {
	Name    string
	Default string // for people: what happens if it is unset
	Meaning string

	set func(e *Environment, value string) error // "" if it is unset
}

// Variables lists the environment in the order of the documentation.
var Variables = []Variable{
	{"ALOUD_LISTEN", ":8080", "address that up and serve listen on",
		text(func(e *Environment) *string { return &e.Listen }, ":8080")},
	{"ALOUD_REDIS_URL", "embedded", "queue: redis://, rediss://, unix://; sentinels with ?master_name=NAME, a cluster with ?addr=HOST:PORT",
		text(func(e *Environment) *string { return &e.RedisURL }, "")},
	{"ALOUD_STORE", "dir://./aloud-data", "store: dir:///path or s3://bucket/prefix (credentials and region as AWS tools have them)",
		setStore},
	{"ALOUD_S3_ENDPOINT", "AWS", "address of another S3-compatible store",
		text(func(e *Environment) *string { return &e.S3Endpoint }, "")},
	{"ALOUD_PUBLIC_URL", "served by aloud", "address of the CDN or bucket that serves the store's public/ folder",
		text(func(e *Environment) *string { return &e.PublicURL }, "")},
	{"ALOUD_SETTINGS", "aloud.yaml, if it exists", "settings of the sites",
		text(func(e *Environment) *string { return &e.Settings }, "")},
	{"ALOUD_VOICE", "flite:slt for English, espeak-ng for the rest", "voice of sites that name none, provider:voice",
		text(func(e *Environment) *string { return &e.Voice }, "")},
	{"ALOUD_GOOGLE_ENDPOINT", "Google's", "host:port of a regional endpoint; http://host:port of an emulator",
		text(func(e *Environment) *string { return &e.GoogleEndpoint }, "")},
	{"ALOUD_GOOGLE_CREDENTIALS", "application default credentials", "a service account's key, as JSON text",
		setGoogleCredentials},
	{"ALOUD_GOOGLE_MAX_SENTENCE", "250 letters", "bytes of a sentence that Google's voices are given, 0 for any number (docs/google.md)",
		setGoogleMaxSentence},
	{"ALOUD_OPENAI_URL", "OpenAI's", "address of another server with OpenAI's /audio/speech, such as http://kokoro:8880/v1",
		address(func(e *Environment) *string { return &e.OpenAIURL })},
	{"ALOUD_OPENAI_KEY", "none", "key of OpenAI, or of that server",
		text(func(e *Environment) *string { return &e.OpenAIKey }, "")},
	{"ALOUD_PIPER_URL", "none", "address of Piper's HTTP server, such as http://piper:5000",
		address(func(e *Environment) *string { return &e.PiperURL })},
	{"ALOUD_POLLY_ENDPOINT", "the region's", "address of Amazon Polly (credentials and region as AWS tools have them)",
		address(func(e *Environment) *string { return &e.PollyEndpoint })},
	{"ALOUD_CONCURRENCY", "4", "articles that a worker renders at once", setConcurrency},
	{"ALOUD_WORKER_METRICS", "none", "address of /metrics and /healthz of a worker; up and serve have them on theirs",
		text(func(e *Environment) *string { return &e.WorkerMetrics }, "")},
	{"ALOUD_LOG_FORMAT", "text", "text or json", setLogFormat},
}

// text sets one field, to preset if the variable is unset.
func text(field func(*Environment) *string, preset string) func(*Environment, string) error {
	return func(e *Environment, value string) error {
		*field(e) = cmp.Or(value, preset)
		return nil
	}
}

// address sets one field that is the address of an HTTP server.
func address(field func(*Environment) *string) func(*Environment, string) error {
	return func(e *Environment, value string) error {
		u, err := url.Parse(value)
		if value != "" && (err != nil || u.Host == "" || u.Scheme != "http" && u.Scheme != "https") {
			return errors.New("is not an address like http://host:port") // not quoted: there may be a password in it
		}
		*field(e) = value
		return nil
	}
}

func setStore(e *Environment, value string) error {
	if value != "" && !strings.HasPrefix(value, "dir://") && !strings.HasPrefix(value, "s3://") { // not quoted: there may be a password in it
		return errors.New("is neither dir:///path nor s3://bucket/prefix")
	}
	e.Store = value
	return nil
}

func setGoogleCredentials(e *Environment, value string) error {
	if value != "" && !json.Valid([]byte(value)) {
		return errors.New("is not JSON: give the content of the key file, or its name in ALOUD_GOOGLE_CREDENTIALS_FILE")
	}
	e.GoogleCredentials = value
	return nil
}

func setGoogleMaxSentence(e *Environment, value string) error {
	if value == "" {
		return nil
	}
	n, err := strconv.Atoi(value)
	if err != nil || n < 0 {
		return fmt.Errorf("%q is not a number of bytes", value)
	}
	e.GoogleMaxSentence = n
	if n == 0 {
		e.GoogleMaxSentence = -1
	}
	return nil
}

func setConcurrency(e *Environment, value string) error {
	n, err := strconv.Atoi(cmp.Or(value, "4"))
	if err != nil || n < 1 {
		return fmt.Errorf("%q is not a number from 1 up", value)
	}
	e.Concurrency = n
	return nil
}

func setLogFormat(e *Environment, value string) error {
	e.LogFormat = cmp.Or(value, "text")
	if e.LogFormat != "text" && e.LogFormat != "json" {
		return fmt.Errorf("%q is neither text nor json", value)
	}
	return nil
}

func parseEnvironment(environ []string, flags map[string]string) (Environment, error) {
	given := map[string]string{}
	for _, pair := range environ {
		name, value, _ := strings.Cut(pair, "=")
		given[name] = value
	}
	var e Environment
	var problems []error
	for _, v := range Variables {
		value, err := v.value(given, flags)
		if err == nil {
			err = v.set(&e, value)
		}
		if err != nil {
			problems = append(problems, fmt.Errorf("%s: %w", v.Name, err))
		}
	}
	return e, errors.Join(problems...)
}

const fileSuffix = "_FILE"

// value is what a flag, the environment or a file of the environment gives, "" if nothing does. Editors end a file with
// a line end, which is not part of the value.
func (v Variable) value(given, flags map[string]string) (string, error) {
	if value, isFlag := flags[v.Name]; isFlag {
		return value, nil
	}
	file := given[v.Name+fileSuffix]
	switch {
	case file == "":
		return given[v.Name], nil
	case given[v.Name] != "":
		return "", fmt.Errorf("%s is set too: keep one", v.Name+fileSuffix)
	}
	content, err := os.ReadFile(file)
	return strings.TrimRight(string(content), "\r\n"), err
}
