package credential

import "time"

// State is the result of verifying a file's credential.
type State string

// The states. Missing proves nothing: most programs that change a file drop its credential.
const (
	Missing State = "missing" // there is no credential
	Invalid State = "invalid" // the file, statement or signature was changed, or the certificate is unacceptable
	Valid   State = "valid"   // unchanged since it was signed; the signer's identity is not proved
	Trusted State = "trusted" // Valid, and issued under a root that the verifier trusts
)

// Report says whether a file's credential can be trusted, who signed it and what it says.
type Report struct {
	State    State      `json:"state"`
	Reason   string     `json:"reason"` // for people
	Signer   *Identity  `json:"signer,omitempty"`
	Stamp    *TimeStamp `json:"time_stamp,omitempty"`
	Claim    *Content   `json:"claim,omitempty"`
	Failures []Finding  `json:"failures"`
	Passed   []Finding  `json:"passed"`
	Notes    []Finding  `json:"notes"`
}

// Finding is one result, with its code in the C2PA specification (2.2, 15.2.3).
type Finding struct {
	Code    string `json:"code"`
	Meaning string `json:"meaning,omitempty"`
}

// String returns the finding in readable form.
func (f Finding) String() string {
	if f.Meaning == "" {
		return f.Code
	}
	return f.Code + ": " + f.Meaning
}

// Identity is the signer, according to the certificate.
type Identity struct {
	Organization string    `json:"organization,omitempty"`
	CommonName   string    `json:"common_name,omitempty"`
	Issuer       string    `json:"issuer"`
	Serial       string    `json:"serial"`
	NotBefore    time.Time `json:"not_before"`
	NotAfter     time.Time `json:"not_after"`
	Algorithm    string    `json:"algorithm"`
}

// TimeStamp proves that a signature existed at a time, if its authority is trusted.
type TimeStamp struct {
	Time      time.Time `json:"time"`
	Authority string    `json:"authority"`
	Trusted   bool      `json:"trusted"`
}

// Content is what the credential says. It can be trusted only as far as the state allows.
type Content struct {
	Manifest    string         `json:"manifest"`
	Title       string         `json:"title,omitempty"`
	Generator   string         `json:"generator,omitempty"`
	Actions     []Action       `json:"actions"`
	Ingredients []Ingredient   `json:"ingredients"`
	Metadata    map[string]any `json:"metadata,omitempty"` // JSON-LD, as in the file
}

// Action is a step in making the file.
type Action struct {
	Action      string    `json:"action"`
	SourceType  string    `json:"digital_source_type,omitempty"`
	When        time.Time `json:"when,omitzero"`
	Agent       string    `json:"agent,omitempty"`
	Description string    `json:"description,omitempty"`
}

// Ingredient is a source that the file was made from.
type Ingredient struct {
	Title        string `json:"title,omitempty"`
	Relationship string `json:"relationship"`
	URL          string `json:"url,omitempty"`
	Description  string `json:"description,omitempty"`
}

func (r *Report) pass(code, meaning string) { r.Passed = append(r.Passed, Finding{code, meaning}) }
func (r *Report) fail(code, meaning string) { r.Failures = append(r.Failures, Finding{code, meaning}) }
func (r *Report) note(code, meaning string) { r.Notes = append(r.Notes, Finding{code, meaning}) }

// untrusted is the only failure code that leaves a file valid.
const untrusted = "signingCredential.untrusted"

// judge derives the state from the findings.
func (r *Report) judge() {
	r.State, r.Reason = Trusted, "unchanged since it was signed, by a certificate that a trusted root issued"
	for _, f := range r.Failures {
		if f.Code != untrusted {
			r.State, r.Reason = Invalid, f.Meaning
			return
		}
		r.State, r.Reason = Valid, "unchanged since it was signed; "+f.Meaning
	}
}
