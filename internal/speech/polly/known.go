package polly

import "strings"

// known has the languages of each voice, the default first:
// https://docs.aws.amazon.com/polly/latest/dg/available-voices.html, read in November 2026. It need
// not be complete, since any other voice is looked up in the service. It lets a mistake be found
// when the settings are loaded.
var known = voices(`
	ar-AE Hala Zayd
	arb Zeina
	ca-ES Arlet
	cmn-CN Zhiyu
	cs-CZ Jitka
	cy-GB Gwyneth
	da-DK Naja Mads Sofie
	de-AT Hannah
	de-CH Sabrina
	de-DE Marlene Vicki Hans Daniel
	en-AU Nicole Olivia Russell
	en-GB Amy Emma Brian Arthur
	en-GB-WLS Geraint
	en-IE Niamh
	en-IN Aditi Raveena Kajal
	en-NZ Aria
	en-SG Jasmine
	en-US Danielle Gregory Ivy Joanna Joey Justin Kendra Kevin Kimberly Matthew Ruth Salli Stephen
	en-ZA Ayanda
	es-ES Conchita Enrique Lucia Sergio
	es-MX Andres Mia
	es-US Lupe Miguel Pedro Penelope
	fi-FI Suvi
	fr-BE Isabelle
	fr-CA Chantal Gabrielle Liam
	fr-FR Celine Lea Mathieu Remi
	hi-IN Aditi Kajal
	is-IS Dora Karl
	it-IT Adriano Bianca Carla Giorgio
	ja-JP Kazuha Mizuki Takumi Tomoko
	ko-KR Jihye Seoyeon
	nb-NO Ida Liv
	nl-BE Lisa
	nl-NL Laura Lotte Ruben
	pl-PL Ewa Jacek Jan Maja Ola
	pt-BR Camila Ricardo Thiago Vitoria
	pt-PT Cristiano Ines
	ro-RO Carmen
	ru-RU Maxim Tatyana
	sv-SE Astrid Elin
	tr-TR Burcu Filiz
	yue-CN Hiujin
`)

// voices parses lines of a language and the voices that speak it.
func voices(table string) map[string][]string {
	languages := map[string][]string{}
	for line := range strings.Lines(table) {
		words := strings.Fields(line)
		for i, voice := range words {
			if i > 0 {
				languages[voice] = append(languages[voice], words[0])
			}
		}
	}
	return languages
}
