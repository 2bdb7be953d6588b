package kubernetes

import (
	"maps"
	"slices"
	"strings"
	"testing"

	corev1 "k8s.io/api/core/v1"
)

func sorted(kinds map[string]int) []string { return slices.Sorted(maps.Keys(kinds)) }

// checkPods holds pods to the "restricted" standard of pod security, and to what aloud needs of a
// machine: a folder for temporary files, a limit of memory that Go knows of, and time to end.
func checkPods(t *testing.T, name string, pod corev1.PodTemplateSpec) {
	t.Helper()
	spec := pod.Spec
	if s := spec.SecurityContext; s == nil || s.RunAsNonRoot == nil || !*s.RunAsNonRoot || s.SeccompProfile == nil || s.SeccompProfile.Type != corev1.SeccompProfileTypeRuntimeDefault {
		t.Errorf("%s: the pods run as root, or without a seccomp profile", name)
	}
	if spec.AutomountServiceAccountToken == nil || *spec.AutomountServiceAccountToken {
		t.Errorf("%s: the pods have a token of the cluster", name)
	}
	for _, c := range spec.Containers {
		s := c.SecurityContext
		if s == nil || *s.AllowPrivilegeEscalation || !*s.ReadOnlyRootFilesystem || !slices.Equal(s.Capabilities.Drop, []corev1.Capability{"ALL"}) {
			t.Errorf("%s: the container is not confined", name)
		}
		if c.LivenessProbe == nil || c.Resources.Limits.Memory().IsZero() || c.Resources.Requests.Memory().IsZero() {
			t.Errorf("%s: the container has no probe or no limit of memory", name)
		}
		if strings.HasPrefix(name, "aloud") {
			checkAloud(t, name, spec, c)
		}
	}
}

func checkAloud(t *testing.T, name string, spec corev1.PodSpec, c corev1.Container) {
	t.Helper()
	if *spec.TerminationGracePeriodSeconds < 40 {
		t.Errorf("%s: the pods have %d s to end", name, *spec.TerminationGracePeriodSeconds)
	}
	if !slices.ContainsFunc(c.VolumeMounts, func(m corev1.VolumeMount) bool { return m.MountPath == "/tmp" }) {
		t.Errorf("%s: there is no /tmp to write to", name)
	}
	limit := c.Resources.Limits.Memory().Value()
	if share := float64(memoryLimit(c)) / float64(limit); share < 0.7 || share > 0.85 {
		t.Errorf("%s: GOMEMLIMIT is %.0f %% of the limit of memory", name, 100*share)
	}
}

// memoryLimit is GOMEMLIMIT in bytes.
func memoryLimit(c corev1.Container) int64 {
	for _, variable := range c.Env {
		if variable.Name == "GOMEMLIMIT" {
			return quantity(strings.TrimSuffix(variable.Value, "B"))
		}
	}
	return 0
}
