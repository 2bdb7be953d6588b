package main

import (
	"crypto/x509"
	"fmt"
	"os"
	"strings"
	"time"
	"unicode"

	"github.com/spf13/cobra"

	"github.com/aloud-audio/aloud/internal/credential"
)

func verifyCommand(a *app) *cobra.Command {
	var roots string
	var asJSON bool
	cmd := &cobra.Command{
		Use:     "verify FILE",
		Short:   "Judge the signed statement of origin in an MP3 file",
		GroupID: groupLocal,
		Long: `Judge the credential (C2PA manifest) of an MP3 file, whoever made it: who signed it, when, what it says, and whether the
file was changed since. The states are

  trusted   unchanged, and the certificate is issued by one of the roots
  valid     unchanged since the key of the certificate signed it; nobody vouches for who that is
  invalid   the file or the statement was changed, or the certificate has expired or may not sign files
  missing   there is no credential, which proves nothing: most programs that change a file drop it

--roots names a PEM file with the certificates of authorities that you trust, for signing and for time stamps. Manifests of
what the file was made of are not judged, and nobody is asked whether a certificate was revoked.

Exit codes: 0 valid (with --roots: trusted), 1 anything else, or the file cannot be read; 2 mistake in the command line.`,
		Example: "  aloud verify article.mp3\n  aloud verify article.mp3 --roots credential-root.pem --json | jq .state",
		Args:    arguments(cobra.ExactArgs(1)),
		RunE:    func(_ *cobra.Command, args []string) error { return a.verify(args[0], roots, asJSON) },
	}
	cmd.Flags().StringVar(&roots, "roots", "", "PEM `file` with the certificates of trusted authorities")
	cmd.Flags().BoolVar(&asJSON, "json", false, "print JSON")
	return cmd
}

func (a *app) verify(file, roots string, asJSON bool) error {
	trusted, err := readRoots(roots)
	if err != nil {
		return err
	}
	content, err := os.ReadFile(file)
	if err != nil {
		return err
	}
	report := credential.Verify(content, trusted, time.Now())
	if asJSON {
		err = a.printJSON(report)
	} else {
		err = a.printTable(verdictRows(report))
	}
	want := credential.Valid
	if roots != "" {
		want = credential.Trusted
	}
	if err == nil && report.State != want && report.State != credential.Trusted {
		err = fmt.Errorf("%s is not %s: %s", file, want, report.Reason)
	}
	return err
}

func readRoots(file string) ([]*x509.Certificate, error) {
	if file == "" {
		return nil, nil
	}
	text, err := os.ReadFile(file)
	if err != nil {
		return nil, fmt.Errorf("--roots: %w", err)
	}
	roots, err := credential.ParseChain(text)
	if err != nil {
		return nil, fmt.Errorf("--roots: %s %w", file, err)
	}
	return roots, nil
}

// verdictRows are the report for people.
func verdictRows(r credential.Report) [][]string {
	rows := [][]string{{"state", string(r.State)}, {"reason", r.Reason}}
	if s := r.Signer; s != nil {
		rows = append(rows, []string{"signed by", strings.TrimSpace(s.Organization + " (" + s.CommonName + ")")}, []string{"issued by", s.Issuer},
			[]string{"certificate", fmt.Sprintf("%s to %s, %s", s.NotBefore.Format(time.DateOnly), s.NotAfter.Format(time.DateOnly), s.Algorithm)})
	}
	if s := r.Stamp; s != nil {
		trust := "not trusted"
		if s.Trusted {
			trust = "trusted"
		}
		rows = append(rows, []string{"time stamp", fmt.Sprintf("%s by %s, %s", s.Time.Format(time.RFC3339), s.Authority, trust)})
	}
	if r.Claim != nil {
		rows = append(rows, claimRows(*r.Claim)...)
	}
	for _, f := range r.Failures {
		rows = append(rows, []string{"failure", f.String()})
	}
	for _, f := range r.Notes {
		rows = append(rows, []string{"note", f.String()})
	}
	for _, row := range rows {
		row[1] = strings.Map(printable, row[1])
	}
	return rows
}

// printable removes control characters of a file's text, which could control the terminal.
func printable(r rune) rune {
	if unicode.IsPrint(r) {
		return r
	}
	return '\uFFFD'
}

// claimRows are what the credential says.
func claimRows(c credential.Content) (rows [][]string) {
	rows = append(rows, []string{"says: title", c.Title}, []string{"says: made by", c.Generator})
	for _, act := range c.Actions {
		row := act.Action
		if act.Agent != "" {
			row += " by " + act.Agent
		}
		if !act.When.IsZero() {
			row += " at " + act.When.Format(time.RFC3339)
		}
		if act.SourceType != "" {
			row += ", " + act.SourceType[strings.LastIndexByte(act.SourceType, '/')+1:]
		}
		rows = append(rows, []string{"says: action", row})
	}
	for _, i := range c.Ingredients {
		rows = append(rows, []string{"says: made of", strings.Join(withoutEmpty(i.Title, i.Description, i.URL, i.Relationship), ", ")})
	}
	return rows
}

func withoutEmpty(texts ...string) (some []string) {
	for _, text := range texts {
		if text != "" {
			some = append(some, text)
		}
	}
	return some
}
