package worker_test

import (
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/aloud-audio/aloud/internal/library"
	"github.com/aloud-audio/aloud/worker"
	"github.com/aloud-audio/aloud/worker/redistest"
)

func TestTheDashboardIsReadOnly(t *testing.T) {
	s := open(t, redistest.Start(t).Client(), voice{})
	ref := s.accept("ferry", 1, "One boat.")
	if err := worker.NewClient(s.redis, identity).Enqueue(t.Context(), ref, library.Fresh); err != nil {
		t.Fatal(err)
	}
	dashboard := worker.NewDashboard(s.redis, "/queue")
	ask := func(method, path string) *httptest.ResponseRecorder {
		w := httptest.NewRecorder()
		dashboard.ServeHTTP(w, httptest.NewRequest(method, path, nil))
		return w
	}
	queue := worker.Queue(identity, worker.QueueNews)
	if w := ask(http.MethodGet, "/queue/api/queues"); w.Code != http.StatusOK || !strings.Contains(w.Body.String(), queue) {
		t.Errorf("queues: %d %s", w.Code, w.Body)
	}
	if w := ask(http.MethodGet, "/queue/"); w.Code != http.StatusOK || !strings.Contains(w.Body.String(), "<html") {
		t.Errorf("the page: %d", w.Code)
	}
	for _, path := range []string{"/queue/api/queues/" + queue + "/pending_tasks:delete_all", "/queue/api/queues/" + queue + ":pause"} {
		if w := ask(http.MethodPost, path); w.Code != http.StatusMethodNotAllowed {
			t.Errorf("POST %s: %d", path, w.Code)
		}
	}
	if w := ask(http.MethodDelete, "/queue/api/queues/"+queue); w.Code != http.StatusMethodNotAllowed {
		t.Errorf("DELETE: %d", w.Code)
	}
	if n := s.pending(worker.QueueNews); n != 1 {
		t.Errorf("%d tasks are left, want 1", n)
	}
}
