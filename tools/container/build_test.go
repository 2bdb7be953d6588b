package container

import (
	"os"
	"os/exec"
	"path/filepath"
	"testing"
)

// builder builds images with buildah, in a storage of its own.
type builder struct {
	t       *testing.T
	storage []string // buildah's flags for it
}

func newBuilder(t *testing.T) *builder {
	t.Helper()
	folder, err := os.MkdirTemp("/var/tmp", "aloud-image-") // where there is room, and no nosuid
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = os.RemoveAll(folder) })
	t.Setenv("BUILDAH_ISOLATION", "chroot")
	return &builder{t, []string{"--storage-driver", "vfs", "--root", filepath.Join(folder, "root"), "--runroot", filepath.Join(folder, "run")}}
}

func (b *builder) buildah(t *testing.T, args ...string) string {
	t.Helper()
	return output(t, "buildah", append(b.storage, args...)...)
}

// makeBases makes the images that the Dockerfile begins with, by its names, from Debian's
// packages and the Go toolchain here.
func (b *builder) makeBases() {
	b.t.Helper()
	b.t.Log("the base images, from Debian's packages: one to three minutes")
	folder := b.t.TempDir()
	b.base(debianImage, filepath.Join(folder, "debian.tar"), "ca-certificates")
	builder := b.base(goImage, filepath.Join(folder, "go.tar"), "ca-certificates,gcc,libc6-dev,git")
	b.buildah(b.t, "add", "--quiet", builder, goFolder(b.t, "GOROOT"), "/usr/local/go")
	b.buildah(b.t, "config", "--env", "PATH=/usr/local/go/bin:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin", builder)
	b.buildah(b.t, "commit", "--quiet", builder, goImage)
}

// base makes a Debian image, and returns a container of it.
func (b *builder) base(name, archive, packages string) string {
	b.t.Helper()
	output(b.t, "mmdebstrap", "--quiet", "--mode=root", "--variant=minbase", "--include="+packages, "bookworm", archive)
	made := b.buildah(b.t, "from", "scratch")
	b.buildah(b.t, "add", "--quiet", made, archive, "/")
	b.buildah(b.t, "commit", "--quiet", made, name)
	if err := os.Remove(archive); err != nil {
		b.t.Fatal(err)
	}
	return made
}

// build builds a target of the Dockerfile and gives it to podman. It returns the image's name
// there.
func (b *builder) build(t *testing.T, target string) string {
	t.Helper()
	t.Logf("image %s: one to four minutes", target)
	image := "localhost/aloud-test:" + target
	source := clone(t)
	args := []string{"build", "--pull-never", "--format", "docker", "--target", target, "--tag", image,
		"--volume", goFolder(t, "GOMODCACHE") + ":/go/pkg/mod", "--volume", goFolder(t, "GOCACHE") + ":/root/.cache/go-build"}
	args = append(args, certificates()...)
	b.buildah(t, append(args, "--file", filepath.Join(source, "deploy", "container", "Dockerfile"), source)...)
	archive := filepath.Join(t.TempDir(), "image.tar")
	b.buildah(t, "push", "--quiet", image, "docker-archive:"+archive+":"+image)
	output(t, "podman", "load", "--quiet", "--input", archive)
	t.Cleanup(func() { _ = exec.Command("podman", "rmi", "--force", image).Run() })
	return image
}

// certificates are the flags for a machine behind a proxy that intercepts TLS: the build trusts
// what this machine trusts, and the image does not get it.
func certificates() []string {
	file := os.Getenv("SSL_CERT_FILE")
	if file == "" {
		return nil
	}
	const inBuild = "/build/certificates.crt"
	return []string{"--volume", file + ":" + inBuild + ":ro", "--build-arg", "SSL_CERT_FILE=" + inBuild}
}
