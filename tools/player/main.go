// Command player bundles and minifies internal/player/src into internal/player/player.js,
// figures.js and next.js, with their source maps beside them, which the server names in a header.
// `make player` runs it; its test fails when the committed files differ from what it would write.
package main

import (
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/evanw/esbuild/pkg/api"
)

func main() {
	folder := flag.String("folder", "../../internal/player", "folder of the package player")
	flag.Parse()
	if err := write(*folder); err != nil {
		fmt.Fprintln(os.Stderr, "player:", err)
		os.Exit(1)
	}
}

func write(folder string) error {
	files, err := bundle(folder)
	for name, content := range files {
		err = errors.Join(err, os.WriteFile(filepath.Join(folder, name), content, 0o644))
	}
	return err
}

// own are names of properties that the modules have among themselves, and no platform object has.
const own = "^(alone|bar|draw|former|like|order|score|shape|span|edges|faster|fill|marks|nodes|opener|pane|playFrom|sentences|setSpeed|skip|spans|votes|worth|started|elapsed|folded|sound|lasts|playPause|seekTo|stepBy|page|segment|close|mark|player)$"

// bundle returns the scripts and their source maps by file name.
func bundle(folder string) (map[string][]byte, error) {
	root, err := filepath.Abs(folder)
	if err != nil {
		return nil, err
	}
	files := map[string][]byte{}
	for _, script := range []struct {
		entry, out string
		format     api.Format
	}{
		{"src/main.js", "player.js", api.FormatIIFE}, // the page gets no global
		{"src/figures.js", "figures.js", api.FormatESModule},
		{"src/next.js", "next.js", api.FormatESModule},
	} {
		if err := bundleOne(root, script.entry, script.out, script.format, files); err != nil {
			return nil, err
		}
	}
	return files, nil
}

// bundleOne adds one script and its source map to files.
func bundleOne(root, entry, out string, format api.Format, files map[string][]byte) error {
	built := api.Build(api.BuildOptions{
		AbsWorkingDir:     root,
		EntryPoints:       []string{entry},
		Outfile:           out,
		Bundle:            true,
		MinifyWhitespace:  true,
		MinifyIdentifiers: true,
		MinifySyntax:      true,
		Format:            format,
		Target:            api.ES2022,
		Charset:           api.CharsetUTF8,
		MangleProps:       own,
		Sourcemap:         api.SourceMapExternal,
		Plugins:           []api.Plugin{minifiedCSS},
	})
	if len(built.Errors) > 0 {
		return errors.New(api.FormatMessages(built.Errors, api.FormatMessagesOptions{})[0])
	}
	for _, file := range built.OutputFiles {
		files[filepath.Base(file.Path)] = file.Contents
	}
	return nil
}

// minifiedCSS loads a style sheet as a string. esbuild's own text loader would not minify it.
var minifiedCSS = api.Plugin{Name: "css", Setup: func(build api.PluginBuild) {
	build.OnLoad(api.OnLoadOptions{Filter: `\.css$`}, func(args api.OnLoadArgs) (api.OnLoadResult, error) {
		text, err := os.ReadFile(args.Path)
		if err != nil {
			return api.OnLoadResult{}, err
		}
		css := api.Transform(string(text), api.TransformOptions{
			Loader: api.LoaderCSS, MinifyWhitespace: true, MinifySyntax: true, Charset: api.CharsetUTF8,
		})
		if len(css.Errors) > 0 {
			return api.OnLoadResult{Errors: css.Errors}, nil
		}
		content := strings.ReplaceAll(strings.TrimSpace(string(css.Code)), " / ", "/")
		return api.OnLoadResult{Contents: &content, Loader: api.LoaderText}, nil
	})
}}
