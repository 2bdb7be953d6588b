<?xml version="1.0" encoding="UTF-8"?>
<lexicon xmlns="http://www.w3.org/2005/01/pronunciation-lexicon" version="1.0" xml:lang="uk" alphabet="ipa">
  <!-- Sources. "by rule": the name as Ukrainian news spells it in Cyrillic, with its stress, by the phonology of Ukrainian -->
  <!-- (Wikipedia, "Ukrainian phonology"). -->
  <!-- The sources of names were written down without opening them again, and no speaker has read the list yet: -->
  <!-- correct what you hear wrong, and put the source that you looked at beside it. -->
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
  <lexeme>
    <!-- Кинджа́л, by rule -->
    <grapheme>Kinzhal</grapheme>
    <phoneme>kɪnˈd͡ʒɑl</phoneme>
    <alias>Кинджал</alias>
  </lexeme>
  <lexeme>
    <!-- Калі́бр, by rule -->
    <grapheme>Kalibr</grapheme>
    <phoneme>kɐˈlʲibr</phoneme>
    <alias>Калібр</alias>
  </lexeme>
  <lexeme>
    <!-- Оре́шник, by rule -->
    <grapheme>Oreshnik</grapheme>
    <phoneme>oˈrɛʃnɪk</phoneme>
    <alias>Орешник</alias>
  </lexeme>
  <lexeme>
    <!-- Ланце́т, by rule -->
    <grapheme>Lancet</grapheme>
    <phoneme>lɐnˈt͡sɛt</phoneme>
    <alias>Ланцет</alias>
  </lexeme>
  <lexeme>
    <!-- Та́урус, by rule -->
    <grapheme>Taurus</grapheme>
    <phoneme>ˈtɑurus</phoneme>
    <alias>Таурус</alias>
  </lexeme>
  <lexeme>
    <!-- Ґепа́рд, by rule -->
    <grapheme>Gepard</grapheme>
    <phoneme>ɡeˈpɑrd</phoneme>
    <alias>Ґепард</alias>
  </lexeme>
  <lexeme>
    <!-- Ма́рдер, by rule -->
    <grapheme>Marder</grapheme>
    <phoneme>ˈmɑrder</phoneme>
    <alias>Мардер</alias>
  </lexeme>
  <lexeme>
    <!-- Це́зар, by rule -->
    <grapheme>Caesar</grapheme>
    <grapheme>CAESAR</grapheme>
    <phoneme>ˈt͡sɛzɐr</phoneme>
    <alias>Цезар</alias>
  </lexeme>
  <lexeme>
    <!-- Краб, by rule -->
    <grapheme>Krab</grapheme>
    <phoneme>krɐb</phoneme>
    <alias>Краб</alias>
  </lexeme>
  <lexeme>
    <!-- Зуза́на, by rule -->
    <grapheme>Zuzana</grapheme>
    <phoneme>zuˈzɑnɐ</phoneme>
    <alias>Зузана</alias>
  </lexeme>
  <lexeme>
    <!-- Скайне́кс, by rule -->
    <grapheme>Skynex</grapheme>
    <phoneme>skɐjˈnɛks</phoneme>
    <alias>Скайнекс</alias>
  </lexeme>
  <lexeme>
    <!-- Хок, by rule -->
    <grapheme>Hawk</grapheme>
    <grapheme>HAWK</grapheme>
    <phoneme>xok</phoneme>
    <alias>Хок</alias>
  </lexeme>
  <lexeme>
    <!-- Аве́нджер, by rule -->
    <grapheme>Avenger</grapheme>
    <phoneme>ɐˈʋɛnd͡ʒer</phoneme>
    <alias>Авенджер</alias>
  </lexeme>
  <lexeme>
    <!-- Міра́ж, by rule -->
    <grapheme>Mirage</grapheme>
    <phoneme>miˈrɑʒ</phoneme>
    <alias>Міраж</alias>
  </lexeme>
  <lexeme>
    <!-- Рафа́ль, by rule -->
    <grapheme>Rafale</grapheme>
    <phoneme>rɐˈfɑlʲ</phoneme>
    <alias>Рафаль</alias>
  </lexeme>
  <lexeme>
    <!-- Стра́йкер, by rule -->
    <grapheme>Stryker</grapheme>
    <phoneme>ˈstrɑjker</phoneme>
    <alias>Страйкер</alias>
  </lexeme>
  <lexeme>
    <!-- Че́лленджер, by rule -->
    <grapheme>Challenger</grapheme>
    <phoneme>ˈt͡ʃɛllend͡ʒer</phoneme>
    <alias>Челленджер</alias>
  </lexeme>
  <lexeme>
    <!-- Екскалі́бур, by rule -->
    <grapheme>Excalibur</grapheme>
    <phoneme>ekskɐˈlʲibur</phoneme>
    <alias>Екскалібур</alias>
  </lexeme>
  <lexeme>
    <!-- Гарпу́н, by rule -->
    <grapheme>Harpoon</grapheme>
    <phoneme>ɦɐrˈpun</phoneme>
    <alias>Гарпун</alias>
  </lexeme>
  <lexeme>
    <!-- Сти́нгер, by rule -->
    <grapheme>Stinger</grapheme>
    <phoneme>ˈstɪnɦer</phoneme>
    <alias>Стингер</alias>
  </lexeme>
  <lexeme>
    <!-- Старстрі́к, by rule -->
    <grapheme>Starstreak</grapheme>
    <phoneme>stɐrsˈtrʲik</phoneme>
    <alias>Старстрік</alias>
  </lexeme>
  <lexeme>
    <!-- Томага́вк, by rule -->
    <grapheme>Tomahawk</grapheme>
    <phoneme>tomɐˈɦɑu̯k</phoneme>
    <alias>Томагавк</alias>
  </lexeme>
  <lexeme>
    <!-- Фламі́нго, by rule -->
    <grapheme>Flamingo</grapheme>
    <phoneme>flɐˈminɦo</phoneme>
    <alias>Фламінго</alias>
  </lexeme>
  <lexeme>
    <!-- Вампі́р, by rule -->
    <grapheme>Vampire</grapheme>
    <phoneme>ʋɐmˈpir</phoneme>
    <alias>Вампір</alias>
  </lexeme>
  <lexeme>
    <!-- Магу́ра, by rule -->
    <grapheme>Magura</grapheme>
    <grapheme>MAGURA</grapheme>
    <phoneme>mɐˈɦurɐ</phoneme>
    <alias>Магура</alias>
  </lexeme>
  <lexeme>
    <!-- Ма́вік, by rule -->
    <grapheme>Mavic</grapheme>
    <phoneme>ˈmɑʋik</phoneme>
    <alias>Мавік</alias>
  </lexeme>
  <lexeme>
    <!-- Орла́н, by rule -->
    <grapheme>Orlan</grapheme>
    <phoneme>orˈlɑn</phoneme>
    <alias>Орлан</alias>
  </lexeme>
  <lexeme>
    <!-- Суперка́м, by rule -->
    <grapheme>Supercam</grapheme>
    <phoneme>superˈkɑm</phoneme>
    <alias>Суперкам</alias>
  </lexeme>
  <lexeme>
    <!-- Ге́рбера, by rule -->
    <grapheme>Gerbera</grapheme>
    <phoneme>ˈɦɛrberɐ</phoneme>
    <alias>Гербера</alias>
  </lexeme>
  <lexeme>
    <!-- Райнмета́ль, by rule -->
    <grapheme>Rheinmetall</grapheme>
    <phoneme>rɐjnmeˈtɑlʲ</phoneme>
    <alias>Райнметаль</alias>
  </lexeme>
  <lexeme>
    <!-- Ло́кхід Ма́ртін, by rule -->
    <grapheme>Lockheed Martin</grapheme>
    <phoneme>ˈlɔkxid ˈmɑrtʲin</phoneme>
    <alias>Локхід Мартін</alias>
  </lexeme>
  <lexeme>
    <!-- Рейтео́н, by rule -->
    <grapheme>Raytheon</grapheme>
    <phoneme>rejteˈɔn</phoneme>
    <alias>Рейтеон</alias>
  </lexeme>
  <lexeme>
    <!-- Андурі́л, by rule -->
    <grapheme>Anduril</grapheme>
    <phoneme>ɐnduˈrʲil</phoneme>
    <alias>Андуріл</alias>
  </lexeme>
  <lexeme>
    <!-- Леона́рдо, by rule -->
    <grapheme>Leonardo</grapheme>
    <phoneme>leoˈnɑrdo</phoneme>
    <alias>Леонардо</alias>
  </lexeme>
  <lexeme>
    <!-- Тале́с, by rule -->
    <grapheme>Thales</grapheme>
    <phoneme>tɐˈlɛs</phoneme>
    <alias>Талес</alias>
  </lexeme>
  <lexeme>
    <!-- Нафтога́з, by rule -->
    <grapheme>Naftogaz</grapheme>
    <phoneme>nɐftoˈɦɑz</phoneme>
    <alias>Нафтогаз</alias>
  </lexeme>
  <lexeme>
    <!-- Енергоа́том, by rule -->
    <grapheme>Energoatom</grapheme>
    <phoneme>enerɦoˈɑtom</phoneme>
    <alias>Енергоатом</alias>
  </lexeme>
  <lexeme>
    <!-- Укрене́рго, by rule -->
    <grapheme>Ukrenergo</grapheme>
    <phoneme>ukreˈnɛrɦo</phoneme>
    <alias>Укренерго</alias>
  </lexeme>
  <lexeme>
    <!-- Укроборонпро́м, by rule -->
    <grapheme>Ukroboronprom</grapheme>
    <phoneme>ukroboronˈprɔm</phoneme>
    <alias>Укроборонпром</alias>
  </lexeme>
  <lexeme>
    <!-- Газпро́м, by rule -->
    <grapheme>Gazprom</grapheme>
    <phoneme>ɦɐzˈprɔm</phoneme>
    <alias>Газпром</alias>
  </lexeme>
  <lexeme>
    <!-- Росато́м, by rule -->
    <grapheme>Rosatom</grapheme>
    <phoneme>rosɐˈtɔm</phoneme>
    <alias>Росатом</alias>
  </lexeme>
  <lexeme>
    <!-- Луко́йл, by rule -->
    <grapheme>Lukoil</grapheme>
    <phoneme>luˈkɔjl</phoneme>
    <alias>Лукойл</alias>
  </lexeme>
  <lexeme>
    <!-- Росне́фть, by rule -->
    <grapheme>Rosneft</grapheme>
    <phoneme>rosˈnɛftʲ</phoneme>
    <alias>Роснефть</alias>
  </lexeme>
  <lexeme>
    <!-- Ва́гнер, by rule -->
    <grapheme>Wagner</grapheme>
    <phoneme>ˈʋɑɦner</phoneme>
    <alias>Вагнер</alias>
  </lexeme>
  <lexeme>
    <!-- Г'ю́ман Райтс Вотч, by rule -->
    <grapheme>Human Rights Watch</grapheme>
    <phoneme>ˈɦjumɐn rɐjts ʋott͡ʃ</phoneme>
    <alias>Г&#39;юман Райтс Вотч</alias>
  </lexeme>
  <lexeme>
    <!-- А́мнесті Інтерне́шнл, by rule -->
    <grapheme>Amnesty International</grapheme>
    <phoneme>ˈɑmnestʲi interˈnɛʃnl</phoneme>
    <alias>Амнесті Інтернешнл</alias>
  </lexeme>
  <lexeme>
    <!-- Беллінґке́т, by rule -->
    <grapheme>Bellingcat</grapheme>
    <phoneme>bellʲinɡˈkɛt</phoneme>
    <alias>Беллінґкет</alias>
  </lexeme>
  <lexeme>
    <!-- Дер Шта́ндард, by rule -->
    <grapheme>Der Standard</grapheme>
    <phoneme>der ˈʃtɑndɐrd</phoneme>
    <alias>Дер Штандард</alias>
  </lexeme>
  <lexeme>
    <!-- Ді Вельт, by rule -->
    <grapheme>Die Welt</grapheme>
    <phoneme>dʲi ʋelʲt</phoneme>
    <alias>Ді Вельт</alias>
  </lexeme>
  <lexeme>
    <!-- Ді Цайт, by rule -->
    <grapheme>Die Zeit</grapheme>
    <phoneme>dʲi t͡sɐjt</phoneme>
    <alias>Ді Цайт</alias>
  </lexeme>
  <lexeme>
    <!-- Фра́нкфуртер Альґема́йне Ца́йтунґ, by rule -->
    <grapheme>Frankfurter Allgemeine Zeitung</grapheme>
    <phoneme>ˈfrɑnkfurter ɐlʲɡeˈmɑjne ˈt͡sɑjtunɡ</phoneme>
    <alias>Франкфуртер Альґемайне Цайтунґ</alias>
  </lexeme>
  <lexeme>
    <!-- Зю́ддойче Ца́йтунґ, by rule -->
    <grapheme>Süddeutsche Zeitung</grapheme>
    <phoneme>ˈzʲuddojt͡ʃe ˈt͡sɑjtunɡ</phoneme>
    <alias>Зюддойче Цайтунґ</alias>
  </lexeme>
  <lexeme>
    <!-- Ле Фіґаро́, by rule -->
    <grapheme>Le Figaro</grapheme>
    <phoneme>le fiɡɐˈrɔ</phoneme>
    <alias>Ле Фіґаро</alias>
  </lexeme>
  <lexeme>
    <!-- Корріє́ре де́лла Се́ра, by rule -->
    <grapheme>Corriere della Sera</grapheme>
    <phoneme>korrʲiˈjɛre ˈdɛllɐ ˈsɛrɐ</phoneme>
    <alias>Коррієре делла Сера</alias>
  </lexeme>
  <lexeme>
    <!-- Те́леграф, by rule -->
    <grapheme>The Telegraph</grapheme>
    <phoneme>ˈtɛleɦrɐf</phoneme>
    <alias>Телеграф</alias>
  </lexeme>
  <lexeme>
    <!-- Індепе́ндент, by rule -->
    <grapheme>The Independent</grapheme>
    <phoneme>indeˈpɛndent</phoneme>
    <alias>Індепендент</alias>
  </lexeme>
  <lexeme>
    <!-- Ньюсві́к, by rule -->
    <grapheme>Newsweek</grapheme>
    <phoneme>nʲʲuˈsʋik</phoneme>
    <alias>Ньюсвік</alias>
  </lexeme>
  <lexeme>
    <!-- Тайм, by rule -->
    <grapheme>Time</grapheme>
    <phoneme>tɐjm</phoneme>
    <alias>Тайм</alias>
  </lexeme>
  <lexeme>
    <!-- Ки́їв Індепе́ндент, by rule -->
    <grapheme>Kyiv Independent</grapheme>
    <grapheme>The Kyiv Independent</grapheme>
    <phoneme>ˈkɪjiu̯ indeˈpɛndent</phoneme>
    <alias>Київ Індепендент</alias>
  </lexeme>
  <lexeme>
    <!-- Аль-Джазі́ра, by rule -->
    <grapheme>Al Jazeera</grapheme>
    <phoneme>ɐlʲd͡ʒɐˈzʲirɐ</phoneme>
    <alias>Аль-Джазіра</alias>
  </lexeme>
  <lexeme>
    <!-- Ра́діо Фрі Ю́роп, by rule -->
    <grapheme>Radio Free Europe</grapheme>
    <phoneme>ˈrɑdʲio frʲi ˈjurop</phoneme>
    <alias>Радіо Фрі Юроп</alias>
  </lexeme>
  <lexeme>
    <!-- Си́гнал, by rule -->
    <grapheme>Signal</grapheme>
    <phoneme>ˈsɪɦnɐl</phoneme>
    <alias>Сигнал</alias>
  </lexeme>
  <lexeme>
    <!-- Ді́скорд, by rule -->
    <grapheme>Discord</grapheme>
    <phoneme>ˈdʲiskord</phoneme>
    <alias>Діскорд</alias>
  </lexeme>
  <lexeme>
    <!-- Тредс, by rule -->
    <grapheme>Threads</grapheme>
    <phoneme>treds</phoneme>
    <alias>Тредс</alias>
  </lexeme>
  <lexeme>
    <!-- Блу́скай, by rule -->
    <grapheme>Bluesky</grapheme>
    <phoneme>ˈbluskɐj</phoneme>
    <alias>Блускай</alias>
  </lexeme>
  <lexeme>
    <!-- Трус Со́шл, by rule -->
    <grapheme>Truth Social</grapheme>
    <phoneme>trus sɔʃl</phoneme>
    <alias>Трус Сошл</alias>
  </lexeme>
  <lexeme>
    <!-- Клод, by rule -->
    <grapheme>Claude</grapheme>
    <phoneme>klod</phoneme>
    <alias>Клод</alias>
  </lexeme>
  <lexeme>
    <!-- Дже́міні, by rule -->
    <grapheme>Gemini</grapheme>
    <phoneme>ˈd͡ʒɛminʲi</phoneme>
    <alias>Джеміні</alias>
  </lexeme>
  <lexeme>
    <!-- Енві́дія, by rule -->
    <grapheme>Nvidia</grapheme>
    <grapheme>NVIDIA</grapheme>
    <phoneme>enˈʋidʲijɐ</phoneme>
    <alias>Енвідія</alias>
  </lexeme>
  <lexeme>
    <!-- І́нтел, by rule -->
    <grapheme>Intel</grapheme>
    <phoneme>ˈintel</phoneme>
    <alias>Інтел</alias>
  </lexeme>
  <lexeme>
    <!-- Самсу́нг, by rule -->
    <grapheme>Samsung</grapheme>
    <phoneme>sɐmˈsunɦ</phoneme>
    <alias>Самсунг</alias>
  </lexeme>
  <lexeme>
    <!-- Хуаве́й, by rule -->
    <grapheme>Huawei</grapheme>
    <phoneme>xuɐˈʋɛj</phoneme>
    <alias>Хуавей</alias>
  </lexeme>
  <lexeme>
    <!-- Тойо́та, by rule -->
    <grapheme>Toyota</grapheme>
    <phoneme>toˈjɔtɐ</phoneme>
    <alias>Тойота</alias>
  </lexeme>
  <lexeme>
    <!-- Мерседе́с, by rule -->
    <grapheme>Mercedes</grapheme>
    <phoneme>merseˈdɛs</phoneme>
    <alias>Мерседес</alias>
  </lexeme>
  <lexeme>
    <!-- Ві́за, by rule -->
    <grapheme>Visa</grapheme>
    <phoneme>ˈʋizɐ</phoneme>
    <alias>Віза</alias>
  </lexeme>
  <lexeme>
    <!-- Майстерка́рд, by rule -->
    <grapheme>Mastercard</grapheme>
    <phoneme>mɐjsterˈkɑrd</phoneme>
    <alias>Майстеркард</alias>
  </lexeme>
  <lexeme>
    <!-- Пе́йпал, by rule -->
    <grapheme>PayPal</grapheme>
    <phoneme>ˈpɛjpɐl</phoneme>
    <alias>Пейпал</alias>
  </lexeme>
  <lexeme>
    <!-- У́бер, by rule -->
    <grapheme>Uber</grapheme>
    <phoneme>ˈuber</phoneme>
    <alias>Убер</alias>
  </lexeme>
  <lexeme>
    <!-- Бу́кінг, by rule -->
    <grapheme>Booking</grapheme>
    <phoneme>ˈbukinɦ</phoneme>
    <alias>Букінг</alias>
  </lexeme>
  <lexeme>
    <!-- Лима́н, by rule -->
    <grapheme>Лиман</grapheme>
    <phoneme>lɪˈmɑn</phoneme>
  </lexeme>
  <lexeme>
    <!-- У́мань, by rule -->
    <grapheme>Умань</grapheme>
    <phoneme>ˈumɐnʲ</phoneme>
  </lexeme>
  <lexeme>
    <!-- Орі́хів, by rule -->
    <grapheme>Оріхів</grapheme>
    <phoneme>oˈrʲixiu̯</phoneme>
  </lexeme>
  <lexeme>
    <!-- Чонга́р, by rule -->
    <grapheme>Чонгар</grapheme>
    <phoneme>t͡ʃonˈɦɑr</phoneme>
  </lexeme>
  <lexeme>
    <!-- Сєвєродоне́цьк, by rule -->
    <grapheme>Сєвєродонецьк</grapheme>
    <phoneme>sʲeʋʲerodoˈnɛt͡sʲk</phoneme>
  </lexeme>
  <lexeme>
    <!-- Дністе́р, by rule -->
    <grapheme>Дністер</grapheme>
    <phoneme>dnʲisˈtɛr</phoneme>
  </lexeme>
  <lexeme>
    <!-- Десна́, by rule -->
    <grapheme>Десна</grapheme>
    <phoneme>desˈnɑ</phoneme>
  </lexeme>
  <lexeme>
    <!-- Оскі́л, by rule -->
    <grapheme>Оскіл</grapheme>
    <phoneme>osˈkil</phoneme>
  </lexeme>
  <lexeme>
    <!-- Піски́, by rule -->
    <grapheme>Піски</grapheme>
    <phoneme>pisˈkɪ</phoneme>
  </lexeme>
  <lexeme>
    <!-- Берди́чі, by rule -->
    <grapheme>Бердичі</grapheme>
    <phoneme>berˈdɪt͡ʃi</phoneme>
  </lexeme>
  <lexeme>
    <!-- Суда́к, by rule -->
    <grapheme>Судак</grapheme>
    <phoneme>suˈdɑk</phoneme>
  </lexeme>
  <lexeme>
    <!-- Коломи́я, by rule -->
    <grapheme>Коломия</grapheme>
    <phoneme>koloˈmɪjɐ</phoneme>
  </lexeme>
  <lexeme>
    <!-- Мука́чево, by rule -->
    <grapheme>Мукачево</grapheme>
    <phoneme>muˈkɑt͡ʃeʋo</phoneme>
  </lexeme>
  <lexeme>
    <!-- Дергачі́, by rule -->
    <grapheme>Дергачі</grapheme>
    <phoneme>derɦɐˈt͡ʃi</phoneme>
  </lexeme>
  <lexeme>
    <!-- Ли́пці, by rule -->
    <grapheme>Липці</grapheme>
    <phoneme>ˈlɪpt͡sʲi</phoneme>
  </lexeme>
  <lexeme>
    <!-- Сва́тове, by rule -->
    <grapheme>Сватове</grapheme>
    <phoneme>ˈsʋɑtoʋe</phoneme>
  </lexeme>
  <lexeme>
    <!-- Сели́дове, by rule -->
    <grapheme>Селидове</grapheme>
    <phoneme>seˈlɪdoʋe</phoneme>
  </lexeme>
</lexicon>
