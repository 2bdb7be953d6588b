package feed

import (
	"fmt"
	"maps"
	"slices"
	"strings"
)

// categories are those of Apple Podcasts (https://podcasters.apple.com/support/1691-apple-podcasts-categories),
// which other directories share.
var categories = map[string][]string{
	"Arts":                    {"Books", "Design", "Fashion & Beauty", "Food", "Performing Arts", "Visual Arts"},
	"Business":                {"Careers", "Entrepreneurship", "Investing", "Management", "Marketing", "Non-Profit"},
	"Comedy":                  {"Comedy Interviews", "Improv", "Stand-Up"},
	"Education":               {"Courses", "How To", "Language Learning", "Self-Improvement"},
	"Fiction":                 {"Comedy Fiction", "Drama", "Science Fiction"},
	"Government":              nil,
	"History":                 nil,
	"Health & Fitness":        {"Alternative Health", "Fitness", "Medicine", "Mental Health", "Nutrition", "Sexuality"},
	"Kids & Family":           {"Education for Kids", "Parenting", "Pets & Animals", "Stories for Kids"},
	"Leisure":                 {"Animation & Manga", "Automotive", "Aviation", "Crafts", "Games", "Hobbies", "Home & Garden", "Video Games"},
	"Music":                   {"Music Commentary", "Music History", "Music Interviews"},
	"News":                    {"Business News", "Daily News", "Entertainment News", "News Commentary", "Politics", "Sports News", "Tech News"},
	"Religion & Spirituality": {"Buddhism", "Christianity", "Hinduism", "Islam", "Judaism", "Religion", "Spirituality"},
	"Science":                 {"Astronomy", "Chemistry", "Earth Sciences", "Life Sciences", "Mathematics", "Natural Sciences", "Nature", "Physics", "Social Sciences"},
	"Society & Culture":       {"Documentary", "Personal Journals", "Philosophy", "Places & Travel", "Relationships"},
	"Sports": {
		"Baseball", "Basketball", "Cricket", "Fantasy Sports", "Football", "Golf", "Hockey", "Rugby", "Running", "Soccer", "Swimming", "Tennis",
		"Volleyball", "Wilderness", "Wrestling",
	},
	"Technology": nil,
	"True Crime": nil,
	"TV & Film":  {"After Shows", "Film History", "Film Interviews", "Film Reviews", "TV Reviews"},
}

// ParseCategory parses one of Apple's categories, with or without a subcategory: "News" or
// "News/Politics".
func ParseCategory(text string) (Category, error) {
	name, sub, _ := strings.Cut(text, "/")
	subs, known := categories[name]
	switch {
	case !known:
		return Category{}, fmt.Errorf("%q is none of Apple's categories: write one of %s", name, strings.Join(slices.Sorted(maps.Keys(categories)), ", "))
	case sub != "" && len(subs) == 0:
		return Category{}, fmt.Errorf("%s has no subcategories: write %[1]s alone", name)
	case sub != "" && !slices.Contains(subs, sub):
		return Category{}, fmt.Errorf("%s has no subcategory %q: write one of %s", name, sub, strings.Join(subs, ", "))
	}
	return Category{name, sub}, nil
}
