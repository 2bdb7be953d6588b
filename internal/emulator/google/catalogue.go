package google

import (
	"context"
	"slices"
	"strings"

	pb "cloud.google.com/go/texttospeech/apiv1/texttospeechpb"
)

// naturalRate is the sample rate of every voice unless the request sets one, in Hz.
const naturalRate = 24000

// speakers are the names of the Chirp 3 HD voices, and of the Gemini models' speakers.
var speakers = strings.Fields(`Achernar Achird Algenib Algieba Alnilam Aoede Autonoe Callirrhoe Charon Despina Enceladus Erinome
	Fenrir Gacrux Iapetus Kore Laomedeia Leda Orus Pulcherrima Puck Rasalgethi Sadachbia Sadaltager Schedar Sulafat Umbriel
	Vindemiatrix Zephyr Zubenelgenubi`)

// voices are the service's voices, sorted: a selection of the real ones, with every family and the
// languages of our newsrooms.
var voices = catalogue()

func catalogue() []*pb.Voice {
	var list []*pb.Voice
	add := func(locales, middle string, names ...string) {
		for _, locale := range strings.Fields(locales) {
			for _, name := range names {
				list = append(list, &pb.Voice{Name: locale + middle + name, LanguageCodes: []string{locale}, NaturalSampleRateHertz: naturalRate})
			}
		}
	}
	const european = "de-DE en-GB en-US es-ES fr-FR it-IT"
	add(european+" pl-PL ru-RU sr-RS th-TH uk-UA cmn-CN", "-Chirp3-HD-", speakers...)
	add(european+" pl-PL ru-RU sr-RS th-TH uk-UA cmn-CN es-419", "-Standard-", "A", "B")
	add(european+" pl-PL ru-RU uk-UA cmn-CN", "-Wavenet-", "A")
	add(european, "-Neural2-", "A", "F")
	add("de-DE en-GB", "-Studio-", "B", "C")
	add("en-US", "-Studio-", "O", "Q")
	add("de-DE en-US es-ES fr-FR", "-Polyglot-", "1")
	add("en-US", "-News-", "K", "L", "N")
	add("en-US", "-Casual-", "K")
	add("en-US", "-Journey-", "D", "F", "O")
	add(european, "-Chirp-HD-", "D", "F", "O")
	for _, speaker := range speakers { // as Google lists them: without a model, in English
		list = append(list, &pb.Voice{Name: speaker, LanguageCodes: []string{"en-US"}, NaturalSampleRateHertz: naturalRate})
	}
	slices.SortFunc(list, func(a, b *pb.Voice) int { return strings.Compare(a.GetName(), b.GetName()) })
	return list
}

// findVoice returns the voice with this name. Like Google, it ignores case.
func findVoice(name string) (*pb.Voice, bool) {
	i := slices.IndexFunc(voices, func(v *pb.Voice) bool { return strings.EqualFold(v.GetName(), name) })
	if i < 0 {
		return nil, false
	}
	return voices[i], true
}

// ListVoices implements the service. A language code without a region selects all regions of the
// language.
func (s *Server) ListVoices(_ context.Context, req *pb.ListVoicesRequest) (*pb.ListVoicesResponse, error) {
	wanted := strings.ToLower(req.GetLanguageCode())
	resp := &pb.ListVoicesResponse{}
	for _, v := range voices {
		code := strings.ToLower(v.GetLanguageCodes()[0])
		if wanted == "" || code == wanted || strings.HasPrefix(code, wanted+"-") {
			resp.Voices = append(resp.Voices, v)
		}
	}
	return resp, nil
}
