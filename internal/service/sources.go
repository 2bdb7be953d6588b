package service

import (
	"net/http"

	"github.com/aloud-audio/aloud/internal/config"
	"github.com/aloud-audio/aloud/internal/newsroom"
	"github.com/aloud-audio/aloud/internal/outbound"
	"github.com/aloud-audio/aloud/internal/source"
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
	asker, _ := src.Source.Asking.NewAsker(src.Address, sourceClient(site)) // the settings were checked by it
	return newsroom.AskedSource{Name: src.Source.Name, Asking: *src.Source.Asking, Asker: asker, Every: src.Every, Since: src.Since}
}

func sourceClient(site config.Site) *http.Client {
	return outbound.Client(outbound.Policy{AllowHosts: site.AllowPrivate, AnyPort: true, Redirects: maxRedirects})
}

// hints returns who is asked about hints, by site.
func (s *Service) hints() map[string]newsroom.HintSources {
	all := map[string]newsroom.HintSources{}
	for name, site := range s.Config.Sites {
		askers := map[string]source.Asker{}
		for _, src := range site.Sources {
			if src.Source.Hints {
				askers[src.Source.Name] = askedSource(site, src).Asker
			}
		}
		all[name] = newsroom.HintSources{Page: source.PageAsker(sourceClient(site)), Askers: askers}
	}
	return all
}
