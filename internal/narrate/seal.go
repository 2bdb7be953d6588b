package narrate

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"strings"

	"github.com/aloud-audio/aloud/internal/audio"
	"github.com/aloud-audio/aloud/internal/credential"
	"github.com/aloud-audio/aloud/internal/library"
	"github.com/aloud-audio/aloud/internal/speech"
)

// sourceType is IPTC's term for how the voices of a plan are made. One that learnt to speak
// decides.
func (p Plan) sourceType() string {
	for _, voice := range p.Voices() {
		if !voice.Algorithm {
			return audio.TrainedModel
		}
	}
	return audio.Algorithm
}

// statement is what a track's credential says of its origin.
func (p Plan) statement() credential.Statement {
	s := credential.Statement{
		Title: p.Article.Title, Authors: p.Article.Byline, Publisher: host(p.site.URL), URL: p.Article.URL, Language: p.Article.Language,
		Published: p.Article.PublishedAt, Voice: voiceNames(p.Voices()), SourceType: p.sourceType(),
	}
	if p.site.Intro != nil {
		s.Placed = append(s.Placed, "Intro")
	}
	if p.site.Outro != nil {
		s.Placed = append(s.Placed, "Outro")
	}
	return s
}

// statementSum identifies the statement, and what of the signature ends with its certificate. The
// release is not in it: a new one signs nothing anew.
func (p Plan) statementSum() string {
	stated, err := json.Marshal(p.statement())
	if err != nil {
		panic("narrate: a statement is plain data: " + err.Error())
	}
	hash := sha256.New()
	hash.Write(stated)
	if signer := p.site.Credential; !signer.Stamps() {
		hash.Write(signer.Certificate().Raw)
	}
	return hex.EncodeToString(hash.Sum(nil))
}

// seal begins the signing of a plan's track; nil if the site signs none. It fails before anything
// is bought if the certificate is not valid.
func (r *renderer) seal(plan Plan) (*credential.Seal, error) {
	signer := plan.site.Credential
	if signer == nil {
		return nil, nil
	}
	if err := signer.Expired(r.Now()); err != nil {
		return nil, speech.Permanent(err)
	}
	statement := plan.statement()
	name, version, _ := strings.Cut(r.Generator, "/")
	statement.Generator = credential.Generator{Name: cmp.Or(name, "aloud"), Version: version}
	return signer.Seal(statement, r.Now()), nil
}

// signedBy adds to the player's texts who signed the track, where the player says how it is made;
// nothing if c is nil. "Content Credentials" is a name that is the same in every language.
func signedBy(texts map[string]string, c *library.Credential) map[string]string {
	if c != nil {
		texts["voice"] += " · Content Credentials: " + strings.NewReplacer("{", "(", "}", ")").Replace(c.Signer)
	}
	return texts
}

// Credential describes the credential of the plan's track; nil if the site signs none.
func (p Plan) Credential() *library.Credential {
	if p.site.Credential == nil {
		return nil
	}
	c := p.site.Credential.Certificate()
	return &library.Credential{
		Signer: credential.Name(c.Subject), Issuer: credential.Name(c.Issuer), NotAfter: c.NotAfter.UTC(), Timestamped: p.site.Credential.Stamps(),
	}
}
