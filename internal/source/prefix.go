package source

import (
	"context"
	"net/http"
	"strings"
)

// NewAsker returns who asks the source at an address. The error names the setting that is wrong.
func (a Asking) NewAsker(at Address, client *http.Client) (Asker, error) {
	asker, err := a.New(at, client)
	if err != nil || at.IDPrefix == "" {
		return asker, err
	}
	return prefixed{asker, at.IDPrefix}, nil
}

// prefixed puts a prefix before the source's own ids: two sites of one CMS may count alike.
type prefixed struct {
	asker  Asker
	prefix string
}

// List implements Asker.
func (p prefixed) List(ctx context.Context) ([]Listed, error) {
	all, err := p.asker.List(ctx)
	for i := range all {
		all[i].ID = p.prefix + all[i].ID
		if all[i].Former != "" {
			all[i].Former = p.prefix + all[i].Former
		}
	}
	return all, err
}

// Ask implements Asker.
func (p prefixed) Ask(ctx context.Context, id, address string) (Answer, error) {
	answer, err := p.asker.Ask(ctx, strings.TrimPrefix(id, p.prefix), address)
	answer.Payload.ID = p.prefix + answer.Payload.ID
	return answer, err
}
