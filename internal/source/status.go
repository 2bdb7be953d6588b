package source

import (
	"fmt"
	"strings"

	"github.com/aloud-audio/aloud/internal/article"
)

// statuses are the words by which CMSs say whether readers can see an article.
var statuses = map[string]article.Status{
	"published": article.Published, "publish": article.Published, "public": article.Published,
	"removed": article.Removed, "draft": article.Removed, "trash": article.Removed, "deleted": article.Removed,
	"unpublished": article.Removed, "private": article.Removed, "pending": article.Removed, "future": article.Removed,
	"scheduled": article.Removed, "archived": article.Removed,
}

// statusOf reads a status; "" stays empty.
func statusOf(word string) (article.Status, error) {
	status, known := statuses[strings.ToLower(word)]
	if !known && word != "" {
		return "", bad("status", "is neither published nor removed",
			fmt.Sprintf("status is %.40q: use published, or removed (publish, draft and trash are understood too)", word))
	}
	return status, nil
}
