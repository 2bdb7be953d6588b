package observability

import (
	"flag"
	"image/color"
	"image/png"
	"math"
	"os"
	"testing"

	"gonum.org/v1/plot"
	"gonum.org/v1/plot/plotter"
	"gonum.org/v1/plot/vg"
	vgdraw "gonum.org/v1/plot/vg/draw"
	"gonum.org/v1/plot/vg/vgimg"
)

var pngFile = flag.String("png", "", "draw the answer to each panel into this `file`")

const (
	cell  = 14 * vg.Millimeter // a column of Grafana's grid
	tall  = 8 * vg.Millimeter  // a row of it
	lines = 12                 // at most in a panel's legend
)

// draw draws each panel where Grafana has it.
func draw(t *testing.T, answers []answer) {
	t.Helper()
	if *pngFile == "" {
		return
	}
	height := 0
	for _, a := range answers {
		height = max(height, a.panel.GridPos.Y+a.panel.GridPos.H)
	}
	canvas := vgimg.NewWith(vgimg.UseWH(24*cell, vg.Length(height)*tall), vgimg.UseDPI(60))
	page := vgdraw.New(canvas)
	for _, a := range answers {
		g := a.panel.GridPos
		top := page.Max.Y - vg.Length(g.Y)*tall
		part := vgdraw.Crop(page, vg.Length(g.X)*cell, vg.Length(g.X+g.W-24)*cell, 0, 0)
		part.Min.Y, part.Max.Y = top-vg.Length(g.H)*tall, top
		plotOf(t, a).Draw(part)
	}
	file, err := os.Create(*pngFile)
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	if err := png.Encode(file, canvas.Image()); err != nil {
		t.Fatal(err)
	}
}

func plotOf(t *testing.T, a answer) *plot.Plot {
	t.Helper()
	p := plot.New()
	p.Title.Text = a.panel.Title
	p.Title.TextStyle.Font.Size = vg.Points(9)
	if a.panel.Type == "row" {
		p.HideAxes()
		return p
	}
	p.Legend.TextStyle.Font.Size = vg.Points(6)
	p.Legend.Top = true
	for i, s := range a.series {
		line, err := plotter.NewLine(points(s))
		if err != nil {
			continue // NaN only: nothing happened
		}
		line.Color = color.NRGBA{uint8(40 + 90*(i%3)), uint8(160 - 50*(i/3%4)), uint8(220 - 60*(i%4)), 255}
		p.Add(line)
		if i < lines {
			p.Legend.Add(s.name, line)
		}
	}
	return p
}

// points are the numbers of a series, by seconds from its first.
func points(s series) (all plotter.XYs) {
	for _, v := range s.Values {
		at, _ := v[0].(float64)
		if y := number(v[1]); !math.IsNaN(y) && !math.IsInf(y, 0) {
			first, _ := s.Values[0][0].(float64)
			all = append(all, plotter.XY{X: at - first, Y: y})
		}
	}
	return all
}
