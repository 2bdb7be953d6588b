//go:build apiserver

package kubernetes

import (
	"context"
	"strings"
	"sync"
	"testing"

	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/apimachinery/pkg/apis/meta/v1/unstructured"
	"k8s.io/client-go/discovery"
	"k8s.io/client-go/discovery/cached/memory"
	"k8s.io/client-go/dynamic"
	"k8s.io/client-go/rest"
	"k8s.io/client-go/restmapper"
	"sigs.k8s.io/yaml"
)

// Every object of the overlays is accepted by a real API server, in a namespace that admits only
// pods of the "restricted" standard, and without a warning.
func TestAPIServerAccepts(t *testing.T) {
	c := startCluster(t)
	for _, overlay := range []string{"small", "production"} {
		t.Run(overlay, func(t *testing.T) {
			for _, document := range manifests(t, overlay) {
				object := parse(t, document)
				if object.GetKind() == "ScaledObject" {
					t.Log("not sent: ScaledObject, which the server knows only with KEDA")
					continue
				}
				if err := c.create(t.Context(), object); err != nil {
					t.Errorf("%s %s: %v", object.GetKind(), object.GetName(), err)
				}
			}
			if warnings := c.takeWarnings(); len(warnings) > 0 {
				t.Errorf("the server warns: %s", strings.Join(warnings, "; "))
			}
		})
	}
}

// What the strict decoder cannot see is found here: so the test above can fail.
func TestAPIServerRefuses(t *testing.T) {
	c := startCluster(t)
	for name, change := range map[string]struct{ kind, old, new, want string }{
		"a value":             {"PodDisruptionBudget", "  minAvailable: 1\n", "  minAvailable: 1\n  maxUnavailable: 1\n", "cannot be both set"},
		"an unknown field":    {"Deployment", "    spec:\n", "    spec:\n      terminationGrace: 40\n", "unknown field"},
		"a privileged pod":    {"Deployment", "allowPrivilegeEscalation: false", "allowPrivilegeEscalation: true", "PodSecurity"},
		"an impossible probe": {"Deployment", "periodSeconds: 10", "periodSeconds: -1", "must be greater than or equal to"},
	} {
		t.Run(name, func(t *testing.T) {
			for _, document := range manifests(t, "production") {
				if object := parse(t, document); object.GetKind() != change.kind || !strings.Contains(string(document), change.old) {
					continue
				}
				spoilt := parse(t, []byte(strings.Replace(string(document), change.old, change.new, 1)))
				err := c.create(t.Context(), spoilt)
				said := strings.Join(c.takeWarnings(), "; ")
				if err != nil {
					said += err.Error()
				}
				if !strings.Contains(said, change.want) {
					t.Errorf("the server says %q, want %q", said, change.want)
				}
				return
			}
			t.Error("no manifest has the place to spoil")
		})
	}
}

func parse(t *testing.T, document []byte) *unstructured.Unstructured {
	t.Helper()
	object := &unstructured.Unstructured{}
	if err := yaml.Unmarshal(document, &object.Object); err != nil {
		t.Fatal(err)
	}
	return object
}

// cluster is an API server without nodes.
type cluster struct {
	client dynamic.Interface
	mapper *restmapper.DeferredDiscoveryRESTMapper

	mu       sync.Mutex
	warnings []string
}

// connect returns a client of the server, which has the namespace of the overlays.
func connect(t *testing.T, config *rest.Config) *cluster {
	t.Helper()
	c := &cluster{}
	config.WarningHandler = c
	client, err := dynamic.NewForConfig(config)
	if err != nil {
		t.Fatal(err)
	}
	found, err := discovery.NewDiscoveryClientForConfig(config)
	if err != nil {
		t.Fatal(err)
	}
	c.client, c.mapper = client, restmapper.NewDeferredDiscoveryRESTMapper(memory.NewMemCacheClient(found))
	namespace := parse(t, []byte(`
apiVersion: v1
kind: Namespace
metadata:
  name: aloud
  labels: {pod-security.kubernetes.io/enforce: restricted, pod-security.kubernetes.io/warn: restricted}
`))
	if err := c.send(t.Context(), namespace, metav1.CreateOptions{}); err != nil {
		t.Fatal(err)
	}
	return c
}

// create has the server check an object as if it created it.
func (c *cluster) create(ctx context.Context, object *unstructured.Unstructured) error {
	return c.send(ctx, object, metav1.CreateOptions{DryRun: []string{metav1.DryRunAll}, FieldValidation: metav1.FieldValidationStrict})
}

func (c *cluster) send(ctx context.Context, object *unstructured.Unstructured, opts metav1.CreateOptions) error {
	kind := object.GroupVersionKind()
	mapping, err := c.mapper.RESTMapping(kind.GroupKind(), kind.Version)
	if err != nil {
		return err
	}
	resource := dynamic.ResourceInterface(c.client.Resource(mapping.Resource))
	if namespace := object.GetNamespace(); namespace != "" {
		resource = c.client.Resource(mapping.Resource).Namespace(namespace)
	}
	_, err = resource.Create(ctx, object, opts)
	return err
}

// HandleWarningHeader implements rest.WarningHandler.
func (c *cluster) HandleWarningHeader(_ int, _ string, text string) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.warnings = append(c.warnings, text)
}

func (c *cluster) takeWarnings() []string {
	c.mu.Lock()
	defer c.mu.Unlock()
	taken := c.warnings
	c.warnings = nil
	return taken
}
