// Package kubernetes tests deploy/kubernetes: it builds each overlay as kustomize does and
// decodes the objects strictly.
package kubernetes

import (
	"fmt"
	"testing"

	appsv1 "k8s.io/api/apps/v1"
	policyv1 "k8s.io/api/policy/v1"
	"k8s.io/apimachinery/pkg/runtime"
	"k8s.io/apimachinery/pkg/runtime/serializer"
	"k8s.io/client-go/kubernetes/scheme"
	"sigs.k8s.io/kustomize/api/krusty"
	"sigs.k8s.io/kustomize/kyaml/filesys"
)

// build returns the objects of an overlay. A field that Kubernetes does not know, or one that
// stands twice, fails the test.
func build(t *testing.T, overlay string) (objects []runtime.Object) {
	t.Helper()
	for _, document := range manifests(t, overlay) {
		object, err := decode(document)
		if err != nil {
			t.Errorf("%v in:\n%s", err, document)
			continue
		}
		objects = append(objects, object)
	}
	return objects
}

// manifests returns the YAML of an overlay's objects.
func manifests(t *testing.T, overlay string) (documents [][]byte) {
	t.Helper()
	made, err := krusty.MakeKustomizer(krusty.MakeDefaultOptions()).Run(filesys.MakeFsOnDisk(), "../../deploy/kubernetes/"+overlay)
	if err != nil {
		t.Fatal(err)
	}
	for _, object := range made.Resources() {
		document, err := object.AsYAML()
		if err != nil {
			t.Fatal(err)
		}
		documents = append(documents, document)
	}
	return documents
}

func decode(document []byte) (runtime.Object, error) {
	strict := serializer.NewCodecFactory(scheme.Scheme, serializer.EnableStrict).UniversalDeserializer()
	object, _, err := strict.Decode(document, nil, nil)
	if runtime.IsNotRegisteredError(err) {
		return decodeScaledObject(document)
	}
	return object, err
}

func TestOverlays(t *testing.T) {
	for overlay, want := range map[string]string{
		"small":      "ConfigMap 2, Deployment 2, NetworkPolicy 2, Service 2, StatefulSet 1",
		"production": "ConfigMap 2, Deployment 2, NetworkPolicy 1, PodDisruptionBudget 2, ScaledObject 1, Service 1",
	} {
		t.Run(overlay, func(t *testing.T) {
			objects := build(t, overlay)
			if kinds := count(objects); kinds != want {
				t.Errorf("the objects are %s, want %s", kinds, want)
			}
			for _, object := range objects {
				switch o := object.(type) {
				case *appsv1.Deployment:
					checkPods(t, o.Name, o.Spec.Template)
				case *appsv1.StatefulSet:
					checkPods(t, o.Name, o.Spec.Template)
				case *policyv1.PodDisruptionBudget:
					if (o.Spec.MinAvailable == nil) == (o.Spec.MaxUnavailable == nil) {
						t.Errorf("%s has none or both of minAvailable and maxUnavailable", o.Name)
					}
				case *scaledObject:
					checkScaling(t, o, objects)
				}
			}
		})
	}
}

// count says how many objects there are of each kind.
func count(objects []runtime.Object) string {
	kinds := map[string]int{}
	for _, o := range objects {
		kinds[o.GetObjectKind().GroupVersionKind().Kind]++
	}
	var list string
	for _, kind := range sorted(kinds) {
		if list != "" {
			list += ", "
		}
		list += fmt.Sprint(kind, " ", kinds[kind])
	}
	return list
}
