package narrate

import (
	"testing"
	"testing/synctest"
	"time"
)

func TestTimeOfWhatOverlapsCountsOnce(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var o overlap
		endFirst := o.begin()
		time.Sleep(time.Second)
		endSecond := o.begin()
		time.Sleep(time.Second)
		endFirst()
		endFirst()
		time.Sleep(time.Second)
		endSecond()
		time.Sleep(time.Minute)
		o.begin()()
		if got := o.sum(); got != 3*time.Second {
			t.Errorf("%v", got)
		}
	})
}
