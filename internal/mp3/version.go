package mp3

// #include <lame/lame.h>
// #include <mpg123.h>
//
// // libmpg123 has told its version since API 48 only. The symbol is weak, so that aloud also runs with an older library.
// extern const char *mpg123_distversion(unsigned int *, unsigned int *, unsigned int *) __attribute__((weak));
//
// static const char *mpg123_version(void) { return mpg123_distversion ? mpg123_distversion(NULL, NULL, NULL) : NULL; }
import "C"

import "fmt"

// LAMEVersion is the version of the libmp3lame that this process has loaded, such as "3.100".
func LAMEVersion() string { return C.GoString(C.get_lame_version()) }

// MPG123Version is the version of the libmpg123 that this process has loaded, such as "1.32.10". An older library than
// that does not tell: the version of the API that aloud was built for is then all that is known, such as "API 47".
func MPG123Version() string {
	if version := C.mpg123_version(); version != nil {
		return C.GoString(version)
	}
	return fmt.Sprintf("API %d", C.MPG123_API_VERSION)
}
