package credential

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"strings"
)

// A manifest store consists of JUMBF boxes (ISO 19566-5): a length, a four-letter type, and
// content. A superbox begins with a description that contains its kind and its label.
const (
	superboxType    = "jumb"
	descriptionType = "jumd"
	cborType        = "cbor"
	jsonType        = "json"

	boxHeader = 8 // bytes
)

// The kinds of superboxes (C2PA 2.2, 11.1).
const (
	storeKind      = "c2pa"
	manifestKind   = "c2ma"
	assertionsKind = "c2as"
	claimKind      = "c2cl"
	signatureKind  = "c2cs"
)

// kindSuffix completes the four letters of a kind to a UUID.
const kindSuffix = "\x00\x11\x00\x10\x80\x00\x00\xAA\x00\x38\x9B\x71"

// Bits of the byte after the UUID of a description.
const (
	requestable = 1 << iota
	hasLabel
	hasID
	hasHash
	hasPrivate
)

// box returns a box that contains the parts.
func box(kind string, parts ...[]byte) []byte {
	content := bytes.Join(parts, nil)
	b := binary.BigEndian.AppendUint32(make([]byte, 0, boxHeader+len(content)), uint32(boxHeader+len(content)))
	return append(append(b, kind...), content...)
}

// superbox returns a superbox that contains the boxes.
func superbox(kind, label string, boxes ...[]byte) []byte {
	description := []byte(kind + kindSuffix + string(rune(requestable|hasLabel)) + label + "\x00")
	return box(superboxType, append([][]byte{box(descriptionType, description)}, boxes...)...)
}

// node is a parsed superbox.
type node struct {
	kind     string // four letters; "" if C2PA does not define it
	label    string
	raw      []byte // without the header: the bytes that a reference's hash covers
	boxes    []leaf // with content
	children []node
}

// leaf is a box with content.
type leaf struct {
	kind    string
	content []byte
}

var errJUMBF = errors.New("the manifest store is damaged")

// deepest is the maximum depth of nested superboxes. C2PA uses four levels.
const deepest = 8

// parseStore parses the manifest store at the start of data, and returns its length in bytes.
func parseStore(data []byte) (node, int, error) {
	kind, content, length, err := nextBox(data)
	if err != nil {
		return node{}, 0, err
	}
	if kind != superboxType {
		return node{}, 0, fmt.Errorf("%w: it begins with a box %q", errJUMBF, kind)
	}
	n, err := parseSuperbox(content, deepest)
	if err == nil && (n.kind != storeKind || n.label != storeKind) {
		err = fmt.Errorf("%w: it begins with a box of the kind %q, %q", errJUMBF, n.kind, n.label)
	}
	return n, length, err
}

func parseSuperbox(content []byte, levels int) (node, error) {
	n := node{raw: content}
	if levels == 0 {
		return n, fmt.Errorf("%w: its boxes have more than %d levels", errJUMBF, deepest)
	}
	kind, description, length, err := nextBox(content)
	if err == nil && kind != descriptionType {
		err = fmt.Errorf("%w: a box has no description", errJUMBF)
	}
	if err == nil {
		err = n.describe(description)
	}
	for rest := content[min(length, len(content)):]; err == nil && len(rest) > 0; rest = rest[length:] {
		if kind, content, length, err = nextBox(rest); err == nil {
			err = n.add(kind, content, levels-1)
		}
	}
	return n, err
}

// add adds a box to a superbox.
func (n *node) add(kind string, content []byte, levels int) error {
	if kind != superboxType {
		n.boxes = append(n.boxes, leaf{kind, content})
		return nil
	}
	child, err := parseSuperbox(content, levels)
	n.children = append(n.children, child)
	return err
}

// describe parses the description of a superbox.
func (n *node) describe(b []byte) error {
	const uuid = 16
	if len(b) <= uuid {
		return fmt.Errorf("%w: a description has %d bytes", errJUMBF, len(b))
	}
	if string(b[4:uuid]) == kindSuffix {
		n.kind = string(b[:4])
	}
	if b[uuid]|hasHash|hasPrivate != requestable|hasLabel|hasHash|hasPrivate {
		return fmt.Errorf("%w: a box cannot be referred to", errJUMBF)
	}
	label, _, ended := bytes.Cut(b[uuid+1:], []byte{0})
	if !ended {
		return fmt.Errorf("%w: a label has no end", errJUMBF)
	}
	n.label = string(label)
	return nil
}

// nextBox parses the box at the start of data; length includes its header.
func nextBox(data []byte) (kind string, content []byte, length int, err error) {
	if len(data) < boxHeader {
		return "", nil, 0, fmt.Errorf("%w: it ends within a box", errJUMBF)
	}
	size := uint64(binary.BigEndian.Uint32(data))
	if size < boxHeader || size > uint64(len(data)) { // C2PA does not use the special lengths 0 and 1
		return "", nil, 0, fmt.Errorf("%w: a box of %d bytes in the %d that there are", errJUMBF, size, len(data))
	}
	return string(data[4:boxHeader]), data[boxHeader:size], int(size), nil
}

// child returns the first superbox of a kind whose label has the given prefix.
func (n node) child(kind, label string) (node, bool) {
	for _, c := range n.children {
		if c.kind == kind && strings.HasPrefix(c.label, label) {
			return c, true
		}
	}
	return node{}, false
}

// labelled returns the first superbox with a label.
func (n node) labelled(label string) (node, bool) {
	for _, c := range n.children {
		if c.label == label {
			return c, true
		}
	}
	return node{}, false
}

// content returns the content of the first box of a type.
func (n node) content(kind string) []byte {
	for _, b := range n.boxes {
		if b.kind == kind {
			return b.content
		}
	}
	return nil
}
