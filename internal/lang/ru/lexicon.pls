<?xml version="1.0" encoding="UTF-8"?>
<!-- Newspapers and agencies that Russian texts name in Latin letters. -->
<lexicon xmlns="http://www.w3.org/2005/01/pronunciation-lexicon" version="1.0" xml:lang="ru" alphabet="ipa">
  <lexeme>
    <grapheme>Reuters</grapheme>
    <alias>Рейтер</alias>
  </lexeme>
  <lexeme>
    <grapheme>Bloomberg</grapheme>
    <alias>Блумберг</alias>
  </lexeme>
  <lexeme>
    <grapheme>Associated Press</grapheme>
    <alias>Ассошиэйтед Пресс</alias>
  </lexeme>
  <lexeme>
    <grapheme>The New York Times</grapheme>
    <grapheme>New York Times</grapheme>
    <alias>Нью-Йорк Таймс</alias>
  </lexeme>
  <lexeme>
    <grapheme>The Washington Post</grapheme>
    <grapheme>Washington Post</grapheme>
    <alias>Вашингтон Пост</alias>
  </lexeme>
  <lexeme>
    <grapheme>The Wall Street Journal</grapheme>
    <grapheme>Wall Street Journal</grapheme>
    <alias>Уолл-стрит Джорнал</alias>
  </lexeme>
  <lexeme>
    <grapheme>Financial Times</grapheme>
    <alias>Файнэншл Таймс</alias>
  </lexeme>
  <lexeme>
    <grapheme>The Guardian</grapheme>
    <alias>Гардиан</alias>
  </lexeme>
  <lexeme>
    <grapheme>Politico</grapheme>
    <alias>Политико</alias>
  </lexeme>
  <lexeme>
    <grapheme>Kyiv Independent</grapheme>
    <alias>Киев Индепендент</alias>
  </lexeme>
</lexicon>
