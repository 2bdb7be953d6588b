package doctor_test

import (
	"strings"
	"testing"

	"github.com/aloud-audio/aloud/internal/doctor"
)

func TestLibraries(t *testing.T) {
	for version, bad := range map[string]bool{
		"1.28.0": false, "1.32.10": false, "2.0": false, "API 47": false, "1.28.0-beta": false,
		"1.27.9": true, "1.9": true, "0.99": true, "": true, "1.28": true,
	} {
		got := doctor.Libraries([]doctor.Library{{Name: "libmpg123", Version: version, Least: "1.28.0"}}).Run(t.Context())
		if (got.Status == doctor.Fail) != bad || bad && !strings.Contains(got.Fix, "libmpg123 1.28.0") {
			t.Errorf("%q: %+v", version, got)
		}
	}
}
