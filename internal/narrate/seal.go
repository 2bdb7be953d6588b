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

// sourceType returns IPTC's term for the technique of a plan's voices. A single trained voice
// decides.
func (p Plan) sourceType() string {
	for _, voice := range p.Voices() {
		if !voice.Algorithm {
			return audio.TrainedModel
		}
	}
	return audio.Algorithm
}

// statement returns what a track's credential says about its origin.
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

// statementSum identifies the statement, and the certificate where the signature expires with it.
// It does not cover the release, so that a new release does not sign tracks again.
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

// seal begins the signing of a plan's track, or returns nil if the site does not sign. It fails
// before anything is bought if the certificate is invalid.
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

// signedBy adds the track's signer to the player's texts, where the player explains how the track
// is made. It does nothing if c is nil. "Content Credentials" is a name that is the same in every
// language.
func signedBy(texts map[string]string, c *library.Credential) map[string]string {
	if c != nil {
		texts["voice"] += " · Content Credentials: " + plainText.Replace(c.Signer)
	}
	return texts
}

// Credential describes the credential of the plan's track, or returns nil if the site does not
// sign.
func (p Plan) Credential() *library.Credential {
	if p.site.Credential == nil {
		return nil
	}
	c := p.site.Credential.Certificate()
	return &library.Credential{
		Signer: credential.Name(c.Subject), Issuer: credential.Name(c.Issuer), NotAfter: c.NotAfter.UTC(), Timestamped: p.site.Credential.Stamps(),
	}
}
