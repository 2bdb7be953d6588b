package player_test

import (
	"encoding/json"
	"maps"
	"slices"
	"testing"
)

// brokenNarrations has what may come instead of the ferry's narration.json: each field missing and
// null, and what servers answer.
func brokenNarrations(t testing.TB, labels map[string]string) map[string]string {
	t.Helper()
	whole := ferry.narration(labels)
	broken := map[string]string{
		"HTML": "<!DOCTYPE html><title>Not found</title>", "nothing": "", "null": "null", "a list": "[]", "a number": "7", "an empty object": "{}", "half": `{"audio":[{"url":`,
	}
	change := func(name, field string, value any) {
		narration := maps.Clone(whole)
		if narration[field] = value; value == "missing" {
			delete(narration, field)
		}
		text, err := json.Marshal(narration)
		if err != nil {
			t.Fatal(err)
		}
		broken[name] = string(text)
	}
	for field := range whole {
		change(field+" missing", field, "missing")
		change(field+" null", field, nil)
	}
	for name, audio := range map[string]any{
		"no audio": []any{}, "audio of null": []any{nil}, "audio without an address": []any{map[string]any{"duration": 30}},
		"audio without a duration": []any{map[string]any{"url": "track.mp3"}}, "a duration of 0": []any{map[string]any{"url": "track.mp3", "duration": 0}},
	} {
		change(name, "audio", audio)
	}
	change("segments of null", "segments", []any{nil})
	change("segments without texts", "segments", []any{map[string]any{"start": 0}})
	change("segments without times", "segments", []any{map[string]any{"text": "The night ferry"}})
	change("chapters without times", "chapters", []any{map[string]any{"title": "The night ferry"}})
	change("captions of null", "captions", []any{nil})
	change("captions that are not there", "captions", []any{map[string]any{"url": "/missing.vtt"}})
	segments := slices.Clone(whole["segments"].([]map[string]any))
	slices.Reverse(segments)
	change("segments out of order", "segments", segments)
	return broken
}

// playable are those that lack nothing which the sound needs.
var playable = map[string]bool{
	"segments missing": true, "segments null": true, "segments out of order": true, "segments without texts": true, "chapters null": true,
	"captions null": true, "captions that are not there": true, "policy null": true, "title null": true, "labels null": true,
}

// brokenAnswers plays whatever can be played of them. The player says what is wrong, or is not
// there; the page has no error.
func brokenAnswers(v visit) {
	defer v.set(func() { v.answer = "" })
	for name, answer := range brokenNarrations(v, v.labels["en"]) {
		v.set(func() { v.answer = answer })
		v.open(ferry.ID, nil)
		var state string
		v.Eval(v, `return player().hidden ? "hidden" : inside(".message button") ? "failed" : inside(".play") ? "ready" : "nothing"`, &state)
		if state == "nothing" {
			v.Errorf("%s: an empty player", name)
		}
		if state == "ready" {
			v.press(`inside(".play")`)
			v.Eval(v, `inside(".next").click(); inside(".back").click(); inside(".transcript").click(); inside(".more").click()`, nil)
			v.until(name+": it plays or fails", `return audio().currentTime > 0 && !audio().seeking || audio().ended || inside(".message").textContent > ""`)
			v.Eval(v, `document.querySelector(".after").click(); inside(".pane span")?.click(); inside(".previous").click();
				dispatchEvent(new Event("pagehide")); localStorage.clear()`, nil)
		}
		var trouble string
		if v.Eval(v, `await new Promise((done) => setTimeout(done, 50)); return trouble.join("; ")`, &trouble); trouble != "" {
			v.Errorf("%s (%s): %s", name, state, trouble)
		}
		if playable[name] && state != "ready" {
			v.Errorf("%s: the audio cannot be played: %s", name, state)
		}
	}
}

// brokenTracks has the track's server refuse in each way.
func brokenTracks(v visit) {
	defer v.set(func() { v.refusal = 0 })
	for _, status := range []int{403, 404, 500} {
		v.set(func() { v.refusal = status })
		v.open(refused.ID, nil)
		v.press(`inside(".play")`)
		v.until("it says that the track failed", `return inside(".message").textContent.includes("could not be loaded")`)
		v.press(`inside(".message button")`)
		v.until("it says so again", `return heard.filter(({name}) => name === "error").length > 1 && inside(".message").textContent.includes("could not be loaded")`)
		v.Eval(v, "audio().pause()", nil)
	}
}
