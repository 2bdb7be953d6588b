<?xml version="1.0" encoding="UTF-8"?>
<!-- Newspapers and agencies whose English names Czech voices would read as Czech. -->
<lexicon xmlns="http://www.w3.org/2005/01/pronunciation-lexicon" version="1.0" xml:lang="cs" alphabet="ipa">
  <lexeme>
    <grapheme>Reuters</grapheme>
    <alias>Rojtrs</alias>
  </lexeme>
  <lexeme>
    <grapheme>Bloomberg</grapheme>
    <alias>Blumberg</alias>
  </lexeme>
  <lexeme>
    <grapheme>The New York Times</grapheme>
    <grapheme>New York Times</grapheme>
    <alias>Ňú Jork Tajms</alias>
  </lexeme>
  <lexeme>
    <grapheme>The Washington Post</grapheme>
    <grapheme>Washington Post</grapheme>
    <alias>Vošinktn Poust</alias>
  </lexeme>
  <lexeme>
    <grapheme>The Guardian</grapheme>
    <alias>Gárdien</alias>
  </lexeme>
  <lexeme>
    <grapheme>Kyiv Independent</grapheme>
    <alias>Kyjiv Indypendent</alias>
  </lexeme>
</lexicon>
