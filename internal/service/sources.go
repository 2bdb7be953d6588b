package service

import (
	"github.com/aloud-audio/aloud/internal/config"
	"github.com/aloud-audio/aloud/internal/newsroom"
	"github.com/aloud-audio/aloud/internal/outbound"
)

// maxRedirects is how many redirects a source may answer with.
const maxRedirects = 5

// sources returns the sources that are asked, by site.
func (s *Service) sources() map[string][]newsroom.AskedSource {
	all := map[string][]newsroom.AskedSource{}
	for name, site := range s.Config.Sites {
		for _, src := range site.Sources {
			all[name] = append(all[name], askedSource(site, src))
		}
	}
	return all
}

func askedSource(site config.Site, src config.AskedSource) newsroom.AskedSource {
	client := outbound.Client(outbound.Policy{AllowHosts: site.AllowPrivate, AnyPort: true, Redirects: maxRedirects})
	asker, _ := src.Source.Asking.NewAsker(src.Address, client) // the settings were checked by it
	return newsroom.AskedSource{Name: src.Source.Name, Asking: *src.Source.Asking, Asker: asker, Every: src.Every, Since: src.Since}
}
