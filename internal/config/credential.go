package config

import (
	"errors"
	"fmt"

	"github.com/aloud-audio/aloud/internal/buildinfo"
	"github.com/aloud-audio/aloud/internal/credential"
)

// The variables of the credential that signs the tracks of sites without one of their own. They can
// change while a process runs, because certificates expire.
const (
	certificateVariable = "ALOUD_CREDENTIAL_CERTIFICATE"
	keyVariable         = "ALOUD_CREDENTIAL_KEY"
	tsaVariable         = "ALOUD_CREDENTIAL_TSA"
)

// CredentialEnv has the values of these variables, as PEM and as an address.
type CredentialEnv struct{ Certificate, Key, TSA string }

// credentialSettings name the files with which a site's tracks are signed.
type credentialSettings struct {
	Certificate string `yaml:"certificate" json:"-"`
	Key         string `yaml:"key" json:"-"`
	TSA         string `yaml:"tsa"`
}

// checkCredential refuses variables that are incomplete or cannot sign.
func (e Environment) checkCredential() error {
	c := e.Credential
	if c.Certificate == "" && c.Key == "" {
		return nil
	}
	if c.Key == "" {
		return fmt.Errorf("%s: is missing: %s needs it", keyVariable, certificateVariable)
	}
	if c.Certificate == "" {
		return fmt.Errorf("%s: is missing: %s needs it", certificateVariable, keyVariable)
	}
	_, problem, err := signerOf([]byte(c.Certificate), []byte(c.Key), "")
	return named(map[string]string{"certificate": certificateVariable, "key": keyVariable}[problem], err)
}

// named is at, for a name that is not a key of the settings.
func named(name string, err error) error {
	if err == nil {
		return nil
	}
	return fmt.Errorf("%s: %w", name, err)
}

// signer returns the signer of the site's tracks, from its own files or else the environment; nil
// if there is none.
func (s credentialSettings) signer(f *files, env CredentialEnv) (*credential.Signer, error) {
	certificate, key := []byte(env.Certificate), []byte(env.Key)
	if s.Certificate != "" || s.Key != "" {
		var err error
		if certificate, key, err = s.read(f); err != nil {
			return nil, err
		}
	}
	tsa := env.TSA
	if s.TSA != "" {
		tsa = s.TSA
		if err := checkURL(tsa); err != nil {
			return nil, at("tsa", err)
		}
	}
	if len(certificate) == 0 {
		if s.TSA != "" {
			return nil, at("certificate", errors.New("is missing: name a PEM file with the certificate and those that issued it"))
		}
		return nil, nil
	}
	signer, problem, err := signerOf(certificate, key, tsa)
	return signer, at(problem, err)
}

// read reads the site's own files.
func (s credentialSettings) read(f *files) (certificate, key []byte, err error) {
	switch {
	case s.Certificate == "":
		return nil, nil, at("certificate", errors.New("is missing: name a PEM file with the certificate and those that issued it"))
	case s.Key == "":
		return nil, nil, at("key", errors.New("is missing: name a PEM file with the key of the certificate"))
	}
	if certificate, err = f.content(s.Certificate); err != nil {
		return nil, nil, at("certificate", err)
	}
	key, err = f.secret(s.Key)
	return certificate, key, at("key", err)
}

// signerOf makes a signer of PEM texts. problem is the setting that an error is about.
func signerOf(certificate, key []byte, tsa string) (_ *credential.Signer, problem string, err error) {
	chain, err := credential.ParseChain(certificate)
	if err != nil {
		return nil, "certificate", err
	}
	private, err := credential.ParseKey(key)
	if err != nil {
		return nil, "key", err
	}
	signer, err := credential.New(chain, private, credential.Options{TSA: tsa, UserAgent: buildinfo.UserAgent()})
	return signer, "certificate", err
}
