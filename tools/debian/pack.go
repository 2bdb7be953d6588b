package main

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"

	"github.com/goreleaser/nfpm/v2"
	"github.com/goreleaser/nfpm/v2/deb" // also registers itself
)

// pack writes the package of what was staged, and returns its file.
func (b *build) pack(out string) (string, error) {
	info, err := b.info()
	if err != nil {
		return "", err
	}
	if err := os.MkdirAll(out, 0o755); err != nil {
		return "", err
	}
	name := filepath.Join(out, deb.Default.ConventionalFileName(info))
	file, err := os.Create(name)
	if err != nil {
		return "", err
	}
	if err := deb.Default.Package(info, file); err != nil {
		_ = file.Close() // the package is broken anyway
		return "", err
	}
	return name, file.Close()
}

// info describes the package: nfpm.yaml, and what only a build knows.
func (b *build) info() (*nfpm.Info, error) {
	if err := os.Chdir(b.root); err != nil { // nfpm.yaml's paths are below the checkout
		return nil, err
	}
	variables := map[string]string{"STAGE": b.stage, "VERSION": b.version, "ARCH": runtime.GOARCH}
	config, err := nfpm.ParseFileWithEnvMapping(filepath.Join("deploy", "debian", "nfpm.yaml"), func(name string) string { return variables[name] })
	if err != nil {
		return nil, err
	}
	info, err := config.Get("deb")
	if err != nil {
		return nil, err
	}
	info.MTime = b.made
	if info.Depends, err = b.libraries(); err != nil {
		return nil, err
	}
	info = nfpm.WithDefaults(info)
	if err := nfpm.PrepareForPackager(info, "deb"); err != nil {
		return nil, err
	}
	for _, content := range info.Contents {
		content.FileInfo.MTime = b.made
	}
	return info, nil
}

// libraries returns the packages of the C libraries that the binary is linked with.
func (b *build) libraries() ([]string, error) {
	if err := os.Mkdir(b.path("debian"), 0o755); err != nil {
		return nil, err
	}
	if err := os.WriteFile(b.path("debian", "control"), []byte("Source: aloud\n\nPackage: aloud\nArchitecture: any\n"), 0o644); err != nil {
		return nil, err
	}
	cmd := exec.Command("dpkg-shlibdeps", "-O", b.path("aloud"))
	cmd.Dir = b.stage
	out, err := cmd.Output()
	if err != nil {
		return nil, fmt.Errorf("dpkg-shlibdeps (package dpkg-dev): %w", err)
	}
	_, list, found := strings.Cut(strings.TrimSpace(string(out)), "shlibs:Depends=")
	if !found {
		return nil, fmt.Errorf("dpkg-shlibdeps names no libraries: %s", out)
	}
	return strings.Split(list, ", "), nil
}
