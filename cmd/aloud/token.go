package main

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/spf13/cobra"

	"github.com/aloud-audio/aloud/internal/access"
)

func tokenCommand(a *app) *cobra.Command {
	cmd := &cobra.Command{
		Use:     "token",
		Short:   "Make, list and revoke tokens for the API",
		GroupID: groupManage,
		Long: `Make, list and revoke tokens. With a token, programs and admins on other machines use a server's API: /api/ on
ALOUD_ADMIN_LISTEN. A token belongs to one site and has one role:

  viewer  sees articles, and what they would cost
  editor  also renders, restores, removes, publishes and retries them
  admin   also erases them, starts backfills, and reads the journal

The store keeps no token, only its SHA-256. On the admin's machine, set ALOUD_SERVER and ALOUD_TOKEN.`,
		Example: "  aloud token create --site main --role editor --name wordpress\n  aloud token list\n  aloud token revoke k3jx5m2qab",
		Args:    cobra.ArbitraryArgs,
		RunE:    noCommand,
	}
	cmd.AddCommand(tokenCreateCommand(a), tokenListCommand(a), tokenRevokeCommand(a))
	return cmd
}

type tokenOptions struct {
	articlesOptions
	role, name string
	expires    string
}

func tokenCreateCommand(a *app) *cobra.Command {
	var opts tokenOptions
	cmd := &cobra.Command{
		Use:   "create",
		Short: "Make a token, and print it this once",
		Long: `Make a token for one site and print it. It is printed only once, and nobody can read it later. Servers accept it at once,
without a restart.`,
		Example: "  aloud token create --site main --role editor --name wordpress\n  aloud token create --role viewer --name dashboard --expires 2027-06-30",
		Args:    arguments(cobra.NoArgs),
		RunE:    func(cmd *cobra.Command, _ []string) error { return a.createToken(cmd.Context(), opts) },
	}
	flags := cmd.Flags()
	flags.StringVar(&opts.site, "site", "", "`site` that the token is for (default: the only one)")
	flags.StringVar(&opts.role, "role", "", "`role` of the token: viewer, editor or admin")
	flags.StringVar(&opts.name, "name", "", "`name` that the journal shows, such as wordpress or a person's")
	flags.StringVar(&opts.expires, "expires", "", "last `day` (2027-06-30), or time, of the token (default: none)")
	flags.BoolVar(&opts.json, "json", false, "print JSON")
	return cmd
}

func (a *app) createToken(ctx context.Context, opts tokenOptions) error {
	expires, err := parseExpiry(opts.expires)
	if err != nil {
		return err
	}
	if opts.role == "" {
		return usageError{errors.New("--role is missing: name viewer, editor or admin")}
	}
	n, site, err := a.openSite(ctx, opts.site)
	if err != nil {
		return err
	}
	token, secret, err := n.CreateToken(ctx, access.Token{Site: site, Role: access.Role(opts.role), Name: opts.name, Expires: expires})
	if err != nil {
		return err
	}
	a.infof("Token %s for site %s, with the role %s. It is printed this once:", token.ID, token.Site, token.Role)
	if opts.json {
		return a.printJSON(struct {
			access.Token
			Secret string `json:"token"`
		}{token, secret})
	}
	_, err = fmt.Fprintln(a.out, secret)
	return err
}

// parseExpiry accepts a day, which the token still has, or a time in the future.
func parseExpiry(value string) (time.Time, error) {
	if value == "" {
		return time.Time{}, nil
	}
	expires, err := time.Parse(time.RFC3339, value)
	if day, dayErr := time.Parse(time.DateOnly, value); dayErr == nil {
		expires, err = day.AddDate(0, 0, 1), nil
	}
	if err != nil || expires.Before(time.Now()) {
		return time.Time{}, usageError{fmt.Errorf("--expires is %q: write a day to come, like 2027-06-30, or a time like 2027-06-30T12:00:00Z", value)}
	}
	return expires.UTC(), nil
}

func tokenListCommand(a *app) *cobra.Command {
	var opts articlesOptions
	cmd := &cobra.Command{
		Use:     "list",
		Short:   "List tokens",
		Long:    "List the tokens of all sites, or of one, and when each was used last (within an hour).",
		Example: "  aloud token list\n  aloud token list --site main --json",
		Args:    arguments(cobra.NoArgs),
		RunE:    func(cmd *cobra.Command, _ []string) error { return a.listTokens(cmd.Context(), opts) },
	}
	cmd.Flags().StringVar(&opts.site, "site", "", "only tokens of this `site`")
	cmd.Flags().BoolVar(&opts.json, "json", false, "print JSON")
	return cmd
}

func (a *app) listTokens(ctx context.Context, opts articlesOptions) error {
	s, err := a.open(ctx)
	if err != nil {
		return err
	}
	tokens, err := access.List(ctx, s.Store, opts.site)
	if err != nil {
		return err
	}
	if opts.json {
		return a.printJSON(tokens)
	}
	table := [][]string{{"ID", "SITE", "ROLE", "CREATED", "EXPIRES", "LAST USED", "NAME"}}
	for _, t := range tokens {
		table = append(table, []string{t.ID, t.Site, string(t.Role), shownTime(t.Created, ""), shownTime(t.Expires, "never"), shownTime(t.Used, "never"), t.Name})
	}
	return a.printTable(table)
}

func shownTime(at time.Time, zero string) string {
	if at.IsZero() {
		return zero
	}
	return at.Format(time.RFC3339)
}

func tokenRevokeCommand(a *app) *cobra.Command {
	return &cobra.Command{
		Use:     "revoke ID...",
		Short:   "Revoke tokens",
		Long:    "Revoke tokens, which aloud token list names. Every server refuses them 3 seconds later at the latest.",
		Example: "  aloud token revoke k3jx5m2qab",
		Args:    arguments(cobra.MinimumNArgs(1)),
		RunE:    func(cmd *cobra.Command, args []string) error { return a.revokeTokens(cmd.Context(), args) },
	}
}

func (a *app) revokeTokens(ctx context.Context, ids []string) error {
	n, err := a.openNewsroom(ctx)
	if err != nil {
		return err
	}
	for _, id := range ids {
		token, err := n.RevokeToken(ctx, id)
		if err != nil {
			return err
		}
		a.infof("token %s of site %s is revoked", token.ID, token.Site)
	}
	return nil
}
