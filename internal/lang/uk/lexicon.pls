<?xml version="1.0" encoding="UTF-8"?>
<lexicon xmlns="http://www.w3.org/2005/01/pronunciation-lexicon" version="1.0" xml:lang="uk" alphabet="ipa">
  <lexeme>
    <grapheme>Reuters</grapheme>
    <alias>Ройтерс</alias>
  </lexeme>
  <lexeme>
    <grapheme>Bloomberg</grapheme>
    <alias>Блумберг</alias>
  </lexeme>
  <lexeme>
    <grapheme>Associated Press</grapheme>
    <alias>Асошіейтед Прес</alias>
  </lexeme>
  <lexeme>
    <grapheme>Agence France-Presse</grapheme>
    <alias>Ажанс Франс-Прес</alias>
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
    <alias>Волл-стріт Джорнел</alias>
  </lexeme>
  <lexeme>
    <grapheme>Financial Times</grapheme>
    <alias>Файненшл Таймс</alias>
  </lexeme>
  <lexeme>
    <grapheme>The Guardian</grapheme>
    <grapheme>Guardian</grapheme>
    <alias>Ґардіан</alias>
  </lexeme>
  <lexeme>
    <grapheme>The Economist</grapheme>
    <grapheme>Economist</grapheme>
    <alias>Економіст</alias>
  </lexeme>
  <lexeme>
    <grapheme>The Times</grapheme>
    <alias>Таймс</alias>
  </lexeme>
  <lexeme>
    <grapheme>Politico</grapheme>
    <grapheme>POLITICO</grapheme>
    <alias>Політико</alias>
  </lexeme>
  <lexeme>
    <grapheme>Axios</grapheme>
    <alias>Аксіос</alias>
  </lexeme>
  <lexeme>
    <grapheme>Der Spiegel</grapheme>
    <grapheme>Spiegel</grapheme>
    <alias>Шпіґель</alias>
  </lexeme>
  <lexeme>
    <grapheme>Bild</grapheme>
    <grapheme>BILD</grapheme>
    <alias>Більд</alias>
  </lexeme>
  <lexeme>
    <grapheme>Le Monde</grapheme>
    <alias>Ле Монд</alias>
  </lexeme>
  <lexeme>
    <grapheme>Forbes</grapheme>
    <alias>Форбс</alias>
  </lexeme>
  <lexeme>
    <grapheme>BBC</grapheme>
    <alias>Бі-бі-сі</alias>
  </lexeme>
  <lexeme>
    <grapheme>CNN</grapheme>
    <alias>Сі-ен-ен</alias>
  </lexeme>
  <lexeme>
    <grapheme>NBC</grapheme>
    <alias>Ен-бі-сі</alias>
  </lexeme>
  <lexeme>
    <grapheme>CBS</grapheme>
    <alias>Сі-бі-ес</alias>
  </lexeme>
  <lexeme>
    <grapheme>Fox News</grapheme>
    <alias>Фокс Ньюз</alias>
  </lexeme>
  <lexeme>
    <grapheme>Sky News</grapheme>
    <alias>Скай Ньюз</alias>
  </lexeme>
  <lexeme>
    <grapheme>Euronews</grapheme>
    <alias>Євроньюз</alias>
  </lexeme>
  <lexeme>
    <grapheme>Facebook</grapheme>
    <alias>Фейсбук</alias>
  </lexeme>
  <lexeme>
    <grapheme>Instagram</grapheme>
    <alias>Інстаграм</alias>
  </lexeme>
  <lexeme>
    <grapheme>Telegram</grapheme>
    <alias>Телеграм</alias>
  </lexeme>
  <lexeme>
    <grapheme>Twitter</grapheme>
    <alias>Твіттер</alias>
  </lexeme>
  <lexeme>
    <grapheme>YouTube</grapheme>
    <grapheme>Youtube</grapheme>
    <alias>Ютуб</alias>
  </lexeme>
  <lexeme>
    <grapheme>TikTok</grapheme>
    <alias>Тікток</alias>
  </lexeme>
  <lexeme>
    <grapheme>WhatsApp</grapheme>
    <alias>Вотсап</alias>
  </lexeme>
  <lexeme>
    <grapheme>Viber</grapheme>
    <alias>Вайбер</alias>
  </lexeme>
  <lexeme>
    <grapheme>Google</grapheme>
    <alias>Ґуґл</alias>
  </lexeme>
  <lexeme>
    <grapheme>Apple</grapheme>
    <alias>Епл</alias>
  </lexeme>
  <lexeme>
    <grapheme>iPhone</grapheme>
    <alias>Айфон</alias>
  </lexeme>
  <lexeme>
    <grapheme>Microsoft</grapheme>
    <alias>Майкрософт</alias>
  </lexeme>
  <lexeme>
    <grapheme>Amazon</grapheme>
    <alias>Амазон</alias>
  </lexeme>
  <lexeme>
    <grapheme>Netflix</grapheme>
    <alias>Нетфлікс</alias>
  </lexeme>
  <lexeme>
    <grapheme>OpenAI</grapheme>
    <alias>Оупен Ей-Ай</alias>
  </lexeme>
  <lexeme>
    <grapheme>ChatGPT</grapheme>
    <alias>Чат Джі-Пі-Ті</alias>
  </lexeme>
  <lexeme>
    <grapheme>Tesla</grapheme>
    <alias>Тесла</alias>
  </lexeme>
  <lexeme>
    <grapheme>SpaceX</grapheme>
    <alias>Спейс Ікс</alias>
  </lexeme>
  <lexeme>
    <grapheme>Starlink</grapheme>
    <alias>Старлінк</alias>
  </lexeme>
  <lexeme>
    <grapheme>Boeing</grapheme>
    <alias>Боїнг</alias>
  </lexeme>
  <lexeme>
    <grapheme>Airbus</grapheme>
    <alias>Ейрбас</alias>
  </lexeme>
  <lexeme>
    <grapheme>Volkswagen</grapheme>
    <alias>Фольксваген</alias>
  </lexeme>
  <lexeme>
    <grapheme>Wi-Fi</grapheme>
    <alias>Вай-Фай</alias>
  </lexeme>
  <lexeme>
    <grapheme>HIMARS</grapheme>
    <alias>Хаймарс</alias>
  </lexeme>
  <lexeme>
    <grapheme>ATACMS</grapheme>
    <alias>Атакамс</alias>
  </lexeme>
  <lexeme>
    <grapheme>NASAMS</grapheme>
    <alias>Насамс</alias>
  </lexeme>
  <lexeme>
    <grapheme>IRIS-T</grapheme>
    <alias>Айріс-Ті</alias>
  </lexeme>
  <lexeme>
    <grapheme>Storm Shadow</grapheme>
    <alias>Сторм Шедоу</alias>
  </lexeme>
  <lexeme>
    <grapheme>Patriot</grapheme>
    <alias>Петріот</alias>
  </lexeme>
  <lexeme>
    <grapheme>Bradley</grapheme>
    <alias>Бредлі</alias>
  </lexeme>
  <lexeme>
    <grapheme>Abrams</grapheme>
    <alias>Абрамс</alias>
  </lexeme>
  <lexeme>
    <grapheme>Leopard</grapheme>
    <alias>Леопард</alias>
  </lexeme>
  <lexeme>
    <grapheme>Javelin</grapheme>
    <alias>Джавелін</alias>
  </lexeme>
  <lexeme>
    <grapheme>Gripen</grapheme>
    <alias>Ґріпен</alias>
  </lexeme>
  <lexeme>
    <grapheme>Bayraktar</grapheme>
    <alias>Байрактар</alias>
  </lexeme>
  <lexeme>
    <grapheme>shahed</grapheme>
    <alias>шахед</alias>
  </lexeme>
  <lexeme>
    <grapheme>DeepState</grapheme>
    <alias>Діпстейт</alias>
  </lexeme>
  <lexeme>
    <grapheme>Дніпро</grapheme>
    <phoneme>dnʲiˈprɔ</phoneme>
  </lexeme>
  <lexeme>
    <grapheme>Ізюм</grapheme>
    <phoneme>iˈzʲum</phoneme>
  </lexeme>
  <lexeme>
    <grapheme>Бровари</grapheme>
    <phoneme>broʋɐˈrɪ</phoneme>
  </lexeme>
  <lexeme>
    <grapheme>Гостомель</grapheme>
    <phoneme>ɦoˈstɔmelʲ</phoneme>
  </lexeme>
</lexicon>
