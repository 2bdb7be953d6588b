package main

import (
	"os"
	"testing"
)

func TestRegistryIsFresh(t *testing.T) {
	want, err := registry("..")
	if err != nil {
		t.Fatal(err)
	}
	if got, err := os.ReadFile("../folders.go"); err != nil || string(got) != string(want) {
		t.Error("folders.go is stale: run go generate ./internal/lang")
	}
}
