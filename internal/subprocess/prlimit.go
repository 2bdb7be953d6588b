package subprocess

import (
	"syscall"
	"unsafe"
)

// prlimit reads a limit of another process into old, and sets it to now; either may be nil. Package
// syscall has this only for the own process.
func prlimit(pid, resource int, now, old *syscall.Rlimit) error {
	_, _, errno := syscall.RawSyscall6(syscall.SYS_PRLIMIT64, uintptr(pid), uintptr(resource),
		uintptr(unsafe.Pointer(now)), uintptr(unsafe.Pointer(old)), 0, 0)
	if errno != 0 {
		return errno
	}
	return nil
}
