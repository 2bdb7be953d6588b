package main

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"github.com/aloud-audio/aloud/internal/credential"
)

func credentialCommand(a *app) *cobra.Command {
	cmd := &cobra.Command{
		Use:     "credential",
		Short:   "Make certificates for signing tracks",
		Example: "  aloud credential new --org 'The Daily Ferry'",
		GroupID: groupLocal,
		RunE:    noCommand,
	}
	cmd.AddCommand(newCredentialCommand(a))
	return cmd
}

func newCredentialCommand(a *app) *cobra.Command {
	var organization, folder string
	cmd := &cobra.Command{
		Use:   "new --org NAME",
		Short: "Make a certificate and a key for trials",
		Long: `Make a root certificate, a certificate that it issues for one year, and that certificate's key, to sign tracks with. They
are for trials: verifiers do not know the root, so they can tell that a file is unchanged, but not who signed it, unless you
give them the root. docs/disclosure.md says how to get a certificate that others trust. The key is not encrypted.

Existing files are not replaced.`,
		Example: "  aloud credential new --org 'The Daily Ferry'\n  ALOUD_CREDENTIAL_CERTIFICATE_FILE=credential.pem ALOUD_CREDENTIAL_KEY_FILE=credential.key aloud narrate article.html -o article.mp3",
		Args:    arguments(cobra.NoArgs),
		RunE:    func(*cobra.Command, []string) error { return a.newCredential(organization, folder) },
	}
	cmd.Flags().StringVar(&organization, "org", "", "`name` of the organization that signs (required)")
	cmd.Flags().StringVarP(&folder, "output", "o", ".", "`folder` for the files")
	return cmd
}

func (a *app) newCredential(organization, folder string) error {
	if strings.TrimSpace(organization) == "" {
		return usageError{errors.New("name the organization that signs with --org")}
	}
	made, err := credential.NewDevelopment(organization, time.Now())
	if err != nil {
		return err
	}
	for _, file := range []struct {
		name    string
		content []byte
		mode    os.FileMode
	}{
		{"credential.key", made.Key, 0o600},
		{"credential.pem", made.Certificate, 0o644},
		{"credential-root.pem", made.Root, 0o644},
	} {
		if err := create(filepath.Join(folder, file.name), file.content, file.mode); err != nil {
			return err
		}
		fmt.Fprintln(a.out, filepath.Join(folder, file.name))
	}
	a.infof(`These are for trials. Nobody who is not given credential-root.pem trusts them, and whoever has credential.key can sign
in the name of %s. They end on %s. docs/disclosure.md says how to get a certificate that others trust.`,
		organization, made.NotAfter.Format(time.DateOnly))
	return nil
}

// create writes a file that does not exist yet.
func create(name string, content []byte, mode os.FileMode) error {
	file, err := os.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, mode)
	if err != nil {
		return err
	}
	if _, err = file.Write(content); err != nil {
		_ = file.Close()
		return err
	}
	return file.Close()
}
