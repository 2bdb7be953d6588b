package buildinfo

import (
	"runtime/debug"
	"testing"
)

func TestInfoOfABuild(t *testing.T) {
	vcs := []debug.BuildSetting{{Key: "vcs", Value: "git"}, {Key: "vcs.revision", Value: "4eb05f1"}, {Key: "vcs.modified", Value: "true"}}
	tests := map[string]struct {
		build debug.BuildInfo
		want  Info
	}{
		"a release": {
			debug.BuildInfo{GoVersion: "go1.26.8", Main: debug.Module{Version: "v1.2.3"}, Settings: vcs[:2]},
			Info{Version: "1.2.3", Commit: "4eb05f1", Go: "go1.26.8"},
		},
		"a changed checkout": {
			debug.BuildInfo{GoVersion: "go1.26.8", Main: debug.Module{Version: "v1.2.3+dirty"}, Settings: vcs},
			Info{Version: "1.2.3+dirty", Commit: "4eb05f1", Dirty: true, Go: "go1.26.8"},
		},
		"go run": {
			debug.BuildInfo{GoVersion: "go1.26.8", Main: debug.Module{Version: "(devel)"}},
			Info{Version: "devel", Go: "go1.26.8"},
		},
		"without a version": {debug.BuildInfo{GoVersion: "go1.26.8"}, Info{Version: "devel", Go: "go1.26.8"}},
	}
	for name, test := range tests {
		if got := from(&test.build); got != test.want {
			t.Errorf("%s: %+v, want %+v", name, got, test.want)
		}
	}
}
