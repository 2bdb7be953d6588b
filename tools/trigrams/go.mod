module github.com/aloud-audio/aloud/tools/trigrams

go 1.26.0

require (
	github.com/pemistahl/lingua-go v1.4.0
	google.golang.org/protobuf v1.36.11
)
