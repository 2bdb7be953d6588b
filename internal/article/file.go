package article

import (
	"bytes"
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"path"
	"regexp"
	"strings"
	"time"
	"unicode/utf8"

	"golang.org/x/net/html/charset"
)

// Formats are the formats of files, as ParseFile takes them.
var Formats = []string{"html", "json", "markdown", "text"}

// ErrNoText says that there is nothing in a file.
var ErrNoText = errors.New("there is no text in it")

// ErrUnknownFormat says that neither a format nor a file's extension tells how to read it.
var ErrUnknownFormat = errors.New("unknown format")

var formatOfExtension = map[string]string{
	".html": "html", ".htm": "html", ".xhtml": "html",
	".json": "json",
	".md":   "markdown", ".markdown": "markdown",
	".txt": "text",
}

// ParseFile reads an article from a file: HTML (a whole page or a fragment), JSON (the generic payload or the body of a
// Ghost hook), Markdown or plain text. format is one of Formats, or empty if the name's extension tells it.
//
// The payload is published, its id made of the file's name and its time zero, unless the file says otherwise. The
// errors are ErrUnknownFormat, ErrNoText and ErrBadPayload; they do not name the file.
func ParseFile(name, format string, data []byte) (Payload, error) {
	if format == "" {
		format = formatOfExtension[strings.ToLower(path.Ext(name))]
	}
	p := Payload{ID: idOf(name), Status: Published}
	var err error
	switch format {
	case "html":
		p.HTML, err = decodeHTML(data)
	case "json":
		p, err = parseJSONFile(p.ID, data)
	case "markdown":
		err = parseMarkdown(&p, utf8Text(data))
	case "text":
		p.Title, p.Text = splitHeadline(utf8Text(data))
	default:
		return Payload{}, fmt.Errorf("%w: name one of %s", ErrUnknownFormat, strings.Join(Formats, ", "))
	}
	if err == nil && format != "json" && strings.TrimSpace(p.HTML+p.Text) == "" {
		err = ErrNoText
	}
	if err != nil {
		return Payload{}, err
	}
	return p, nil
}

// utf8Text is a file's text without a byte order mark.
func utf8Text(data []byte) string {
	return strings.ToValidUTF8(strings.TrimPrefix(string(data), "\ufeff"), "\ufffd")
}

// decodeHTML believes what a page says of its encoding only if it is not UTF-8: such statements outlive conversions.
func decodeHTML(data []byte) (string, error) {
	if utf8.Valid(data) {
		return utf8Text(data), nil
	}
	r, err := charset.NewReader(bytes.NewReader(data), "text/html")
	if err != nil {
		return "", fmt.Errorf("%w: %w", ErrBadPayload, err)
	}
	decoded, err := io.ReadAll(r)
	return string(decoded), err
}

func parseJSONFile(id string, data []byte) (Payload, error) {
	var hook struct {
		Post json.RawMessage `json:"post"`
	}
	data = bytes.TrimPrefix(data, []byte("\ufeff"))
	if err := json.Unmarshal(data, &hook); err != nil {
		return Payload{}, badJSON(err)
	}
	if hook.Post != nil {
		return ghostPayload(update, data)
	}
	generic, err := decodeGeneric(data)
	if err != nil {
		return Payload{}, err
	}
	generic.ID = cmp.Or(generic.ID, id)
	generic.Status = cmp.Or(generic.Status, Published)
	generic.UpdatedAt = cmp.Or(generic.UpdatedAt, time.Time{}.Format(time.RFC3339))
	return generic.payload()
}

var (
	outsideID = regexp.MustCompile(`[^A-Za-z0-9._-]+`)
	nonASCII  = regexp.MustCompile(`[^\x00-\x7f]`)
)

// idOf makes an id of a file's name. What other scripts say in it is lost, so a hash of the name stands for that.
func idOf(name string) string {
	const longest, hashed = 128, 8
	base := path.Base(strings.ReplaceAll(name, `\`, "/"))
	base = strings.TrimSuffix(base, path.Ext(base))
	id := strings.Trim(outsideID.ReplaceAllString(base, "-"), "-._")
	if id != "" && len(id) <= longest && !nonASCII.MatchString(base) {
		return id
	}
	sum := sha256.Sum256([]byte(base))
	suffix := hex.EncodeToString(sum[:])[:hashed]
	id = strings.TrimRight(id[:min(len(id), longest-hashed-1)], "-._")
	return cmp.Or(id, "file") + "-" + suffix
}

// splitHeadline takes the first line of a plain text as its headline if it stands alone, is short and does not end as a
// sentence does.
func splitHeadline(text string) (headline, rest string) {
	const longest = 200 // code points
	text = strings.TrimLeft(strings.ReplaceAll(text, "\r\n", "\n"), "\n \t")
	first, rest, _ := strings.Cut(text, "\n")
	next, _, _ := strings.Cut(rest, "\n")
	first = strings.TrimSpace(first)
	sentence := strings.HasSuffix(strings.TrimRight(first, `"'”’»)`), ".") || strings.HasSuffix(first, ":")
	if strings.TrimSpace(next) != "" || strings.TrimSpace(rest) == "" || sentence || utf8.RuneCountInString(first) > longest {
		return "", text
	}
	return first, rest
}
