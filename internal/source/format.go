package source

import (
	"bytes"
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"mime"
	"path"
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"golang.org/x/net/html/charset"

	"github.com/aloud-audio/aloud/internal/article"
)

// format is a file format that articles come in.
type format struct {
	name       string   // as ParseFile takes it
	extensions []string // in lower case
	mediaType  string   // of an answer to a web request
	opening    string   // by which unnamed data is recognised; empty: by nothing
	parse      func(p *article.Payload, data []byte) error
}

// formats are all there are. The first is that of web pages: what a server sends is HTML unless it
// says otherwise.
var formats = []format{
	{"html", []string{".html", ".htm", ".xhtml"}, "text/html", "<", parseHTML},
	{"json", []string{".json"}, "application/json", "{", parseJSON},
	{"markdown", []string{".md", ".markdown"}, "text/markdown", "", parseMarkdown},
	{"text", []string{".txt"}, "text/plain", "", parseText},
}

// ErrNoText says that a file has no text.
var ErrNoText = errors.New("there is no text in it")

// ErrUnknownFormat says that neither a format nor a file's extension says how to read it.
var ErrUnknownFormat = errors.New("unknown format")

// Formats names the formats that ParseFile takes.
func Formats() []string {
	names := make([]string, len(formats))
	for i, f := range formats {
		names[i] = f.name
	}
	return names
}

// FormatOfMediaType returns the format for a web server's Content-Type.
func FormatOfMediaType(contentType string) string {
	mediaType, _, _ := mime.ParseMediaType(contentType)
	return formatWhere(func(f format) bool { return f.mediaType == mediaType }, formats[0]).name
}

// FormatOfData recognises HTML and JSON by their first character. It returns "" for text and
// Markdown, which look alike.
func FormatOfData(data []byte) string {
	start := bytes.TrimSpace(data)
	return formatWhere(func(f format) bool { return f.opening != "" && bytes.HasPrefix(start, []byte(f.opening)) }, format{}).name
}

// ParseFile reads an article from a file: HTML (a whole page or a fragment), JSON (the generic
// payload or the body of a Ghost hook), Markdown or plain text. name is one of Formats, or empty to
// use the file's extension.
//
// Unless the file says otherwise, the payload is published, its id comes from the file's name, and
// its time is zero. The errors are ErrUnknownFormat, ErrNoText and ErrBadPayload; they do not name
// the file.
func ParseFile(file, name string, data []byte) (article.Payload, error) {
	extension := strings.ToLower(path.Ext(file))
	f := formatWhere(func(f format) bool {
		return f.name == name || name == "" && slices.Contains(f.extensions, extension)
	}, format{})
	if f.parse == nil {
		return article.Payload{}, fmt.Errorf("%w: name one of %s", ErrUnknownFormat, strings.Join(Formats(), ", "))
	}
	p := article.Payload{ID: idOf(file), Status: article.Published}
	if err := f.parse(&p, data); err != nil {
		return article.Payload{}, err
	}
	return p, nil
}

func formatWhere(is func(format) bool, otherwise format) format {
	if i := slices.IndexFunc(formats, is); i >= 0 {
		return formats[i]
	}
	return otherwise
}

// parseHTML uses the encoding that a page declares only if the page is not valid UTF-8:
// declarations are often left over from conversions.
func parseHTML(p *article.Payload, data []byte) error {
	if !utf8.Valid(data) {
		r, err := charset.NewReader(bytes.NewReader(data), "text/html")
		if err != nil {
			return fmt.Errorf("%w: %w", ErrBadPayload, err)
		}
		if data, err = io.ReadAll(r); err != nil {
			return err
		}
	}
	p.HTML = utf8Text(data)
	return checkText(p.HTML)
}

// parseJSON reads Ghost's hooks, which have the post in an object of its own, and the generic
// payload.
func parseJSON(p *article.Payload, data []byte) (err error) {
	var hook struct {
		Post json.RawMessage `json:"post"`
	}
	if data, err = utf8JSON(data); err != nil {
		return err
	}
	if err := json.Unmarshal(data, &hook); err != nil {
		return badJSON(err)
	}
	if hook.Post != nil {
		*p, _, err = ghostPayload("", update, data)
		return err
	}
	generic, err := decodeGeneric(data)
	if err != nil {
		return err
	}
	generic.ID = cmp.Or(generic.ID, textOrNumber(p.ID))
	generic.Status = cmp.Or(generic.Status, string(article.Published))
	generic.UpdatedAt = cmp.Or(generic.UpdatedAt, time.Time{}.Format(time.RFC3339))
	*p, err = generic.payload()
	return err
}

// parseText uses the first line as the headline if it stands alone, is short and does not end like
// a sentence.
func parseText(p *article.Payload, data []byte) error {
	const longest = 200 // code points
	text := strings.TrimLeft(strings.ReplaceAll(utf8Text(data), "\r\n", "\n"), "\n \t")
	first, rest, _ := strings.Cut(text, "\n")
	next, _, _ := strings.Cut(rest, "\n")
	first = strings.TrimSpace(first)
	isSentence := strings.HasSuffix(strings.TrimRight(first, `"'”’»)`), ".") || strings.HasSuffix(first, ":")
	if strings.TrimSpace(next) != "" || strings.TrimSpace(rest) == "" || isSentence || utf8.RuneCountInString(first) > longest {
		first, rest = "", text
	}
	p.Title, p.Text = first, rest
	return checkText(p.Text)
}

// utf8Text returns a file's text without a byte order mark.
func utf8Text(data []byte) string {
	return strings.ToValidUTF8(strings.TrimPrefix(string(data), utf8BOM), "\ufffd")
}

func checkText(text string) error {
	if strings.TrimSpace(text) == "" {
		return ErrNoText
	}
	return nil
}
