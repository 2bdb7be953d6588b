package service

import (
	"testing"
	"time"

	"github.com/aloud-audio/aloud/internal/credential"
	"github.com/aloud-audio/aloud/internal/doctor"
)

func TestCertificatesAreExaminedByTheirDates(t *testing.T) {
	now := time.Now()
	for name, test := range map[string]struct {
		tsa  string
		made time.Time
		want doctor.Status
	}{
		"fresh":              {"https://tsa.example", now, doctor.OK},
		"without time stamp": {"", now, doctor.Warn},
		"31 days left":       {"https://tsa.example", now.Add(-(365 - 31) * 24 * time.Hour), doctor.OK},
		"29 days left":       {"https://tsa.example", now.Add(-(365 - 29) * 24 * time.Hour), doctor.Warn},
		"expired":            {"https://tsa.example", now.Add(-366 * 24 * time.Hour), doctor.Fail},
		"not yet":            {"https://tsa.example", now.Add(48 * time.Hour), doctor.Fail},
	} {
		dev, err := credential.NewDevelopment("The Daily Ferry", test.made)
		if err != nil {
			t.Fatal(err)
		}
		chain, chainErr := credential.ParseChain(dev.Certificate)
		key, keyErr := credential.ParseKey(dev.Key)
		if chainErr != nil || keyErr != nil {
			t.Fatal(chainErr, keyErr)
		}
		signer, err := credential.New(chain, key, credential.Options{TSA: test.tsa})
		if err != nil {
			t.Fatal(err)
		}
		if got := examineCredential(signer, now); got.Status != test.want {
			t.Errorf("%s: %s: %s", name, got.Status, got.Detail)
		}
	}
}
