package kubernetes

import (
	"slices"
	"testing"

	appsv1 "k8s.io/api/apps/v1"
	"k8s.io/apimachinery/pkg/api/resource"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/apimachinery/pkg/runtime"
	"sigs.k8s.io/yaml"
)

// scaledObject has those fields of KEDA's ScaledObject that we use: KEDA's own module would
// bring the clients of all its sources.
type scaledObject struct {
	metav1.TypeMeta `json:",inline"`
	Metadata        metav1.ObjectMeta `json:"metadata"`
	Spec            struct {
		ScaleTargetRef  struct{ Name string } `json:"scaleTargetRef"`
		MinReplicaCount int32                 `json:"minReplicaCount"`
		MaxReplicaCount int32                 `json:"maxReplicaCount"`
		CooldownPeriod  int32                 `json:"cooldownPeriod"`
		Triggers        []struct {
			Type     string            `json:"type"`
			Metadata map[string]string `json:"metadata"`
		} `json:"triggers"`
	} `json:"spec"`
}

func (s *scaledObject) DeepCopyObject() runtime.Object { c := *s; return &c }

func decodeScaledObject(document []byte) (runtime.Object, error) {
	var object scaledObject
	return &object, yaml.UnmarshalStrict(document, &object)
}

// checkScaling: something scales a Deployment that is there and names no number of its own, and
// there is always a worker.
func checkScaling(t *testing.T, s *scaledObject, objects []runtime.Object) {
	t.Helper()
	scaled := slices.ContainsFunc(objects, func(o runtime.Object) bool {
		d, ok := o.(*appsv1.Deployment)
		return ok && d.Name == s.Spec.ScaleTargetRef.Name && d.Spec.Replicas == nil
	})
	if !scaled || s.Spec.MinReplicaCount < 1 || s.Spec.MaxReplicaCount <= s.Spec.MinReplicaCount {
		t.Errorf("%+v scales no Deployment, or to none", s.Spec)
	}
	if len(s.Spec.Triggers) != 1 || s.Spec.Triggers[0].Metadata["query"] == "" || s.Spec.Triggers[0].Metadata["threshold"] == "" {
		t.Errorf("the triggers are %+v", s.Spec.Triggers)
	}
}

// quantity reads 200Mi.
func quantity(text string) int64 {
	q := resource.MustParse(text)
	return q.Value()
}
