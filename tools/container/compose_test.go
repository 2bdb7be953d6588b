package container

import (
	"slices"
	"testing"

	"github.com/compose-spec/compose-go/v2/cli"
)

// Docker Compose finds no unknown key and no unset variable, and what serves and renders has the
// same settings, and rights to nothing.
func TestCompose(t *testing.T) {
	options, err := cli.NewProjectOptions([]string{checkout + "/deploy/container/compose.yaml"},
		cli.WithEnv([]string{"DOMAIN=audio.example.com", "ALOUD_S3_SECRET=secret"}))
	if err != nil {
		t.Fatal(err)
	}
	project, err := options.LoadProject(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if names := project.ServiceNames(); !slices.Equal(names, []string{"caddy", "redis", "s3", "serve", "worker"}) {
		t.Errorf("the services are %v", names)
	}
	for _, name := range []string{"serve", "worker"} {
		service := project.Services[name]
		if !service.ReadOnly || !slices.Equal(service.CapDrop, []string{"ALL"}) || service.Environment["ALOUD_STORE"] == nil {
			t.Errorf("%s is not confined, or has no store: %+v", name, service)
		}
		if service.Build == nil || service.Build.Dockerfile != "deploy/container/Dockerfile" {
			t.Errorf("%s is built from %+v", name, service.Build)
		}
	}
	if worker := project.Services["worker"]; worker.GetScale() != 2 {
		t.Errorf("there are %d workers", worker.GetScale())
	}
}

// Without the secret there is an error, rather than a store that anybody can write.
func TestComposeWantsItsVariables(t *testing.T) {
	options, err := cli.NewProjectOptions([]string{checkout + "/deploy/container/compose.yaml"}, cli.WithEnv([]string{"DOMAIN=a.example"}))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := options.LoadProject(t.Context()); err == nil {
		t.Error("it starts without a secret")
	}
}
