package service

import (
	"github.com/aloud-audio/aloud/internal/doctor"
	"github.com/aloud-audio/aloud/internal/flac"
	"github.com/aloud-audio/aloud/internal/mp3"
)

// LibraryCheck compares the linked libraries with the oldest versions that dpkg-shlibdeps derives
// from the functions that aloud calls.
func LibraryCheck() doctor.Check {
	return doctor.Libraries([]doctor.Library{
		{Name: "libmp3lame", Version: mp3.LAMEVersion(), Least: "3.100"},
		{Name: "libmpg123", Version: mp3.MPG123Version(), Least: "1.28.0"},
		{Name: "libFLAC", Version: flac.Version(), Least: "1.3.0"},
	})
}
