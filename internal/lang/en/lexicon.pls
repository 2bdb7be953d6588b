<?xml version="1.0" encoding="UTF-8"?>
<lexicon xmlns="http://www.w3.org/2005/01/pronunciation-lexicon" version="1.0" xml:lang="en" alphabet="ipa">
  <!-- Sources. "by rule": the name as it is spelt in its language, with its stress, by that language's phonology -->
  <!-- (Wikipedia, "Ukrainian phonology", "Russian phonology"), in the sounds that American English has. -->
  <!-- Spellings follow resolution 55 of Ukraine's Cabinet of Ministers, 27 January 2010 (romanization). -->
  <!-- The sources of names were written down without opening them again, and no speaker has read the list yet: -->
  <!-- correct what you hear wrong, and put the source that you looked at beside it. -->
  <lexeme>
    <grapheme>Kyiv</grapheme>
    <phoneme>kiv</phoneme>
    <alias>Keev</alias>
  </lexeme>
  <lexeme>
    <grapheme>Kyivan</grapheme>
    <phoneme>ˈkivən</phoneme>
    <alias>Keevan</alias>
  </lexeme>
  <lexeme>
    <grapheme>Kharkiv</grapheme>
    <phoneme>ˈkɑɹkiv</phoneme>
    <alias>Kharkeev</alias>
  </lexeme>
  <lexeme>
    <grapheme>Zaporizhzhia</grapheme>
    <grapheme>Zaporizhia</grapheme>
    <grapheme>Zaporizhzhya</grapheme>
    <phoneme>ˌzɑpəˈɹiʒə</phoneme>
    <alias>Zahpa-reezha</alias>
  </lexeme>
  <lexeme>
    <grapheme>Odesa</grapheme>
    <phoneme>oʊˈdɛsə</phoneme>
    <alias>Odessa</alias>
  </lexeme>
  <lexeme>
    <grapheme>Lviv</grapheme>
    <phoneme>ləˈviv</phoneme>
    <alias>Luh-veev</alias>
  </lexeme>
  <lexeme>
    <grapheme>Dnipro</grapheme>
    <phoneme>dəˈnipɹoʊ</phoneme>
    <alias>Deneepro</alias>
  </lexeme>
  <lexeme>
    <grapheme>Mykolaiv</grapheme>
    <phoneme>ˌmɪkoʊˈlɑjiv</phoneme>
    <alias>Micko-lah-yeev</alias>
  </lexeme>
  <lexeme>
    <grapheme>Kherson</grapheme>
    <phoneme>kɛɹˈsɔn</phoneme>
    <alias>Care-sawn</alias>
  </lexeme>
  <lexeme>
    <grapheme>Donetsk</grapheme>
    <phoneme>doʊˈnɛtsk</phoneme>
    <alias>Doh-netsk</alias>
  </lexeme>
  <lexeme>
    <grapheme>Luhansk</grapheme>
    <phoneme>luˈhɑnsk</phoneme>
    <alias>Loo-honsk</alias>
  </lexeme>
  <lexeme>
    <grapheme>Donbas</grapheme>
    <phoneme>dɔnˈbɑs</phoneme>
    <alias>Don-boss</alias>
  </lexeme>
  <lexeme>
    <grapheme>Bakhmut</grapheme>
    <phoneme>bɑkˈmut</phoneme>
    <alias>Bock-moot</alias>
  </lexeme>
  <lexeme>
    <grapheme>Avdiivka</grapheme>
    <phoneme>ɑvˈdivkə</phoneme>
    <alias>Ahvdeevka</alias>
  </lexeme>
  <lexeme>
    <grapheme>Pokrovsk</grapheme>
    <phoneme>poʊˈkɹɔvsk</phoneme>
    <alias>Po-krovsk</alias>
  </lexeme>
  <lexeme>
    <grapheme>Kryvyi Rih</grapheme>
    <phoneme>kɹɪˈvi ˈɹi</phoneme>
    <alias>Krivvy Ree</alias>
  </lexeme>
  <lexeme>
    <grapheme>Chernihiv</grapheme>
    <phoneme>tʃɛɹˈnihiv</phoneme>
    <alias>Chair-neeheev</alias>
  </lexeme>
  <lexeme>
    <grapheme>Sumy</grapheme>
    <phoneme>ˈsumi</phoneme>
    <alias>Soomy</alias>
  </lexeme>
  <lexeme>
    <grapheme>Kramatorsk</grapheme>
    <phoneme>ˌkɹɑməˈtɔɹsk</phoneme>
    <alias>Krahma-torsk</alias>
  </lexeme>
  <lexeme>
    <grapheme>Sloviansk</grapheme>
    <phoneme>sloʊˈvjɑnsk</phoneme>
    <alias>Slohvyonsk</alias>
  </lexeme>
  <lexeme>
    <grapheme>Kupiansk</grapheme>
    <phoneme>kuˈpjɑnsk</phoneme>
    <alias>Koop-yonsk</alias>
  </lexeme>
  <lexeme>
    <grapheme>Vovchansk</grapheme>
    <phoneme>voʊvˈtʃɑnsk</phoneme>
    <alias>Vove-chonsk</alias>
  </lexeme>
  <lexeme>
    <grapheme>Toretsk</grapheme>
    <phoneme>toʊˈɹɛtsk</phoneme>
    <alias>Toe-retsk</alias>
  </lexeme>
  <lexeme>
    <grapheme>Chasiv Yar</grapheme>
    <phoneme>ˈtʃɑsiv ˈjɑɹ</phoneme>
    <alias>Chosseev Yar</alias>
  </lexeme>
  <lexeme>
    <grapheme>Siversk</grapheme>
    <phoneme>ˈsivɛɹsk</phoneme>
    <alias>Seeversk</alias>
  </lexeme>
  <lexeme>
    <grapheme>Lyman</grapheme>
    <phoneme>lɪˈmɑn</phoneme>
    <alias>Lih-mahn</alias>
  </lexeme>
  <lexeme>
    <grapheme>Izium</grapheme>
    <phoneme>iˈzjum</phoneme>
    <alias>Eez-yoom</alias>
  </lexeme>
  <lexeme>
    <grapheme>Balakliia</grapheme>
    <phoneme>bɑləˈklijə</phoneme>
    <alias>Bala-kleeya</alias>
  </lexeme>
  <lexeme>
    <grapheme>Mariupol</grapheme>
    <phoneme>ˌmæɹiˈupəl</phoneme>
    <alias>Marri-oo-pul</alias>
  </lexeme>
  <lexeme>
    <grapheme>Melitopol</grapheme>
    <phoneme>ˌmɛlɪˈtoʊpəl</phoneme>
    <alias>Meli-toh-pul</alias>
  </lexeme>
  <lexeme>
    <grapheme>Berdiansk</grapheme>
    <phoneme>bɛɹˈdjɑnsk</phoneme>
    <alias>Baird-yonsk</alias>
  </lexeme>
  <lexeme>
    <grapheme>Enerhodar</grapheme>
    <phoneme>ˌɛnɛɹhoʊˈdɑɹ</phoneme>
    <alias>Ener-ho-dar</alias>
  </lexeme>
  <lexeme>
    <grapheme>Tokmak</grapheme>
    <phoneme>toʊkˈmɑk</phoneme>
    <alias>Toke-mock</alias>
  </lexeme>
  <lexeme>
    <grapheme>Robotyne</grapheme>
    <phoneme>ɹoʊˈbɔtɪnɛ</phoneme>
    <alias>Ro-bottinay</alias>
  </lexeme>
  <lexeme>
    <grapheme>Huliaipole</grapheme>
    <phoneme>ˌhuljaɪˈpɔlɛ</phoneme>
    <alias>Hool-yai-polleh</alias>
  </lexeme>
  <lexeme>
    <grapheme>Orikhiv</grapheme>
    <phoneme>oʊˈɹihiv</phoneme>
    <alias>O-reeheev</alias>
  </lexeme>
  <lexeme>
    <grapheme>Nikopol</grapheme>
    <phoneme>niˈkoʊpəl</phoneme>
    <alias>Nee-ko-pul</alias>
  </lexeme>
  <lexeme>
    <grapheme>Pavlohrad</grapheme>
    <phoneme>ˌpɑvloʊˈhɹɑd</phoneme>
    <alias>Pahvlo-rahd</alias>
  </lexeme>
  <lexeme>
    <grapheme>Poltava</grapheme>
    <phoneme>pɔlˈtɑvə</phoneme>
    <alias>Pol-tahva</alias>
  </lexeme>
  <lexeme>
    <grapheme>Cherkasy</grapheme>
    <phoneme>tʃɛɹˈkɑsi</phoneme>
    <alias>Chair-kahsee</alias>
  </lexeme>
  <lexeme>
    <grapheme>Zhytomyr</grapheme>
    <phoneme>ʒɪˈtɔmɪɹ</phoneme>
    <alias>Zhih-tawmeer</alias>
  </lexeme>
  <lexeme>
    <grapheme>Vinnytsia</grapheme>
    <phoneme>ˈvɪnɪtsjə</phoneme>
    <alias>Vinitsia</alias>
  </lexeme>
  <lexeme>
    <grapheme>Khmelnytskyi</grapheme>
    <phoneme>hmɛlˈnɪtski</phoneme>
    <alias>Huh-melnitsky</alias>
  </lexeme>
  <lexeme>
    <grapheme>Ternopil</grapheme>
    <phoneme>tɛɹˈnɔpil</phoneme>
    <alias>Tair-noppeel</alias>
  </lexeme>
  <lexeme>
    <grapheme>Rivne</grapheme>
    <phoneme>ˈɹivnɛ</phoneme>
    <alias>Reevnay</alias>
  </lexeme>
  <lexeme>
    <grapheme>Lutsk</grapheme>
    <phoneme>lutsk</phoneme>
    <alias>Lootsk</alias>
  </lexeme>
  <lexeme>
    <grapheme>Uzhhorod</grapheme>
    <phoneme>ˈuʒhɔɹɔd</phoneme>
    <alias>Oozhhorrohd</alias>
  </lexeme>
  <lexeme>
    <grapheme>Ivano-Frankivsk</grapheme>
    <phoneme>iˈvɑnoʊ fɹɑnˈkivsk</phoneme>
    <alias>Ee-vano Fron-keevsk</alias>
  </lexeme>
  <lexeme>
    <grapheme>Chernivtsi</grapheme>
    <phoneme>tʃɛɹnivˈtsi</phoneme>
    <alias>Chairneev-tsee</alias>
  </lexeme>
  <lexeme>
    <grapheme>Kropyvnytskyi</grapheme>
    <phoneme>ˌkɹoʊpɪvˈnɪtski</phoneme>
    <alias>Krohpivnitsky</alias>
  </lexeme>
  <lexeme>
    <grapheme>Bila Tserkva</grapheme>
    <phoneme>ˈbilə ˈtsɛɹkvə</phoneme>
    <alias>Beela Tsairkva</alias>
  </lexeme>
  <lexeme>
    <grapheme>Boryspil</grapheme>
    <phoneme>boʊˈɹɪspil</phoneme>
    <alias>Bo-rispeel</alias>
  </lexeme>
  <lexeme>
    <grapheme>Irpin</grapheme>
    <phoneme>iɹˈpin</phoneme>
    <alias>Ear-peen</alias>
  </lexeme>
  <lexeme>
    <grapheme>Bucha</grapheme>
    <phoneme>ˈbutʃə</phoneme>
    <alias>Boocha</alias>
  </lexeme>
  <lexeme>
    <grapheme>Hostomel</grapheme>
    <phoneme>hɔsˈtɔmɛl</phoneme>
    <alias>Haw-stommel</alias>
  </lexeme>
  <lexeme>
    <grapheme>Brovary</grapheme>
    <phoneme>ˌbɹoʊvəˈɹi</phoneme>
    <alias>Brova-ree</alias>
  </lexeme>
  <lexeme>
    <grapheme>Chornobyl</grapheme>
    <phoneme>tʃɔɹˈnoʊbɪl</phoneme>
    <alias>Chore-nohbil</alias>
  </lexeme>
  <lexeme>
    <grapheme>Prypiat</grapheme>
    <grapheme>Pripyat</grapheme>
    <phoneme>ˈpɹɪpjət</phoneme>
    <alias>Prip-yut</alias>
  </lexeme>
  <lexeme>
    <grapheme>Kremenchuk</grapheme>
    <phoneme>ˌkɹɛmɛnˈtʃuk</phoneme>
    <alias>Kremen-chook</alias>
  </lexeme>
  <lexeme>
    <grapheme>Nova Kakhovka</grapheme>
    <phoneme>ˈnoʊvə kəˈhɔvkə</phoneme>
    <alias>Nova Kuh-hovka</alias>
  </lexeme>
  <lexeme>
    <grapheme>Kakhovka</grapheme>
    <phoneme>kəˈhɔvkə</phoneme>
    <alias>Kuh-hovka</alias>
  </lexeme>
  <lexeme>
    <grapheme>Ochakiv</grapheme>
    <phoneme>oʊˈtʃɑkiv</phoneme>
    <alias>O-chahkeev</alias>
  </lexeme>
  <lexeme>
    <grapheme>Izmail</grapheme>
    <phoneme>ˌizmɑˈil</phoneme>
    <alias>Eez-ma-eel</alias>
  </lexeme>
  <lexeme>
    <grapheme>Sievierodonetsk</grapheme>
    <grapheme>Severodonetsk</grapheme>
    <phoneme>ˌsjɛvjɛɹoʊdoʊˈnɛtsk</phoneme>
    <alias>Syev-yero-doh-netsk</alias>
  </lexeme>
  <lexeme>
    <grapheme>Lysychansk</grapheme>
    <phoneme>ˌlɪsɪˈtʃɑnsk</phoneme>
    <alias>Lissi-chonsk</alias>
  </lexeme>
  <lexeme>
    <grapheme>Kostiantynivka</grapheme>
    <phoneme>ˌkɔstjɑnˈtɪnivkə</phoneme>
    <alias>Kostyahn-tineevka</alias>
  </lexeme>
  <lexeme>
    <grapheme>Druzhkivka</grapheme>
    <phoneme>dɹuʒˈkivkə</phoneme>
    <alias>Droozhkeevka</alias>
  </lexeme>
  <lexeme>
    <grapheme>Myrnohrad</grapheme>
    <phoneme>ˌmɪɹnoʊˈhɹɑd</phoneme>
    <alias>Meerno-rahd</alias>
  </lexeme>
  <lexeme>
    <grapheme>Selydove</grapheme>
    <phoneme>sɛˈlɪdoʊvɛ</phoneme>
    <alias>Seliddo-veh</alias>
  </lexeme>
  <lexeme>
    <grapheme>Kurakhove</grapheme>
    <phoneme>kuˈɹɑhoʊvɛ</phoneme>
    <alias>Koo-rahhoveh</alias>
  </lexeme>
  <lexeme>
    <grapheme>Vuhledar</grapheme>
    <phoneme>ˌvuhlɛˈdɑɹ</phoneme>
    <alias>Voohleh-dar</alias>
  </lexeme>
  <lexeme>
    <grapheme>Marinka</grapheme>
    <phoneme>ˈmɑɹjinkə</phoneme>
    <alias>Mar-yeenka</alias>
  </lexeme>
  <lexeme>
    <grapheme>Soledar</grapheme>
    <phoneme>ˌsoʊlɛˈdɑɹ</phoneme>
    <alias>So-leh-dar</alias>
  </lexeme>
  <lexeme>
    <grapheme>Velyka Novosilka</grapheme>
    <phoneme>vɛˈlɪkə noʊvoʊˈsilkə</phoneme>
    <alias>Velika Novo-seelka</alias>
  </lexeme>
  <lexeme>
    <grapheme>Dobropillia</grapheme>
    <phoneme>ˌdɔbɹoʊˈpiljə</phoneme>
    <alias>Dobro-peel-ya</alias>
  </lexeme>
  <lexeme>
    <grapheme>Kursk</grapheme>
    <phoneme>kʊɹsk</phoneme>
    <alias>Koorsk</alias>
  </lexeme>
  <lexeme>
    <grapheme>Bryansk</grapheme>
    <phoneme>bɹiˈɑnsk</phoneme>
    <alias>Bree-onsk</alias>
  </lexeme>
  <lexeme>
    <grapheme>Kerch</grapheme>
    <phoneme>kɛɹtʃ</phoneme>
    <alias>Cairtch</alias>
  </lexeme>
  <lexeme>
    <grapheme>Maidan</grapheme>
    <phoneme>maɪˈdɑn</phoneme>
    <alias>My-dahn</alias>
  </lexeme>
  <lexeme>
    <grapheme>Khreshchatyk</grapheme>
    <phoneme>hɹɛʃˈtʃɑtɪk</phoneme>
    <alias>Kresh-cha-tik</alias>
  </lexeme>
  <lexeme>
    <grapheme>Volodymyr</grapheme>
    <phoneme>ˌvoʊloʊˈdɪmɪɹ</phoneme>
    <alias>Volo-dimmir</alias>
  </lexeme>
  <lexeme>
    <grapheme>Zelenskyy</grapheme>
    <grapheme>Zelensky</grapheme>
    <grapheme>Zelenskiy</grapheme>
    <grapheme>Zelenskyi</grapheme>
    <phoneme>zəˈlɛnski</phoneme>
    <alias>Zelensky</alias>
  </lexeme>
  <lexeme>
    <grapheme>Zelenska</grapheme>
    <phoneme>zəˈlɛnskə</phoneme>
  </lexeme>
  <lexeme>
    <grapheme>Syrskyi</grapheme>
    <grapheme>Syrsky</grapheme>
    <phoneme>ˈsɪɹski</phoneme>
    <alias>Seersky</alias>
  </lexeme>
  <lexeme>
    <grapheme>Oleksandr</grapheme>
    <phoneme>ˌoʊlɛkˈsɑndəɹ</phoneme>
    <alias>Oleck-sahnder</alias>
  </lexeme>
  <lexeme>
    <grapheme>Zaluzhnyi</grapheme>
    <grapheme>Zaluzhny</grapheme>
    <phoneme>zəˈluʒni</phoneme>
    <alias>Zuh-loozhny</alias>
  </lexeme>
  <lexeme>
    <grapheme>Valerii</grapheme>
    <grapheme>Valeriy</grapheme>
    <phoneme>vəˈlɛɹi</phoneme>
    <alias>Vuh-lerry</alias>
  </lexeme>
  <lexeme>
    <grapheme>Yermak</grapheme>
    <phoneme>jɛɹˈmɑk</phoneme>
    <alias>Yair-mock</alias>
  </lexeme>
  <lexeme>
    <grapheme>Andrii</grapheme>
    <grapheme>Andriy</grapheme>
    <phoneme>ɑnˈdɹi</phoneme>
    <alias>On-dree</alias>
  </lexeme>
  <lexeme>
    <grapheme>Budanov</grapheme>
    <phoneme>buˈdɑnɔv</phoneme>
    <alias>Boo-dahnov</alias>
  </lexeme>
  <lexeme>
    <grapheme>Kyrylo</grapheme>
    <phoneme>kɪˈɹɪloʊ</phoneme>
    <alias>Kih-rillo</alias>
  </lexeme>
  <lexeme>
    <grapheme>Shmyhal</grapheme>
    <phoneme>ʃmɪˈhɑl</phoneme>
    <alias>Schmihahl</alias>
  </lexeme>
  <lexeme>
    <grapheme>Denys</grapheme>
    <phoneme>dɛˈnɪs</phoneme>
    <alias>Deh-nis</alias>
  </lexeme>
  <lexeme>
    <grapheme>Kuleba</grapheme>
    <phoneme>kuˈlɛbə</phoneme>
    <alias>Koo-lebba</alias>
  </lexeme>
  <lexeme>
    <grapheme>Dmytro</grapheme>
    <phoneme>dmɪˈtɹoʊ</phoneme>
    <alias>Dimmi-tro</alias>
  </lexeme>
  <lexeme>
    <grapheme>Sybiha</grapheme>
    <phoneme>sɪˈbihə</phoneme>
    <alias>Sih-beeha</alias>
  </lexeme>
  <lexeme>
    <grapheme>Umerov</grapheme>
    <phoneme>uˈmɛɹɔv</phoneme>
    <alias>Oo-merrov</alias>
  </lexeme>
  <lexeme>
    <grapheme>Rustem</grapheme>
    <phoneme>ɹuˈstɛm</phoneme>
    <alias>Roo-stem</alias>
  </lexeme>
  <lexeme>
    <grapheme>Svyrydenko</grapheme>
    <phoneme>ˌsvɪɹɪˈdɛnkoʊ</phoneme>
    <alias>Sveeri-denko</alias>
  </lexeme>
  <lexeme>
    <grapheme>Yuliia</grapheme>
    <phoneme>ˈjulijə</phoneme>
    <alias>Yooliya</alias>
  </lexeme>
  <lexeme>
    <grapheme>Fedorov</grapheme>
    <phoneme>ˈfɛdəɹɔv</phoneme>
    <alias>Fedderov</alias>
  </lexeme>
  <lexeme>
    <grapheme>Mykhailo</grapheme>
    <phoneme>mɪˈhaɪloʊ</phoneme>
    <alias>Mihhighlo</alias>
  </lexeme>
  <lexeme>
    <grapheme>Podolyak</grapheme>
    <phoneme>ˌpoʊdoʊˈljɑk</phoneme>
    <alias>Poh-dole-yock</alias>
  </lexeme>
  <lexeme>
    <grapheme>Klitschko</grapheme>
    <phoneme>ˈklɪtʃkoʊ</phoneme>
    <alias>Klitchko</alias>
  </lexeme>
  <lexeme>
    <grapheme>Vitalii</grapheme>
    <grapheme>Vitaliy</grapheme>
    <grapheme>Vitali</grapheme>
    <phoneme>viˈtɑli</phoneme>
    <alias>Vee-tahly</alias>
  </lexeme>
  <lexeme>
    <grapheme>Tymoshenko</grapheme>
    <phoneme>ˌtɪmoʊˈʃɛnkoʊ</phoneme>
    <alias>Timmo-shenko</alias>
  </lexeme>
  <lexeme>
    <grapheme>Stefanchuk</grapheme>
    <phoneme>ˌstɛfɑnˈtʃuk</phoneme>
    <alias>Stefahn-chook</alias>
  </lexeme>
  <lexeme>
    <grapheme>Danilov</grapheme>
    <phoneme>dəˈnilɔv</phoneme>
    <alias>Duh-neelov</alias>
  </lexeme>
  <lexeme>
    <grapheme>Arestovych</grapheme>
    <phoneme>ˌɑɹɛˈstoʊvɪtʃ</phoneme>
    <alias>Ah-reh-stohvich</alias>
  </lexeme>
  <lexeme>
    <grapheme>Maliuk</grapheme>
    <grapheme>Malyuk</grapheme>
    <phoneme>mɑˈljuk</phoneme>
    <alias>Mahl-yuke</alias>
  </lexeme>
  <lexeme>
    <grapheme>Drapatyi</grapheme>
    <phoneme>dɹɑˈpɑti</phoneme>
    <alias>Dra-pahty</alias>
  </lexeme>
  <lexeme>
    <grapheme>Mykola</grapheme>
    <phoneme>mɪˈkoʊlə</phoneme>
    <alias>Mikola</alias>
  </lexeme>
  <lexeme>
    <grapheme>Serhii</grapheme>
    <grapheme>Serhiy</grapheme>
    <phoneme>sɛɹˈhi</phoneme>
    <alias>Sare-hee</alias>
  </lexeme>
  <lexeme>
    <grapheme>Oleksii</grapheme>
    <grapheme>Oleksiy</grapheme>
    <phoneme>ˌoʊlɛkˈsi</phoneme>
    <alias>O-leck-see</alias>
  </lexeme>
  <lexeme>
    <grapheme>Oleh</grapheme>
    <phoneme>oʊˈlɛh</phoneme>
    <alias>Oh-leh</alias>
  </lexeme>
  <lexeme>
    <grapheme>Ihor</grapheme>
    <phoneme>ˈihɔɹ</phoneme>
    <alias>Ee-hor</alias>
  </lexeme>
  <lexeme>
    <grapheme>Iryna</grapheme>
    <phoneme>iˈɹɪnə</phoneme>
    <alias>Ee-rinna</alias>
  </lexeme>
  <lexeme>
    <grapheme>Yevhen</grapheme>
    <phoneme>jɛvˈhɛn</phoneme>
    <alias>Yev-hen</alias>
  </lexeme>
  <lexeme>
    <grapheme>Yurii</grapheme>
    <grapheme>Yuriy</grapheme>
    <phoneme>ˈjuɹi</phoneme>
    <alias>Yoo-ree</alias>
  </lexeme>
  <lexeme>
    <grapheme>Vasyl</grapheme>
    <phoneme>vəˈsɪl</phoneme>
    <alias>Vuh-sil</alias>
  </lexeme>
  <lexeme>
    <grapheme>Taras</grapheme>
    <phoneme>təˈɹɑs</phoneme>
    <alias>Tuh-rahce</alias>
  </lexeme>
  <lexeme>
    <grapheme>Anatolii</grapheme>
    <grapheme>Anatoliy</grapheme>
    <phoneme>ˌɑnəˈtoʊli</phoneme>
    <alias>Ana-toly</alias>
  </lexeme>
  <lexeme>
    <grapheme>Lavrov</grapheme>
    <phoneme>lɑvˈɹɔv</phoneme>
    <alias>Lah-vrov</alias>
  </lexeme>
  <lexeme>
    <grapheme>Gerasimov</grapheme>
    <phoneme>ɡəˈɹɑsɪmɔv</phoneme>
    <alias>Guh-rahssimov</alias>
  </lexeme>
  <lexeme>
    <grapheme>Shoigu</grapheme>
    <phoneme>ʃɔɪˈɡu</phoneme>
    <alias>Shoy-goo</alias>
  </lexeme>
  <lexeme>
    <grapheme>Belousov</grapheme>
    <phoneme>ˌbɛloʊˈusɔv</phoneme>
    <alias>Bello-oosov</alias>
  </lexeme>
  <lexeme>
    <grapheme>Prigozhin</grapheme>
    <phoneme>pɹɪˈɡoʊʒɪn</phoneme>
    <alias>Prih-go-zhin</alias>
  </lexeme>
  <lexeme>
    <grapheme>Navalny</grapheme>
    <phoneme>nəˈvɑlni</phoneme>
    <alias>Nuh-vahlny</alias>
  </lexeme>
  <lexeme>
    <grapheme>Lukashenko</grapheme>
    <phoneme>ˌlukəˈʃɛnkoʊ</phoneme>
    <alias>Luka-shenko</alias>
  </lexeme>
  <lexeme>
    <grapheme>Kadyrov</grapheme>
    <phoneme>kəˈdɪɹɔv</phoneme>
    <alias>Kuh-deerov</alias>
  </lexeme>
  <lexeme>
    <grapheme>oblast</grapheme>
    <phoneme>ˈɔblɑst</phoneme>
    <alias>awblost</alias>
  </lexeme>
  <lexeme>
    <grapheme>raion</grapheme>
    <phoneme>ɹaɪˈɔn</phoneme>
    <alias>rye-awn</alias>
  </lexeme>
  <lexeme>
    <grapheme>hromada</grapheme>
    <phoneme>hɹoʊˈmɑdə</phoneme>
  </lexeme>
  <lexeme>
    <grapheme>hryvnia</grapheme>
    <grapheme>hryvnya</grapheme>
    <phoneme>ˈhɹɪvnjə</phoneme>
    <alias>hrivnya</alias>
  </lexeme>
  <lexeme>
    <grapheme>Verkhovna Rada</grapheme>
    <phoneme>vɛɹˈhoʊvnə ˈɹɑdə</phoneme>
    <alias>Vairhohvna Rahda</alias>
  </lexeme>
  <lexeme>
    <grapheme>Rada</grapheme>
    <phoneme>ˈɹɑdə</phoneme>
    <alias>Rahda</alias>
  </lexeme>
  <lexeme>
    <grapheme>shahed</grapheme>
    <phoneme>ʃɑˈhɛd</phoneme>
    <alias>Shah-head</alias>
  </lexeme>
  <lexeme>
    <grapheme>kinzhal</grapheme>
    <phoneme>kinˈʒɑl</phoneme>
    <alias>Keen-zhahl</alias>
  </lexeme>
  <lexeme>
    <grapheme>iskander</grapheme>
    <phoneme>ɪsˈkɑndəɹ</phoneme>
    <alias>Iss-kahnder</alias>
  </lexeme>
  <lexeme>
    <grapheme>kalibr</grapheme>
    <phoneme>kəˈlibəɹ</phoneme>
    <alias>Kuh-leeber</alias>
  </lexeme>
  <lexeme>
    <grapheme>oreshnik</grapheme>
    <phoneme>oʊˈɹɛʃnɪk</phoneme>
    <alias>O-resh-nik</alias>
  </lexeme>
  <lexeme>
    <grapheme>Tsirkon</grapheme>
    <phoneme>tsiɹˈkɔn</phoneme>
    <alias>Tseer-kawn</alias>
  </lexeme>
  <lexeme>
    <grapheme>Geran</grapheme>
    <phoneme>ɡɛˈɹɑn</phoneme>
    <alias>Gair-onn</alias>
  </lexeme>
  <lexeme>
    <grapheme>bayraktar</grapheme>
    <phoneme>ˌbaɪɹɑkˈtɑɹ</phoneme>
    <alias>Byrock-tar</alias>
  </lexeme>
  <lexeme>
    <grapheme>Ukrzaliznytsia</grapheme>
    <phoneme>ˌukɚzɑlizˈnɪtsjə</phoneme>
    <alias>Ookerzahleeznitsya</alias>
  </lexeme>
  <lexeme>
    <grapheme>Ukrainska Pravda</grapheme>
    <phoneme>ˌukɹəˈjinskə ˈpɹɑvdə</phoneme>
    <alias>Ookra-yinska Prahvda</alias>
  </lexeme>
  <lexeme>
    <grapheme>Naftogaz</grapheme>
    <phoneme>ˈnɑftoʊɡɑz</phoneme>
    <alias>Nahfto-goz</alias>
  </lexeme>
  <lexeme>
    <grapheme>Suspilne</grapheme>
    <phoneme>suˈspilnɛ</phoneme>
    <alias>Soo-speelnay</alias>
  </lexeme>
  <lexeme>
    <grapheme>Holodomor</grapheme>
    <phoneme>ˌhoʊloʊdoʊˈmɔɹ</phoneme>
    <alias>Hoh-lodo-more</alias>
  </lexeme>
  <lexeme>
    <grapheme>Slava Ukraini</grapheme>
    <phoneme>ˈslɑvə ˌukɹɑˈjini</phoneme>
    <alias>Slahva Oo-kra-yeenee</alias>
  </lexeme>
  <lexeme>
    <grapheme>vyshyvanka</grapheme>
    <phoneme>ˌvɪʃɪˈvɑnkə</phoneme>
    <alias>vishy-vahnka</alias>
  </lexeme>
  <lexeme>
    <grapheme>Azov</grapheme>
    <phoneme>ˈɑzɔv</phoneme>
    <alias>Ahzov</alias>
  </lexeme>
  <lexeme>
    <grapheme>Azovstal</grapheme>
    <phoneme>ˌɑzɔvˈstɑl</phoneme>
    <alias>Ahzov-stahl</alias>
  </lexeme>
  <lexeme>
    <!-- Ukrainian Монасти́рський, by rule -->
    <grapheme>Monastyrskyi</grapheme>
    <grapheme>Monastyrsky</grapheme>
    <phoneme>moʊnɑsˈtɪɹski</phoneme>
    <alias>Mo-nos-tihrrski</alias>
  </lexeme>
  <lexeme>
    <!-- Ukrainian Ре́зніков, by rule -->
    <grapheme>Reznikov</grapheme>
    <phoneme>ˈɹɛznikəv</phoneme>
    <alias>Raizneekuv</alias>
  </lexeme>
  <lexeme>
    <!-- Ukrainian Климе́нко, by rule -->
    <grapheme>Klymenko</grapheme>
    <phoneme>klɪˈmɛnkoʊ</phoneme>
    <alias>Klih-menkoh</alias>
  </lexeme>
  <lexeme>
    <!-- Ukrainian Литвине́нко, by rule -->
    <grapheme>Lytvynenko</grapheme>
    <phoneme>lɪtvɪˈnɛnkoʊ</phoneme>
    <alias>Litvi-nainkoh</alias>
  </lexeme>
  <lexeme>
    <!-- Ukrainian Бака́нов, by rule -->
    <grapheme>Bakanov</grapheme>
    <phoneme>bəˈkɑnəv</phoneme>
    <alias>Be-kahnuv</alias>
  </lexeme>
  <lexeme>
    <!-- Ukrainian Венеді́ктова, by rule -->
    <grapheme>Venediktova</grapheme>
    <phoneme>vɛnɛˈdiktoʊvə</phoneme>
    <alias>Venneh-dyktohva</alias>
  </lexeme>
  <lexeme>
    <!-- Ukrainian Галуще́нко, by rule -->
    <grapheme>Halushchenko</grapheme>
    <phoneme>hɑluʃˈtʃɛnkoʊ</phoneme>
    <alias>Hahloosh-chainko</alias>
  </lexeme>
  <lexeme>
    <!-- Ukrainian Гринчу́к, by rule -->
    <grapheme>Hrynchuk</grapheme>
    <phoneme>hɹɪnˈtʃuk</phoneme>
    <alias>Hrinchoock</alias>
  </lexeme>
  <lexeme>
    <!-- Ukrainian Кудри́цький, by rule -->
    <grapheme>Kudrytskyi</grapheme>
    <phoneme>kuˈdɹɪtski</phoneme>
    <alias>Koodritzky</alias>
  </lexeme>
  <lexeme>
    <!-- Ukrainian Ко́тін, by rule -->
    <grapheme>Kotin</grapheme>
    <phoneme>ˈkɔtin</phoneme>
    <alias>Kotyn</alias>
  </lexeme>
  <lexeme>
    <!-- Ukrainian Чернишо́в, by rule -->
    <grapheme>Chernyshov</grapheme>
    <phoneme>tʃɛɹnɪˈʃɔv</phoneme>
    <alias>Chairnishaw-v</alias>
  </lexeme>
  <lexeme>
    <!-- Ukrainian Кубрако́в, by rule -->
    <grapheme>Kubrakov</grapheme>
    <phoneme>kubɹəˈkɔv</phoneme>
    <alias>Koobrakov</alias>
  </lexeme>
  <lexeme>
    <!-- Ukrainian Верещу́к, by rule -->
    <grapheme>Vereshchuk</grapheme>
    <phoneme>vɛɹɛʃˈtʃuk</phoneme>
    <alias>Veresh-chook</alias>
  </lexeme>
  <lexeme>
    <!-- Ukrainian Лубіне́ць, by rule -->
    <grapheme>Lubinets</grapheme>
    <phoneme>lubiˈnɛts</phoneme>
    <alias>Lubeenaits</alias>
  </lexeme>
  <lexeme>
    <!-- Ukrainian Со́льський, by rule -->
    <grapheme>Solskyi</grapheme>
    <grapheme>Solsky</grapheme>
    <phoneme>ˈsɔlski</phoneme>
    <alias>Sawlski</alias>
  </lexeme>
  <lexeme>
    <!-- Ukrainian Ткаче́нко, by rule -->
    <grapheme>Tkachenko</grapheme>
    <phoneme>tkəˈtʃɛnkoʊ</phoneme>
    <alias>Tkuh-chehnko</alias>
  </lexeme>
  <lexeme>
    <!-- Ukrainian Лісови́й, by rule -->
    <grapheme>Lisovyi</grapheme>
    <phoneme>lisoʊˈvi</phoneme>
    <alias>Leesohvy</alias>
  </lexeme>
  <lexeme>
    <!-- Ukrainian Смета́нін, by rule -->
    <grapheme>Smetanin</grapheme>
    <phoneme>smɛˈtɑnin</phoneme>
    <alias>Smetahnyn</alias>
  </lexeme>
  <lexeme>
    <!-- Ukrainian Пали́са, by rule -->
    <grapheme>Palisa</grapheme>
    <phoneme>pəˈlɪsə</phoneme>
    <alias>Puh-lisa</alias>
  </lexeme>
  <lexeme>
    <!-- Ukrainian Баргиле́вич, by rule -->
    <grapheme>Barhylevych</grapheme>
    <phoneme>bɑɹhɪˈlɛvɪtʃ</phoneme>
    <alias>Borhillaivitch</alias>
  </lexeme>
  <lexeme>
    <!-- Ukrainian Шапта́ла, by rule -->
    <grapheme>Shaptala</grapheme>
    <phoneme>ʃɑpˈtɑlə</phoneme>
    <alias>Shahptala</alias>
  </lexeme>
  <lexeme>
    <!-- Ukrainian На́єв, by rule -->
    <grapheme>Naiev</grapheme>
    <phoneme>ˈnɑjɛv</phoneme>
    <alias>Na-yaiv</alias>
  </lexeme>
  <lexeme>
    <!-- Ukrainian Павлю́к, by rule -->
    <grapheme>Pavliuk</grapheme>
    <phoneme>pɑvˈljuk</phoneme>
    <alias>Povlyoock</alias>
  </lexeme>
  <lexeme>
    <!-- Ukrainian Содо́ль, by rule -->
    <grapheme>Sodol</grapheme>
    <phoneme>soʊˈdɔl</phoneme>
    <alias>Sohdaul</alias>
  </lexeme>
  <lexeme>
    <!-- Ukrainian Тарна́вський, by rule -->
    <grapheme>Tarnavskyi</grapheme>
    <grapheme>Tarnavsky</grapheme>
    <phoneme>tɑɹˈnɑvski</phoneme>
    <alias>Tar-nahvski</alias>
  </lexeme>
  <lexeme>
    <!-- Ukrainian Олещу́к, by rule -->
    <grapheme>Oleshchuk</grapheme>
    <phoneme>oʊlɛʃˈtʃuk</phoneme>
    <alias>Oalesh-chook</alias>
  </lexeme>
  <lexeme>
    <!-- Ukrainian Неїжпа́па, by rule -->
    <grapheme>Neizhpapa</grapheme>
    <phoneme>nɛjiʒˈpɑpə</phoneme>
    <alias>Neh-yeezhpapuh</alias>
  </lexeme>
  <lexeme>
    <!-- Ukrainian Плетенчу́к, by rule -->
    <grapheme>Pletenchuk</grapheme>
    <phoneme>plɛtɛnˈtʃuk</phoneme>
    <alias>Plehtenn-chook</alias>
  </lexeme>
  <lexeme>
    <!-- Ukrainian Гуменю́к, by rule -->
    <grapheme>Humeniuk</grapheme>
    <phoneme>humɛˈnjuk</phoneme>
    <alias>Hoomainyook</alias>
  </lexeme>
  <lexeme>
    <!-- Ukrainian Лихові́й, by rule -->
    <grapheme>Lykhovii</grapheme>
    <phoneme>lɪkoʊˈvi</phoneme>
    <alias>Likoavy</alias>
  </lexeme>
  <lexeme>
    <!-- Ukrainian Ігна́т, by rule -->
    <grapheme>Ihnat</grapheme>
    <phoneme>ihˈnɑt</phoneme>
    <alias>Eeh-not</alias>
  </lexeme>
  <lexeme>
    <!-- Ukrainian Маля́р, by rule -->
    <grapheme>Maliar</grapheme>
    <grapheme>Malyar</grapheme>
    <phoneme>mɑˈljɑɹ</phoneme>
    <alias>Molyar</alias>
  </lexeme>
  <lexeme>
    <!-- Ukrainian Черева́тий, by rule -->
    <grapheme>Cherevatyi</grapheme>
    <grapheme>Cherevaty</grapheme>
    <phoneme>tʃɛɹɛˈvɑti</phoneme>
    <alias>Cherehvoty</alias>
  </lexeme>
  <lexeme>
    <!-- Ukrainian Є́влаш, by rule -->
    <grapheme>Yevlash</grapheme>
    <phoneme>ˈjɛvləʃ</phoneme>
    <alias>Yevlush</alias>
  </lexeme>
  <lexeme>
    <!-- Ukrainian Воло́шин, by rule -->
    <grapheme>Voloshyn</grapheme>
    <phoneme>voʊˈlɔʃɪn</phoneme>
    <alias>Vo-lawshin</alias>
  </lexeme>
  <lexeme>
    <!-- Ukrainian Ковале́нко, by rule -->
    <grapheme>Kovalenko</grapheme>
    <phoneme>koʊvəˈlɛnkoʊ</phoneme>
    <alias>Kohva-lenko</alias>
  </lexeme>
  <lexeme>
    <!-- Ukrainian Де́мченко, by rule -->
    <grapheme>Demchenko</grapheme>
    <phoneme>ˈdɛmtʃɛnkoʊ</phoneme>
    <alias>Demchaincko</alias>
  </lexeme>
  <lexeme>
    <!-- Ukrainian Ю́сов, by rule -->
    <grapheme>Yusov</grapheme>
    <phoneme>ˈjusəv</phoneme>
    <alias>Yusuv</alias>
  </lexeme>
  <lexeme>
    <!-- Ukrainian Скібі́цький, by rule -->
    <grapheme>Skibitskyi</grapheme>
    <grapheme>Skibitsky</grapheme>
    <phoneme>skiˈbitski</phoneme>
    <alias>Skibitskee</alias>
  </lexeme>
  <lexeme>
    <!-- Ukrainian Біле́цький, by rule -->
    <grapheme>Biletskyi</grapheme>
    <grapheme>Biletsky</grapheme>
    <phoneme>biˈlɛtski</phoneme>
    <alias>Billetski</alias>
  </lexeme>
  <lexeme>
    <!-- Ukrainian Прокопе́нко, by rule -->
    <grapheme>Prokopenko</grapheme>
    <phoneme>pɹoʊkoʊˈpɛnkoʊ</phoneme>
    <alias>Pro-kohppehnko</alias>
  </lexeme>
  <lexeme>
    <!-- Ukrainian Кроте́вич, by rule -->
    <grapheme>Krotevych</grapheme>
    <phoneme>kɹoʊˈtɛvɪtʃ</phoneme>
    <alias>Kro-tehvich</alias>
  </lexeme>
  <lexeme>
    <!-- Ukrainian Арахамі́я, by rule -->
    <grapheme>Arakhamia</grapheme>
    <phoneme>ɑɹɑkəˈmiə</phoneme>
    <alias>Ahrrahkuh-mia</alias>
  </lexeme>
  <lexeme>
    <!-- Ukrainian Кисли́ця, by rule -->
    <grapheme>Kyslytsya</grapheme>
    <grapheme>Kyslytsia</grapheme>
    <phoneme>kɪˈslɪtsə</phoneme>
    <alias>Kislitsa</alias>
  </lexeme>
  <lexeme>
    <!-- Ukrainian Синєгу́бов, by rule -->
    <grapheme>Syniehubov</grapheme>
    <phoneme>sɪnɛˈhubəv</phoneme>
    <alias>Sinnehhu-buv</alias>
  </lexeme>
  <lexeme>
    <!-- Ukrainian Те́рехов, by rule -->
    <grapheme>Terekhov</grapheme>
    <phoneme>ˈtɛɹɛkəv</phoneme>
    <alias>Tairaikuv</alias>
  </lexeme>
  <lexeme>
    <!-- Ukrainian Лиса́к, by rule -->
    <grapheme>Lysak</grapheme>
    <phoneme>lɪˈsɑk</phoneme>
    <alias>Lisok</alias>
  </lexeme>
  <lexeme>
    <!-- Ukrainian Ві́лкул, by rule -->
    <grapheme>Vilkul</grapheme>
    <phoneme>ˈvilkul</phoneme>
    <alias>Vylkool</alias>
  </lexeme>
  <lexeme>
    <!-- Ukrainian Філа́тов, by rule -->
    <grapheme>Filatov</grapheme>
    <phoneme>fiˈlɑtəv</phoneme>
    <alias>Fee-lotuv</alias>
  </lexeme>
  <lexeme>
    <!-- Ukrainian Проку́дін, by rule -->
    <grapheme>Prokudin</grapheme>
    <phoneme>pɹoʊˈkudin</phoneme>
    <alias>Pro-koodyn</alias>
  </lexeme>
  <lexeme>
    <!-- Ukrainian Гайда́й, by rule -->
    <grapheme>Haidai</grapheme>
    <phoneme>haɪˈdaɪ</phoneme>
    <alias>Hideye</alias>
  </lexeme>
  <lexeme>
    <!-- Ukrainian Кириле́нко, by rule -->
    <grapheme>Kyrylenko</grapheme>
    <phoneme>kɪɹɪˈlɛnkoʊ</phoneme>
    <alias>Kiri-lainko</alias>
  </lexeme>
  <lexeme>
    <!-- Ukrainian Філа́шкін, by rule -->
    <grapheme>Filashkin</grapheme>
    <phoneme>fiˈlɑʃkin</phoneme>
    <alias>Feelahshkeen</alias>
  </lexeme>
  <lexeme>
    <!-- Ukrainian Кі́пер, by rule -->
    <grapheme>Kiper</grapheme>
    <phoneme>ˈkipɛɹ</phoneme>
    <alias>Kipair</alias>
  </lexeme>
  <lexeme>
    <!-- Ukrainian Труха́нов, by rule -->
    <grapheme>Trukhanov</grapheme>
    <phoneme>tɹuˈkɑnəv</phoneme>
    <alias>Trukahnuv</alias>
  </lexeme>
  <lexeme>
    <!-- Ukrainian Садови́й, by rule -->
    <grapheme>Sadovyi</grapheme>
    <grapheme>Sadovy</grapheme>
    <phoneme>sɑdoʊˈvi</phoneme>
    <alias>Sahdohvy</alias>
  </lexeme>
  <lexeme>
    <!-- Ukrainian Кала́шник, by rule -->
    <grapheme>Kalashnyk</grapheme>
    <phoneme>kəˈlɑʃnɪk</phoneme>
    <alias>Ke-loshnik</alias>
  </lexeme>
  <lexeme>
    <!-- Ukrainian Сенке́вич, by rule -->
    <grapheme>Senkevych</grapheme>
    <phoneme>sɛnˈkɛvɪtʃ</phoneme>
    <alias>Senkaivich</alias>
  </lexeme>
  <lexeme>
    <!-- Ukrainian Живи́цький, by rule -->
    <grapheme>Zhyvytskyi</grapheme>
    <phoneme>ʒɪˈvɪtski</phoneme>
    <alias>Zhivitsky</alias>
  </lexeme>
  <lexeme>
    <!-- Ukrainian Артю́х, by rule -->
    <grapheme>Artiukh</grapheme>
    <phoneme>ɑɹˈtjuk</phoneme>
    <alias>Artyook</alias>
  </lexeme>
  <lexeme>
    <!-- Ukrainian Мала́шко, by rule -->
    <grapheme>Malashko</grapheme>
    <phoneme>məˈlɑʃkoʊ</phoneme>
    <alias>Muh-lahshkoh</alias>
  </lexeme>
  <lexeme>
    <!-- Ukrainian Ста́рух, by rule -->
    <grapheme>Starukh</grapheme>
    <phoneme>ˈstɑɹuk</phoneme>
    <alias>Stahrook</alias>
  </lexeme>
  <lexeme>
    <!-- Ukrainian Бойче́нко, by rule -->
    <grapheme>Boichenko</grapheme>
    <grapheme>Boychenko</grapheme>
    <phoneme>bɔɪˈtʃɛnkoʊ</phoneme>
    <alias>Boytchenko</alias>
  </lexeme>
  <lexeme>
    <!-- Ukrainian Андрюще́нко, by rule -->
    <grapheme>Andriushchenko</grapheme>
    <phoneme>ɑndɹjuʃˈtʃɛnkoʊ</phoneme>
    <alias>Ondryoosh-chehnkoh</alias>
  </lexeme>
  <lexeme>
    <!-- Ukrainian Лу́нін, by rule -->
    <grapheme>Lunin</grapheme>
    <phoneme>ˈlunin</phoneme>
    <alias>Loonyn</alias>
  </lexeme>
  <lexeme>
    <!-- Ukrainian Пороше́нко, by rule -->
    <grapheme>Poroshenko</grapheme>
    <phoneme>poʊɹoʊˈʃɛnkoʊ</phoneme>
    <alias>Po-rohshainkoh</alias>
  </lexeme>
  <lexeme>
    <!-- Ukrainian Гончаре́нко, by rule -->
    <grapheme>Honcharenko</grapheme>
    <phoneme>hoʊntʃəˈɹɛnkoʊ</phoneme>
    <alias>Hoancherehnko</alias>
  </lexeme>
  <lexeme>
    <!-- Ukrainian Железня́к, by rule -->
    <grapheme>Zhelezniak</grapheme>
    <phoneme>ʒɛlɛzˈnjɑk</phoneme>
    <alias>Zhehllaiznnyock</alias>
  </lexeme>
  <lexeme>
    <!-- Ukrainian Безу́гла, by rule -->
    <grapheme>Bezuhla</grapheme>
    <phoneme>bɛˈzuhlə</phoneme>
    <alias>Bezoohla</alias>
  </lexeme>
  <lexeme>
    <!-- Ukrainian Медведчу́к, by rule -->
    <grapheme>Medvedchuk</grapheme>
    <phoneme>mɛdvɛdˈtʃuk</phoneme>
    <alias>Medvaid-chook</alias>
  </lexeme>
  <lexeme>
    <!-- Ukrainian Януко́вич, by rule -->
    <grapheme>Yanukovych</grapheme>
    <phoneme>jɑnuˈkɔvɪtʃ</phoneme>
    <alias>Yahnnoo-kawvich</alias>
  </lexeme>
  <lexeme>
    <!-- Ukrainian Коломо́йський, by rule -->
    <grapheme>Kolomoiskyi</grapheme>
    <grapheme>Kolomoisky</grapheme>
    <phoneme>koʊloʊˈmɔɪski</phoneme>
    <alias>Koalo-moyski</alias>
  </lexeme>
  <lexeme>
    <!-- Ukrainian Ахме́тов, by rule -->
    <grapheme>Akhmetov</grapheme>
    <phoneme>ɑkˈmɛtəv</phoneme>
    <alias>Ahkmehtuv</alias>
  </lexeme>
  <lexeme>
    <!-- Ukrainian Ю́щенко, by rule -->
    <grapheme>Yushchenko</grapheme>
    <phoneme>ˈjuʃtʃɛnkoʊ</phoneme>
    <alias>Yooshchehnko</alias>
  </lexeme>
  <lexeme>
    <!-- Ukrainian Турчи́нов, by rule -->
    <grapheme>Turchynov</grapheme>
    <phoneme>tuɹˈtʃɪnəv</phoneme>
    <alias>Toor-chinuv</alias>
  </lexeme>
  <lexeme>
    <!-- Ukrainian Ава́ков, by rule -->
    <grapheme>Avakov</grapheme>
    <phoneme>əˈvɑkəv</phoneme>
    <alias>Avakuv</alias>
  </lexeme>
  <lexeme>
    <!-- Ukrainian У́сик, by rule -->
    <grapheme>Usyk</grapheme>
    <phoneme>ˈusɪk</phoneme>
    <alias>Oosik</alias>
  </lexeme>
  <lexeme>
    <!-- Ukrainian Ломаче́нко, by rule -->
    <grapheme>Lomachenko</grapheme>
    <phoneme>loʊməˈtʃɛnkoʊ</phoneme>
    <alias>Loamma-chehnko</alias>
  </lexeme>
  <lexeme>
    <!-- Ukrainian Світо́ліна, by rule -->
    <grapheme>Svitolina</grapheme>
    <phoneme>sviˈtɔlinə</phoneme>
    <alias>Svee-taullyna</alias>
  </lexeme>
  <lexeme>
    <!-- Ukrainian Костю́к, by rule -->
    <grapheme>Kostyuk</grapheme>
    <phoneme>koʊsˈtjuk</phoneme>
    <alias>Kohstyook</alias>
  </lexeme>
  <lexeme>
    <!-- Ukrainian Му́дрик, by rule -->
    <grapheme>Mudryk</grapheme>
    <phoneme>ˈmudɹɪk</phoneme>
    <alias>Moodrrik</alias>
  </lexeme>
  <lexeme>
    <!-- Ukrainian Матвійчу́к, by rule -->
    <grapheme>Matviichuk</grapheme>
    <phoneme>mɑtviˈtʃuk</phoneme>
    <alias>Motvychook</alias>
  </lexeme>
  <lexeme>
    <!-- Ukrainian Забу́жко, by rule -->
    <grapheme>Zabuzhko</grapheme>
    <phoneme>zəˈbuʒkoʊ</phoneme>
    <alias>Zuh-boozhko</alias>
  </lexeme>
  <lexeme>
    <!-- Ukrainian Жада́н, by rule -->
    <grapheme>Zhadan</grapheme>
    <phoneme>ʒəˈdɑn</phoneme>
    <alias>Zhadonn</alias>
  </lexeme>
  <lexeme>
    <!-- Ukrainian Стерне́нко, by rule -->
    <grapheme>Sternenko</grapheme>
    <phoneme>stɛɹˈnɛnkoʊ</phoneme>
    <alias>Stair-nenko</alias>
  </lexeme>
  <lexeme>
    <!-- Ukrainian Приту́ла, by rule -->
    <grapheme>Prytula</grapheme>
    <phoneme>pɹɪˈtulə</phoneme>
    <alias>Pritoola</alias>
  </lexeme>
  <lexeme>
    <!-- Ukrainian Буту́сов, by rule -->
    <grapheme>Butusov</grapheme>
    <phoneme>buˈtusəv</phoneme>
    <alias>Bootoosuv</alias>
  </lexeme>
  <lexeme>
    <!-- Ukrainian Вільня́нськ, by rule -->
    <grapheme>Vilniansk</grapheme>
    <phoneme>vilˈnjɑnsk</phoneme>
    <alias>Vilnyonsk</alias>
  </lexeme>
  <lexeme>
    <!-- Ukrainian Сине́льникове, by rule -->
    <grapheme>Synelnykove</grapheme>
    <phoneme>sɪˈnɛlnɪkoʊvɛ</phoneme>
    <alias>Sih-nailnikoaveh</alias>
  </lexeme>
  <lexeme>
    <!-- Ukrainian Кам'янське́, by rule -->
    <grapheme>Kamianske</grapheme>
    <phoneme>kɑmjɑnsˈkɛ</phoneme>
    <alias>Kahmyonskeh</alias>
  </lexeme>
  <lexeme>
    <!-- Ukrainian Ма́рганець, by rule -->
    <grapheme>Marhanets</grapheme>
    <phoneme>ˈmɑɹhənɛts</phoneme>
    <alias>Morhenaits</alias>
  </lexeme>
  <lexeme>
    <!-- Ukrainian Мала́ Токма́чка, by rule -->
    <grapheme>Mala Tokmachka</grapheme>
    <phoneme>məˈlɑ toʊkˈmɑtʃkə</phoneme>
    <alias>Ma-lah Toak-mahchkuh</alias>
  </lexeme>
  <lexeme>
    <!-- Ukrainian Степногі́рськ, by rule -->
    <grapheme>Stepnohirsk</grapheme>
    <phoneme>stɛpnoʊˈhiɹsk</phoneme>
    <alias>Stehpnohheersk</alias>
  </lexeme>
  <lexeme>
    <!-- Ukrainian Васи́лівка, by rule -->
    <grapheme>Vasylivka</grapheme>
    <phoneme>vəˈsɪlivkə</phoneme>
    <alias>Vuhsillivka</alias>
  </lexeme>
  <lexeme>
    <!-- Ukrainian По́логи, by rule -->
    <grapheme>Polohy</grapheme>
    <phoneme>ˈpɔloʊhɪ</phoneme>
    <alias>Paulohi</alias>
  </lexeme>
  <lexeme>
    <!-- Ukrainian Чонга́р, by rule -->
    <grapheme>Chonhar</grapheme>
    <phoneme>tʃoʊnˈhɑɹ</phoneme>
    <alias>Choanhar</alias>
  </lexeme>
  <lexeme>
    <!-- Ukrainian Гені́чеськ, by rule -->
    <grapheme>Henichesk</grapheme>
    <phoneme>hɛˈnitʃɛsk</phoneme>
    <alias>Henichesk</alias>
  </lexeme>
  <lexeme>
    <!-- Ukrainian Скадо́вськ, by rule -->
    <grapheme>Skadovsk</grapheme>
    <phoneme>skəˈdɔvsk</phoneme>
    <alias>Skuh-dovsk</alias>
  </lexeme>
  <lexeme>
    <!-- Ukrainian Оле́шки, by rule -->
    <grapheme>Oleshky</grapheme>
    <phoneme>oʊˈlɛʃkɪ</phoneme>
    <alias>O-leshki</alias>
  </lexeme>
  <lexeme>
    <!-- Ukrainian Го́ла При́стань, by rule -->
    <grapheme>Hola Prystan</grapheme>
    <phoneme>ˈhɔlə ˈpɹɪstən</phoneme>
    <alias>Holla Pristun</alias>
  </lexeme>
  <lexeme>
    <!-- Ukrainian Берисла́в, by rule -->
    <grapheme>Beryslav</grapheme>
    <phoneme>bɛɹɪˈslɑv</phoneme>
    <alias>Behrisllav</alias>
  </lexeme>
  <lexeme>
    <!-- Ukrainian Анто́нівка, by rule -->
    <grapheme>Antonivka</grapheme>
    <phoneme>ɑnˈtɔnivkə</phoneme>
    <alias>On-taunyvcka</alias>
  </lexeme>
  <lexeme>
    <!-- Ukrainian Білозе́рка, by rule -->
    <grapheme>Bilozerka</grapheme>
    <phoneme>biloʊˈzɛɹkə</phoneme>
    <alias>Billohzehrka</alias>
  </lexeme>
  <lexeme>
    <!-- Ukrainian Снігурі́вка, by rule -->
    <grapheme>Snihurivka</grapheme>
    <phoneme>snihuˈɹivkə</phoneme>
    <alias>Sneehoo-reevka</alias>
  </lexeme>
  <lexeme>
    <!-- Ukrainian Вознесе́нськ, by rule -->
    <grapheme>Voznesensk</grapheme>
    <phoneme>voʊznɛˈsɛnsk</phoneme>
    <alias>Vohznaisensk</alias>
  </lexeme>
  <lexeme>
    <!-- Ukrainian Чорномо́рськ, by rule -->
    <grapheme>Chornomorsk</grapheme>
    <phoneme>tʃoʊɹnoʊˈmɔɹsk</phoneme>
    <alias>Choarnnoh-morsk</alias>
  </lexeme>
  <lexeme>
    <!-- Ukrainian Ви́лкове, by rule -->
    <grapheme>Vylkove</grapheme>
    <phoneme>ˈvɪlkoʊvɛ</phoneme>
    <alias>Vilkoaveh</alias>
  </lexeme>
  <lexeme>
    <!-- Ukrainian Ні́жин, by rule -->
    <grapheme>Nizhyn</grapheme>
    <phoneme>ˈniʒɪn</phoneme>
    <alias>Nizhin</alias>
  </lexeme>
  <lexeme>
    <!-- Ukrainian Коното́п, by rule -->
    <grapheme>Konotop</grapheme>
    <phoneme>koʊnoʊˈtɔp</phoneme>
    <alias>Kono-taup</alias>
  </lexeme>
  <lexeme>
    <!-- Ukrainian Шо́стка, by rule -->
    <grapheme>Shostka</grapheme>
    <phoneme>ˈʃɔstkə</phoneme>
    <alias>Shawsttka</alias>
  </lexeme>
  <lexeme>
    <!-- Ukrainian Охти́рка, by rule -->
    <grapheme>Okhtyrka</grapheme>
    <phoneme>oʊkˈtɪɹkə</phoneme>
    <alias>Ohktirkuh</alias>
  </lexeme>
  <lexeme>
    <!-- Ukrainian Тростяне́ць, by rule -->
    <grapheme>Trostianets</grapheme>
    <phoneme>tɹoʊstjəˈnɛts</phoneme>
    <alias>Trohstya-nets</alias>
  </lexeme>
  <lexeme>
    <!-- Ukrainian Глу́хів, by rule -->
    <grapheme>Hlukhiv</grapheme>
    <phoneme>ˈhlukiv</phoneme>
    <alias>Hlukiv</alias>
  </lexeme>
  <lexeme>
    <!-- Ukrainian Білопі́лля, by rule -->
    <grapheme>Bilopillia</grapheme>
    <phoneme>biloʊˈpiljə</phoneme>
    <alias>Beelohpylya</alias>
  </lexeme>
  <lexeme>
    <!-- Ukrainian Краснопі́лля, by rule -->
    <grapheme>Krasnopillia</grapheme>
    <phoneme>kɹɑsnoʊˈpiljə</phoneme>
    <alias>Kra-snohpilya</alias>
  </lexeme>
  <lexeme>
    <!-- Ukrainian Юнакі́вка, by rule -->
    <grapheme>Yunakivka</grapheme>
    <phoneme>junəˈkivkə</phoneme>
    <alias>Yoonakyvka</alias>
  </lexeme>
  <lexeme>
    <!-- Ukrainian Су́джа, by rule -->
    <grapheme>Sudzha</grapheme>
    <phoneme>ˈsudʒə</phoneme>
    <alias>Suja</alias>
  </lexeme>
  <lexeme>
    <!-- Ukrainian Чугу́їв, by rule -->
    <grapheme>Chuhuiv</grapheme>
    <phoneme>tʃuˈhujiv</phoneme>
    <alias>Chuhooyeev</alias>
  </lexeme>
  <lexeme>
    <!-- Ukrainian Мере́фа, by rule -->
    <grapheme>Merefa</grapheme>
    <phoneme>mɛˈɹɛfə</phoneme>
    <alias>Mairraifa</alias>
  </lexeme>
  <lexeme>
    <!-- Ukrainian Лозова́, by rule -->
    <grapheme>Lozova</grapheme>
    <phoneme>loʊzoʊˈvɑ</phoneme>
    <alias>Loazoh-va</alias>
  </lexeme>
  <lexeme>
    <!-- Ukrainian Дергачі́, by rule -->
    <grapheme>Derhachi</grapheme>
    <phoneme>dɛɹhəˈtʃi</phoneme>
    <alias>Dairha-chee</alias>
  </lexeme>
  <lexeme>
    <!-- Ukrainian Вели́кий Бурлу́к, by rule -->
    <grapheme>Velykyi Burluk</grapheme>
    <phoneme>vɛˈlɪki buɹˈluk</phoneme>
    <alias>Vailicki Boorlloock</alias>
  </lexeme>
  <lexeme>
    <!-- Ukrainian Борова́, by rule -->
    <grapheme>Borova</grapheme>
    <phoneme>boʊɹoʊˈvɑ</phoneme>
    <alias>Boroh-va</alias>
  </lexeme>
  <lexeme>
    <!-- Ukrainian Дворічна́, by rule -->
    <grapheme>Dvorichna</grapheme>
    <phoneme>dvoʊɹitʃˈnɑ</phoneme>
    <alias>Dvoreech-na</alias>
  </lexeme>
  <lexeme>
    <!-- Ukrainian Сва́тове, by rule -->
    <grapheme>Svatove</grapheme>
    <phoneme>ˈsvɑtoʊvɛ</phoneme>
    <alias>Svato-veh</alias>
  </lexeme>
  <lexeme>
    <!-- Ukrainian Кремінна́, by rule -->
    <grapheme>Kreminna</grapheme>
    <phoneme>kɹɛmiˈnɑ</phoneme>
    <alias>Krehmy-na</alias>
  </lexeme>
  <lexeme>
    <!-- Ukrainian Рубі́жне, by rule -->
    <grapheme>Rubizhne</grapheme>
    <phoneme>ɹuˈbiʒnɛ</phoneme>
    <alias>Rubizhneh</alias>
  </lexeme>
  <lexeme>
    <!-- Ukrainian Білогорі́вка, by rule -->
    <grapheme>Bilohorivka</grapheme>
    <phoneme>biloʊhoʊˈɹivkə</phoneme>
    <alias>Beelohoh-reevka</alias>
  </lexeme>
  <lexeme>
    <!-- Ukrainian Попа́сна, by rule -->
    <grapheme>Popasna</grapheme>
    <phoneme>poʊˈpɑsnə</phoneme>
    <alias>Po-pahsna</alias>
  </lexeme>
  <lexeme>
    <!-- Ukrainian Я́мпіль, by rule -->
    <grapheme>Yampil</grapheme>
    <phoneme>ˈjɑmpil</phoneme>
    <alias>Yompeel</alias>
  </lexeme>
  <lexeme>
    <!-- Ukrainian Зарі́чне, by rule -->
    <grapheme>Zarichne</grapheme>
    <phoneme>zəˈɹitʃnɛ</phoneme>
    <alias>Zerytchneh</alias>
  </lexeme>
  <lexeme>
    <!-- Ukrainian Кліщі́ївка, by rule -->
    <grapheme>Klishchiivka</grapheme>
    <phoneme>kliʃˈtʃijivkə</phoneme>
    <alias>Klysh-chee-yyvka</alias>
  </lexeme>
  <lexeme>
    <!-- Ukrainian Андрі́ївка, by rule -->
    <grapheme>Andriivka</grapheme>
    <phoneme>ɑnˈdɹijivkə</phoneme>
    <alias>Ahndryyyvcka</alias>
  </lexeme>
  <lexeme>
    <!-- Ukrainian Іва́нівське, by rule -->
    <grapheme>Ivanivske</grapheme>
    <phoneme>iˈvɑnivskɛ</phoneme>
    <alias>Yvonivskeh</alias>
  </lexeme>
  <lexeme>
    <!-- Ukrainian Курдю́мівка, by rule -->
    <grapheme>Kurdiumivka</grapheme>
    <phoneme>kuɹˈdjumivkə</phoneme>
    <alias>Koor-dyumyvkuh</alias>
  </lexeme>
  <lexeme>
    <!-- Ukrainian Красногорі́вка, by rule -->
    <grapheme>Krasnohorivka</grapheme>
    <phoneme>kɹɑsnoʊhoʊˈɹivkə</phoneme>
    <alias>Krasnohohrivcka</alias>
  </lexeme>
  <lexeme>
    <!-- Ukrainian Очере́тине, by rule -->
    <grapheme>Ocheretyne</grapheme>
    <phoneme>oʊtʃɛˈɹɛtɪnɛ</phoneme>
    <alias>Ohchairaitineh</alias>
  </lexeme>
  <lexeme>
    <!-- Ukrainian Новогроді́вка, by rule -->
    <grapheme>Novohrodivka</grapheme>
    <phoneme>noʊvoʊhɹoʊˈdivkə</phoneme>
    <alias>Noavoahro-dyvka</alias>
  </lexeme>
  <lexeme>
    <!-- Ukrainian Гірни́к, by rule -->
    <grapheme>Hirnyk</grapheme>
    <phoneme>hiɹˈnɪk</phoneme>
    <alias>Hyr-nik</alias>
  </lexeme>
  <lexeme>
    <!-- Ukrainian Берди́чі, by rule -->
    <grapheme>Berdychi</grapheme>
    <phoneme>bɛɹˈdɪtʃi</phoneme>
    <alias>Bairditchi</alias>
  </lexeme>
  <lexeme>
    <!-- Ukrainian Орлі́вка, by rule -->
    <grapheme>Orlivka</grapheme>
    <phoneme>oʊɹˈlivkə</phoneme>
    <alias>Ohrllyvvka</alias>
  </lexeme>
  <lexeme>
    <!-- Ukrainian Ро́динське, by rule -->
    <grapheme>Rodynske</grapheme>
    <phoneme>ˈɹɔdɪnskɛ</phoneme>
    <alias>Raudinskeh</alias>
  </lexeme>
  <lexeme>
    <!-- Ukrainian Біли́цьке, by rule -->
    <grapheme>Bilytske</grapheme>
    <phoneme>biˈlɪtskɛ</phoneme>
    <alias>Bee-litskeh</alias>
  </lexeme>
  <lexeme>
    <!-- Ukrainian Уда́чне, by rule -->
    <grapheme>Udachne</grapheme>
    <phoneme>uˈdɑtʃnɛ</phoneme>
    <alias>Oo-dotchneh</alias>
  </lexeme>
  <lexeme>
    <!-- Ukrainian Новопа́влівка, by rule -->
    <grapheme>Novopavlivka</grapheme>
    <phoneme>noʊvoʊˈpɑvlivkə</phoneme>
    <alias>Noavo-povvlivka</alias>
  </lexeme>
  <lexeme>
    <!-- Ukrainian Богоявле́нка, by rule -->
    <grapheme>Bohoiavlenka</grapheme>
    <phoneme>boʊhoʊjɑˈvlɛnkə</phoneme>
    <alias>Bohhoh-yah-vlennkuh</alias>
  </lexeme>
  <lexeme>
    <!-- Ukrainian Урожа́йне, by rule -->
    <grapheme>Urozhaine</grapheme>
    <phoneme>uɹoʊˈʒaɪnɛ</phoneme>
    <alias>Ooro-zhine</alias>
  </lexeme>
  <lexeme>
    <!-- Ukrainian Оскі́л, by rule -->
    <grapheme>Oskil</grapheme>
    <phoneme>oʊsˈkil</phoneme>
    <alias>Oaskil</alias>
  </lexeme>
  <lexeme>
    <!-- Ukrainian Сі́верський Доне́ць, by rule -->
    <grapheme>Siverskyi Donets</grapheme>
    <grapheme>Siversky Donets</grapheme>
    <phoneme>ˈsivɛɹski doʊˈnɛts</phoneme>
    <alias>Sivairsky Doh-naits</alias>
  </lexeme>
  <lexeme>
    <!-- Ukrainian Інгуле́ць, by rule -->
    <grapheme>Inhulets</grapheme>
    <phoneme>inhuˈlɛts</phoneme>
    <alias>Inhoolaits</alias>
  </lexeme>
  <lexeme>
    <!-- Ukrainian Севасто́поль, by rule -->
    <grapheme>Sevastopol</grapheme>
    <phoneme>sɛvɑsˈtɔpoʊl</phoneme>
    <alias>Sevvahstawpoal</alias>
  </lexeme>
  <lexeme>
    <!-- Ukrainian Сімферо́поль, by rule -->
    <grapheme>Simferopol</grapheme>
    <phoneme>simfɛˈɹɔpoʊl</phoneme>
    <alias>Symffairawpohl</alias>
  </lexeme>
  <lexeme>
    <!-- Ukrainian Євпато́рія, by rule -->
    <grapheme>Yevpatoriia</grapheme>
    <grapheme>Yevpatoria</grapheme>
    <phoneme>jɛvpəˈtɔɹiə</phoneme>
    <alias>Yevpuhtawria</alias>
  </lexeme>
  <lexeme>
    <!-- Ukrainian Джанко́й, by rule -->
    <grapheme>Dzhankoi</grapheme>
    <phoneme>dʒɑnˈkɔɪ</phoneme>
    <alias>Jonkoi</alias>
  </lexeme>
  <lexeme>
    <!-- Ukrainian Феодо́сія, by rule -->
    <grapheme>Feodosiia</grapheme>
    <grapheme>Feodosia</grapheme>
    <phoneme>fɛoʊˈdɔsiə</phoneme>
    <alias>Feh-oh-dawsia</alias>
  </lexeme>
  <lexeme>
    <!-- Ukrainian Дрого́бич, by rule -->
    <grapheme>Drohobych</grapheme>
    <phoneme>dɹoʊˈhɔbɪtʃ</phoneme>
    <alias>Droh-hawbbitch</alias>
  </lexeme>
  <lexeme>
    <!-- Ukrainian Стрий, by rule -->
    <grapheme>Stryi</grapheme>
    <phoneme>stɹi</phoneme>
    <alias>Stree</alias>
  </lexeme>
  <lexeme>
    <!-- Ukrainian Мука́чево, by rule -->
    <grapheme>Mukachevo</grapheme>
    <phoneme>muˈkɑtʃɛvoʊ</phoneme>
    <alias>Moo-kahchaivvo</alias>
  </lexeme>
  <lexeme>
    <!-- Ukrainian Коломи́я, by rule -->
    <grapheme>Kolomyia</grapheme>
    <phoneme>koʊloʊˈmɪjə</phoneme>
    <alias>Koalo-miya</alias>
  </lexeme>
  <lexeme>
    <!-- Ukrainian Старокостянти́нів, by rule -->
    <grapheme>Starokostiantyniv</grapheme>
    <phoneme>stɑɹoʊkoʊstjɑnˈtɪniv</phoneme>
    <alias>Stahrohkoasstyahnntineev</alias>
  </lexeme>
  <lexeme>
    <!-- Ukrainian Шепеті́вка, by rule -->
    <grapheme>Shepetivka</grapheme>
    <phoneme>ʃɛpɛˈtivkə</phoneme>
    <alias>Shepaiteevvka</alias>
  </lexeme>
  <lexeme>
    <!-- Ukrainian Я́ворів, by rule -->
    <grapheme>Yavoriv</grapheme>
    <phoneme>ˈjɑvoʊɹiv</phoneme>
    <alias>Yahvohryv</alias>
  </lexeme>
  <lexeme>
    <!-- Ukrainian У́мань, by rule -->
    <grapheme>Uman</grapheme>
    <phoneme>ˈumən</phoneme>
    <alias>Ooman</alias>
  </lexeme>
  <lexeme>
    <!-- Ukrainian Олександрі́я, by rule -->
    <grapheme>Oleksandriia</grapheme>
    <phoneme>oʊlɛksɑnˈdɹiə</phoneme>
    <alias>Ohllaiksahn-driuh</alias>
  </lexeme>
  <lexeme>
    <!-- Ukrainian Ми́ргород, by rule -->
    <grapheme>Myrhorod</grapheme>
    <phoneme>ˈmɪɹhoʊɹoʊd</phoneme>
    <alias>Mihrhohrohd</alias>
  </lexeme>
  <lexeme>
    <!-- Ukrainian Васи́льків, by rule -->
    <grapheme>Vasylkiv</grapheme>
    <phoneme>vəˈsɪlkiv</phoneme>
    <alias>Vuh-silkeev</alias>
  </lexeme>
  <lexeme>
    <!-- Ukrainian Фа́стів, by rule -->
    <grapheme>Fastiv</grapheme>
    <phoneme>ˈfɑstiv</phoneme>
    <alias>Fosteev</alias>
  </lexeme>
  <lexeme>
    <!-- Ukrainian Обу́хів, by rule -->
    <grapheme>Obukhiv</grapheme>
    <phoneme>oʊˈbukiv</phoneme>
    <alias>Ohbookyv</alias>
  </lexeme>
  <lexeme>
    <!-- Ukrainian Ви́шгород, by rule -->
    <grapheme>Vyshhorod</grapheme>
    <phoneme>ˈvɪʃhoʊɹoʊd</phoneme>
    <alias>Vishhohroad</alias>
  </lexeme>
  <lexeme>
    <!-- Ukrainian Бородя́нка, by rule -->
    <grapheme>Borodianka</grapheme>
    <phoneme>boʊɹoʊˈdjɑnkə</phoneme>
    <alias>Boroh-dyonka</alias>
  </lexeme>
  <lexeme>
    <!-- Ukrainian Мака́рів, by rule -->
    <grapheme>Makariv</grapheme>
    <phoneme>məˈkɑɹiv</phoneme>
    <alias>Mekorryv</alias>
  </lexeme>
  <lexeme>
    <!-- Ukrainian Мощу́н, by rule -->
    <grapheme>Moshchun</grapheme>
    <phoneme>moʊʃˈtʃun</phoneme>
    <alias>Moash-choon</alias>
  </lexeme>
  <lexeme>
    <!-- Ukrainian Славу́тич, by rule -->
    <grapheme>Slavutych</grapheme>
    <phoneme>sləˈvutɪtʃ</phoneme>
    <alias>Sluh-vootich</alias>
  </lexeme>
  <lexeme>
    <!-- Ukrainian Звяге́ль, by rule -->
    <grapheme>Zviahel</grapheme>
    <phoneme>zvjəˈhɛl</phoneme>
    <alias>Zvyuhhail</alias>
  </lexeme>
  <lexeme>
    <!-- Ukrainian Ягі́дне, by rule -->
    <grapheme>Yahidne</grapheme>
    <phoneme>jəˈhidnɛ</phoneme>
    <alias>Yuh-hydnneh</alias>
  </lexeme>
  <lexeme>
    <!-- Ukrainian Гроза́, by rule -->
    <grapheme>Hroza</grapheme>
    <phoneme>hɹoʊˈzɑ</phoneme>
    <alias>Hrozo</alias>
  </lexeme>
  <lexeme>
    <!-- Ukrainian Прикарпа́ття, by rule -->
    <grapheme>Prykarpattia</grapheme>
    <phoneme>pɹɪkɑɹˈpɑtjə</phoneme>
    <alias>Prikar-potya</alias>
  </lexeme>
  <lexeme>
    <!-- Ukrainian Закарпа́ття, by rule -->
    <grapheme>Zakarpattia</grapheme>
    <phoneme>zɑkɑɹˈpɑtjə</phoneme>
    <alias>Zah-kar-potyuh</alias>
  </lexeme>
  <lexeme>
    <!-- Ukrainian Воли́нь, by rule -->
    <grapheme>Volyn</grapheme>
    <phoneme>voʊˈlɪn</phoneme>
    <alias>Voalin</alias>
  </lexeme>
  <lexeme>
    <!-- Ukrainian Букови́на, by rule -->
    <grapheme>Bukovyna</grapheme>
    <phoneme>bukoʊˈvɪnə</phoneme>
    <alias>Bookovina</alias>
  </lexeme>
  <lexeme>
    <!-- Ukrainian Слобожа́нщина, by rule -->
    <grapheme>Slobozhanshchyna</grapheme>
    <phoneme>sloʊboʊˈʒɑnʃtʃɪnə</phoneme>
    <alias>Slohbo-zhonshchihna</alias>
  </lexeme>
  <lexeme>
    <!-- Ukrainian Полі́сся, by rule -->
    <grapheme>Polissia</grapheme>
    <phoneme>poʊˈlisjə</phoneme>
    <alias>Po-leesya</alias>
  </lexeme>
  <lexeme>
    <!-- Ukrainian паляни́ця, by rule -->
    <grapheme>palianytsia</grapheme>
    <grapheme>palyanytsya</grapheme>
    <phoneme>pɑljəˈnɪtsə</phoneme>
    <alias>Pahlya-nitsa</alias>
  </lexeme>
  <lexeme>
    <!-- Ukrainian богда́на, by rule -->
    <grapheme>bohdana</grapheme>
    <phoneme>boʊhˈdɑnə</phoneme>
    <alias>Boahddahnuh</alias>
  </lexeme>
  <lexeme>
    <!-- Ukrainian сту́гна, by rule -->
    <grapheme>stuhna</grapheme>
    <phoneme>ˈstuhnə</phoneme>
    <alias>Stoohna</alias>
  </lexeme>
  <lexeme>
    <!-- Ukrainian леле́ка, by rule -->
    <grapheme>leleka</grapheme>
    <phoneme>lɛˈlɛkə</phoneme>
    <alias>Lailehkuh</alias>
  </lexeme>
  <lexeme>
    <!-- Ukrainian лю́тий, by rule -->
    <grapheme>liutyi</grapheme>
    <phoneme>ˈljuti</phoneme>
    <alias>Lyuti</alias>
  </lexeme>
  <lexeme>
    <!-- Ukrainian сапса́н, by rule -->
    <grapheme>sapsan</grapheme>
    <phoneme>sɑpˈsɑn</phoneme>
    <alias>Soppssahn</alias>
  </lexeme>
  <lexeme>
    <!-- Ukrainian Укроборонпро́м, by rule -->
    <grapheme>Ukroboronprom</grapheme>
    <phoneme>ukɹoʊboʊɹoʊnˈpɹɔm</phoneme>
    <alias>U-krohbohroan-prom</alias>
  </lexeme>
  <lexeme>
    <!-- Ukrainian Укрпо́шта, by rule -->
    <grapheme>Ukrposhta</grapheme>
    <phoneme>ukɹˈpɔʃtə</phoneme>
    <alias>Ookrrpawshta</alias>
  </lexeme>
  <lexeme>
    <!-- Ukrainian Грома́дське, by rule -->
    <grapheme>Hromadske</grapheme>
    <phoneme>hɹoʊˈmɑdskɛ</phoneme>
    <alias>Hrohmoddsske</alias>
  </lexeme>
  <lexeme>
    <!-- Ukrainian Оща́дбанк, by rule -->
    <grapheme>Oschadbank</grapheme>
    <phoneme>oʊʃˈtʃɑdbənk</phoneme>
    <alias>Oashtchodbunk</alias>
  </lexeme>
  <lexeme>
    <!-- Ukrainian Айда́р, by rule -->
    <grapheme>Aidar</grapheme>
    <phoneme>aɪˈdɑɹ</phoneme>
    <alias>Eyedahr</alias>
  </lexeme>
  <lexeme>
    <!-- Ukrainian Ха́ртія, by rule -->
    <grapheme>Khartiia</grapheme>
    <phoneme>ˈkɑɹtiə</phoneme>
    <alias>Karteea</alias>
  </lexeme>
  <lexeme>
    <!-- Ukrainian бе́ркут, by rule -->
    <grapheme>berkut</grapheme>
    <phoneme>ˈbɛɹkut</phoneme>
    <alias>Bairkoot</alias>
  </lexeme>
  <lexeme>
    <!-- Russian Песко́в, by rule -->
    <grapheme>Peskov</grapheme>
    <phoneme>pɛˈskɔf</phoneme>
    <alias>Pehskof</alias>
  </lexeme>
  <lexeme>
    <!-- Russian Заха́рова, by rule -->
    <grapheme>Zakharova</grapheme>
    <phoneme>zəˈkɑɹəvə</phoneme>
    <alias>Zeckahruvva</alias>
  </lexeme>
  <lexeme>
    <!-- Russian Медве́дев, by rule -->
    <grapheme>Medvedev</grapheme>
    <phoneme>mɛdˈvɛdɪɛf</phoneme>
    <alias>Med-vaidie-f</alias>
  </lexeme>
  <lexeme>
    <!-- Russian Па́трушев, by rule -->
    <grapheme>Patrushev</grapheme>
    <phoneme>ˈpɑtɹuʃɛf</phoneme>
    <alias>Pahtrooshef</alias>
  </lexeme>
  <lexeme>
    <!-- Russian Воло́дин, by rule -->
    <grapheme>Volodin</grapheme>
    <phoneme>vəˈlɔdɪn</phoneme>
    <alias>Vuh-lawdin</alias>
  </lexeme>
  <lexeme>
    <!-- Russian Матвие́нко, by rule -->
    <grapheme>Matviyenko</grapheme>
    <phoneme>mətviˈɛnkoʊ</phoneme>
    <alias>Mutvvee-ainko</alias>
  </lexeme>
  <lexeme>
    <!-- Russian Сурови́кин, by rule -->
    <grapheme>Surovikin</grapheme>
    <phoneme>suɹəˈvikɪn</phoneme>
    <alias>Soorruveekin</alias>
  </lexeme>
  <lexeme>
    <!-- Russian Ушако́в, by rule -->
    <grapheme>Ushakov</grapheme>
    <phoneme>uʃəˈkɔf</phoneme>
    <alias>Ooshakof</alias>
  </lexeme>
  <lexeme>
    <!-- Russian Дми́триев, by rule -->
    <grapheme>Dmitriev</grapheme>
    <phoneme>dəˈmitɹiɛf</phoneme>
    <alias>Duh-mitri-ef</alias>
  </lexeme>
  <lexeme>
    <!-- Russian Меди́нский, by rule -->
    <grapheme>Medinsky</grapheme>
    <phoneme>mɛˈdinski</phoneme>
    <alias>Medynscky</alias>
  </lexeme>
  <lexeme>
    <!-- Russian Нары́шкин, by rule -->
    <grapheme>Naryshkin</grapheme>
    <phoneme>nəˈɹɪʃkɪn</phoneme>
    <alias>Nuh-rishkin</alias>
  </lexeme>
  <lexeme>
    <!-- Russian Бо́ртников, by rule -->
    <grapheme>Bortnikov</grapheme>
    <phoneme>ˈbɔɹtnikəf</phoneme>
    <alias>Borttnnykuf</alias>
  </lexeme>
  <lexeme>
    <!-- Russian Набиу́ллина, by rule -->
    <grapheme>Nabiullina</grapheme>
    <phoneme>nəbiˈulinə</phoneme>
    <alias>Nuhbbi-ooleena</alias>
  </lexeme>
  <lexeme>
    <!-- Russian Мишу́стин, by rule -->
    <grapheme>Mishustin</grapheme>
    <phoneme>miˈʃustɪn</phoneme>
    <alias>Mee-shoosttihn</alias>
  </lexeme>
  <lexeme>
    <!-- Russian Мордвичёв, by rule -->
    <grapheme>Mordvichev</grapheme>
    <phoneme>mɔɹdviˈtʃɔf</phoneme>
    <alias>Mordveechof</alias>
  </lexeme>
  <lexeme>
    <!-- Russian Ги́ркин, by rule -->
    <grapheme>Girkin</grapheme>
    <phoneme>ˈɡɪɹkɪn</phoneme>
    <alias>Girkin</alias>
  </lexeme>
  <lexeme>
    <!-- Russian Стрелко́в, by rule -->
    <grapheme>Strelkov</grapheme>
    <phoneme>stɹɛlˈkɔf</phoneme>
    <alias>Strellkof</alias>
  </lexeme>
  <lexeme>
    <!-- Russian Пуши́лин, by rule -->
    <grapheme>Pushilin</grapheme>
    <phoneme>puˈʃilɪn</phoneme>
    <alias>Poo-sheelin</alias>
  </lexeme>
  <lexeme>
    <!-- Russian Аксёнов, by rule -->
    <grapheme>Aksyonov</grapheme>
    <phoneme>əkˈsjoʊnəf</phoneme>
    <alias>Acksyoanuf</alias>
  </lexeme>
  <lexeme>
    <!-- Russian Гладко́в, by rule -->
    <grapheme>Gladkov</grapheme>
    <phoneme>ɡlətˈkɔf</phoneme>
    <alias>Glutkoff</alias>
  </lexeme>
  <lexeme>
    <!-- Russian Старово́йт, by rule -->
    <grapheme>Starovoit</grapheme>
    <phoneme>stəɹəˈvɔɪt</phoneme>
    <alias>Steravoit</alias>
  </lexeme>
  <lexeme>
    <!-- Russian Нава́льная, by rule -->
    <grapheme>Navalnaya</grapheme>
    <phoneme>nəˈvɑlnəjə</phoneme>
    <alias>Ne-vahllnuya</alias>
  </lexeme>
  <lexeme>
    <!-- Russian Абрамо́вич, by rule -->
    <grapheme>Abramovich</grapheme>
    <phoneme>ɑbɹəˈmoʊvɪtʃ</phoneme>
    <alias>Ahbbruh-mohvich</alias>
  </lexeme>
  <lexeme>
    <!-- Russian Че́мезов, by rule -->
    <grapheme>Chemezov</grapheme>
    <phoneme>ˈtʃɛmɛzəf</phoneme>
    <alias>Chaimaizuf</alias>
  </lexeme>
  <lexeme>
    <!-- Russian Мизи́нцев, by rule -->
    <grapheme>Mizintsev</grapheme>
    <phoneme>miˈzintsɛf</phoneme>
    <alias>Mizzintsef</alias>
  </lexeme>
  <lexeme>
    <!-- Russian У́ткин, by rule -->
    <grapheme>Utkin</grapheme>
    <phoneme>ˈutkɪn</phoneme>
    <alias>Ootkin</alias>
  </lexeme>
  <lexeme>
    <!-- Russian Бастры́кин, by rule -->
    <grapheme>Bastrykin</grapheme>
    <phoneme>bəˈstɹɪkɪn</phoneme>
    <alias>Bustrikihn</alias>
  </lexeme>
  <lexeme>
    <!-- Russian Бе́лгород, by rule -->
    <grapheme>Belgorod</grapheme>
    <phoneme>ˈbɛlɡəɹəd</phoneme>
    <alias>Behlgarad</alias>
  </lexeme>
  <lexeme>
    <!-- Russian Росто́в, by rule -->
    <grapheme>Rostov</grapheme>
    <phoneme>ɹəˈstɔf</phoneme>
    <alias>Rustoff</alias>
  </lexeme>
  <lexeme>
    <!-- Russian Таганро́г, by rule -->
    <grapheme>Taganrog</grapheme>
    <phoneme>tɑɡənˈɹɔɡ</phoneme>
    <alias>Tahgun-rog</alias>
  </lexeme>
  <lexeme>
    <!-- Russian Новоросси́йск, by rule -->
    <grapheme>Novorossiysk</grapheme>
    <phoneme>noʊvəɹəˈsisk</phoneme>
    <alias>Nohvarasisk</alias>
  </lexeme>
  <lexeme>
    <!-- Russian Краснода́р, by rule -->
    <grapheme>Krasnodar</grapheme>
    <phoneme>kɹɑsnəˈdɑɹ</phoneme>
    <alias>Krosna-dar</alias>
  </lexeme>
  <lexeme>
    <!-- Russian Сара́тов, by rule -->
    <grapheme>Saratov</grapheme>
    <phoneme>səˈɹɑtəf</phoneme>
    <alias>Suh-rahtuf</alias>
  </lexeme>
  <lexeme>
    <!-- Russian Ряза́нь, by rule -->
    <grapheme>Ryazan</grapheme>
    <phoneme>ɹiəˈzɑn</phoneme>
    <alias>Ria-zon</alias>
  </lexeme>
  <lexeme>
    <!-- Russian Ми́ллерово, by rule -->
    <grapheme>Millerovo</grapheme>
    <phoneme>ˈmilɛɹəvoʊ</phoneme>
    <alias>Milairuvvoh</alias>
  </lexeme>
  <lexeme>
    <!-- Russian Ейск, by rule -->
    <grapheme>Yeysk</grapheme>
    <grapheme>Yeisk</grapheme>
    <phoneme>jeɪsk</phoneme>
    <alias>Yaysk</alias>
  </lexeme>
  <lexeme>
    <!-- Russian Ела́буга, by rule -->
    <grapheme>Yelabuga</grapheme>
    <phoneme>jɛˈlɑbuɡə</phoneme>
    <alias>Yeh-lobbooga</alias>
  </lexeme>
  <lexeme>
    <!-- Russian Туапсе́, by rule -->
    <grapheme>Tuapse</grapheme>
    <phoneme>tuəpˈsɛ</phoneme>
    <alias>Tooup-seh</alias>
  </lexeme>
  <lexeme>
    <!-- Russian Росато́м, by rule -->
    <grapheme>Rosatom</grapheme>
    <phoneme>ˌɹoʊsɑˈtɔm</phoneme>
    <alias>Roh-sah-tawm</alias>
  </lexeme>
  <lexeme>
    <!-- Russian Роскомнадзо́р, by rule -->
    <grapheme>Roskomnadzor</grapheme>
    <phoneme>ˌɹoʊskəmnədˈzɔɹ</phoneme>
    <alias>Rohskummnuhd-zaur</alias>
  </lexeme>
  <lexeme>
    <!-- Russian Росне́фть, by rule -->
    <grapheme>Rosneft</grapheme>
    <phoneme>ɹoʊsˈnɛft</phoneme>
    <alias>Rohsnnaift</alias>
  </lexeme>
  <lexeme>
    <!-- Russian Газпро́м, by rule -->
    <grapheme>Gazprom</grapheme>
    <phoneme>ɡəzˈpɹɔm</phoneme>
    <alias>Guzzprawm</alias>
  </lexeme>
  <lexeme>
    <!-- Russian Ва́гнер, by rule -->
    <grapheme>Wagner</grapheme>
    <phoneme>ˈvɑɡnəɹ</phoneme>
    <alias>Vogner</alias>
  </lexeme>
  <lexeme>
    <!-- Russian спецна́з, by rule -->
    <grapheme>spetsnaz</grapheme>
    <phoneme>ˈspɛtsnɑz</phoneme>
    <alias>Spetsnoz</alias>
  </lexeme>
  <lexeme>
    <!-- Russian орла́н, by rule -->
    <grapheme>orlan</grapheme>
    <phoneme>ɔɹˈlɑn</phoneme>
    <alias>Orlon</alias>
  </lexeme>
  <lexeme>
    <!-- Russian ге́рбера, by rule -->
    <grapheme>gerbera</grapheme>
    <phoneme>ˈɡɛɹbɛɹə</phoneme>
    <alias>Gairbehra</alias>
  </lexeme>
  <lexeme>
    <!-- Russian смерч, by rule -->
    <grapheme>smerch</grapheme>
    <phoneme>smɛɹtʃ</phoneme>
    <alias>Smairtch</alias>
  </lexeme>
  <lexeme>
    <!-- Russian урага́н, by rule -->
    <grapheme>uragan</grapheme>
    <phoneme>uɹəˈɡɑn</phoneme>
    <alias>Oora-gon</alias>
  </lexeme>
  <lexeme>
    <!-- Russian па́нцирь, by rule -->
    <grapheme>pantsir</grapheme>
    <phoneme>ˈpɑntsiɹ</phoneme>
    <alias>Pontsyr</alias>
  </lexeme>
  <lexeme>
    <!-- Russian то́чка, by rule -->
    <grapheme>tochka</grapheme>
    <phoneme>ˈtɔtʃkə</phoneme>
    <alias>Tauchka</alias>
  </lexeme>
  <lexeme>
    <!-- Russian ланце́т, by rule -->
    <grapheme>lantset</grapheme>
    <phoneme>lənˈtsɛt</phoneme>
    <alias>Lunntset</alias>
  </lexeme>
  <lexeme>
    <!-- Ukrainian Енергоа́том -->
    <grapheme>Energoatom</grapheme>
    <phoneme>ɛˌnɛɹɡoʊˈɑtəm</phoneme>
    <alias>Enehrgoahttem</alias>
  </lexeme>
  <lexeme>
    <!-- Ukrainian Укрене́рго -->
    <grapheme>Ukrenergo</grapheme>
    <phoneme>ˌukɹɛˈnɛɹɡoʊ</phoneme>
    <alias>Ookreh-nairgo</alias>
  </lexeme>
  <lexeme>
    <!-- Ukrainian Укрна́фта -->
    <grapheme>Ukrnafta</grapheme>
    <phoneme>ˌukəɹˈnɑftə</phoneme>
    <alias>Ookur-noffta</alias>
  </lexeme>
  <lexeme>
    <!-- Ukrainian Укргідроене́рго -->
    <grapheme>Ukrhydroenergo</grapheme>
    <phoneme>ˌukəɹˌhaɪdɹoʊɛˈnɛɹɡoʊ</phoneme>
    <alias>Ookuhr-hydroeh-nairgoa</alias>
  </lexeme>
  <lexeme>
    <!-- the company's own name, said ДТЕК as one word -->
    <grapheme>DTEK</grapheme>
    <phoneme>ˈditɛk</phoneme>
    <alias>Deetek</alias>
  </lexeme>
  <lexeme>
    <!-- German Gepard, stress on the second syllable (Duden) -->
    <grapheme>gepard</grapheme>
    <phoneme>ɡɛˈpɑɹt</phoneme>
    <alias>Gaippart</alias>
  </lexeme>
  <lexeme>
    <!-- German Panzerhaubitze (Duden) -->
    <grapheme>Panzerhaubitze</grapheme>
    <phoneme>ˈpɑntsəɹhaʊˌbɪtsə</phoneme>
    <alias>Pontserhow-bihtse</alias>
  </lexeme>
  <lexeme>
    <!-- German Rheinmetall (Duden: Rhein, Metall) -->
    <grapheme>Rheinmetall</grapheme>
    <phoneme>ˈɹaɪnmɛˌtɑl</phoneme>
    <alias>Rynmmettol</alias>
  </lexeme>
  <lexeme>
    <!-- Slovak Zuzana, stress on the first syllable -->
    <grapheme>zuzana</grapheme>
    <phoneme>ˈzuzɑnɑ</phoneme>
    <alias>Zoozzonnah</alias>
  </lexeme>
  <lexeme>
    <!-- Polish rosomak, stress on the last syllable but one -->
    <grapheme>rosomak</grapheme>
    <phoneme>ɹɔˈsɔmɑk</phoneme>
    <alias>Raw-saumok</alias>
  </lexeme>
  <lexeme>
    <!-- Polish Rzeszów (Wiktionary) -->
    <grapheme>Rzeszów</grapheme>
    <grapheme>Rzeszow</grapheme>
    <phoneme>ˈʒɛʃuf</phoneme>
    <alias>Zhaishoof</alias>
  </lexeme>
  <lexeme>
    <!-- Polish Tusk (Wikipedia) -->
    <grapheme>Tusk</grapheme>
    <phoneme>tusk</phoneme>
    <alias>Toosk</alias>
  </lexeme>
  <lexeme>
    <!-- Polish Duda (Wikipedia) -->
    <grapheme>Duda</grapheme>
    <phoneme>ˈdudɑ</phoneme>
    <alias>Doo-da</alias>
  </lexeme>
  <lexeme>
    <!-- Polish Nawrocki (Wikipedia) -->
    <grapheme>Nawrocki</grapheme>
    <phoneme>nɑˈvɹɔtski</phoneme>
    <alias>Na-vrawtsky</alias>
  </lexeme>
  <lexeme>
    <!-- Polish Sikorski (Wikipedia) -->
    <grapheme>Sikorski</grapheme>
    <phoneme>ʃiˈkɔɹski</phoneme>
    <alias>Shikawrsky</alias>
  </lexeme>
  <lexeme>
    <!-- Polish Kosiniak-Kamysz (Wikipedia) -->
    <grapheme>Kosiniak-Kamysz</grapheme>
    <phoneme>kɔˈʃinjɑk ˈkɑmɪʃ</phoneme>
    <alias>Kawshinyok Kahmish</alias>
  </lexeme>
  <lexeme>
    <!-- Turkish Erdoğan (Wikipedia) -->
    <grapheme>Erdogan</grapheme>
    <grapheme>Erdoğan</grapheme>
    <phoneme>ˈɛɹdoʊɑn</phoneme>
    <alias>Airdoaan</alias>
  </lexeme>
  <lexeme>
    <!-- Turkish Fidan, stress on the last syllable -->
    <grapheme>Fidan</grapheme>
    <phoneme>fiˈdɑn</phoneme>
    <alias>Feedahn</alias>
  </lexeme>
  <lexeme>
    <!-- Hungarian Orbán (Wikipedia) -->
    <grapheme>Orban</grapheme>
    <grapheme>Orbán</grapheme>
    <phoneme>ˈɔɹbɑn</phoneme>
    <alias>Awrbahn</alias>
  </lexeme>
  <lexeme>
    <!-- Hungarian Szijjártó (Wikipedia) -->
    <grapheme>Szijjarto</grapheme>
    <grapheme>Szijjártó</grapheme>
    <phoneme>ˈsijɑɹtoʊ</phoneme>
    <alias>See-yorto</alias>
  </lexeme>
  <lexeme>
    <!-- Slovak Fico (Wikipedia) -->
    <grapheme>Fico</grapheme>
    <phoneme>ˈfitsoʊ</phoneme>
    <alias>Fytso</alias>
  </lexeme>
  <lexeme>
    <!-- Czech Babiš (Wikipedia) -->
    <grapheme>Babis</grapheme>
    <grapheme>Babiš</grapheme>
    <phoneme>ˈbɑbɪʃ</phoneme>
    <alias>Bobbish</alias>
  </lexeme>
  <lexeme>
    <!-- Czech Fiala (Wikipedia) -->
    <grapheme>Fiala</grapheme>
    <phoneme>ˈfijɑlɑ</phoneme>
    <alias>Feeyala</alias>
  </lexeme>
  <lexeme>
    <!-- Serbian Vučić (Wikipedia) -->
    <grapheme>Vucic</grapheme>
    <grapheme>Vučić</grapheme>
    <phoneme>ˈvutʃɪtʃ</phoneme>
    <alias>Voochich</alias>
  </lexeme>
  <lexeme>
    <!-- French Macron (Wikipedia) -->
    <grapheme>Macron</grapheme>
    <phoneme>məˈkɹoʊn</phoneme>
    <alias>Mukrohn</alias>
  </lexeme>
  <lexeme>
    <!-- German Scholz (Wikipedia) -->
    <grapheme>Scholz</grapheme>
    <phoneme>ʃɔlts</phoneme>
    <alias>Shaultz</alias>
  </lexeme>
  <lexeme>
    <!-- German Merz (Wikipedia) -->
    <grapheme>Merz</grapheme>
    <phoneme>mɛɹts</phoneme>
    <alias>Mairtz</alias>
  </lexeme>
  <lexeme>
    <!-- German Pistorius (Wikipedia) -->
    <grapheme>Pistorius</grapheme>
    <phoneme>pɪsˈtoʊɹiəs</phoneme>
    <alias>Pis-toreeus</alias>
  </lexeme>
  <lexeme>
    <!-- German Baerbock (Wikipedia) -->
    <grapheme>Baerbock</grapheme>
    <phoneme>ˈbɛɹbɔk</phoneme>
    <alias>Bairbbok</alias>
  </lexeme>
  <lexeme>
    <!-- German Wadephul (Wikipedia) -->
    <grapheme>Wadephul</grapheme>
    <phoneme>ˈvɑdəful</phoneme>
    <alias>Vahdafool</alias>
  </lexeme>
  <lexeme>
    <!-- German von der Leyen (Wikipedia) -->
    <grapheme>von der Leyen</grapheme>
    <phoneme>fɔn dɛɹ ˈlaɪən</phoneme>
    <alias>Fon Dair Lyan</alias>
  </lexeme>
  <lexeme>
    <!-- Estonian Kaja Kallas (Wikipedia) -->
    <grapheme>Kaja Kallas</grapheme>
    <phoneme>ˈkɑjɑ ˈkɑlɑs</phoneme>
    <alias>Kaya Kah-los</alias>
  </lexeme>
  <lexeme>
    <!-- Dutch Rutte (Wikipedia) -->
    <grapheme>Rutte</grapheme>
    <phoneme>ˈɹutə</phoneme>
    <alias>Ruta</alias>
  </lexeme>
  <lexeme>
    <!-- Norwegian Stoltenberg (Wikipedia) -->
    <grapheme>Stoltenberg</grapheme>
    <phoneme>ˈstɔltənbɛɹɡ</phoneme>
    <alias>Stawltenbairg</alias>
  </lexeme>
  <lexeme>
    <!-- German Ramstein (Wiktionary) -->
    <grapheme>Ramstein</grapheme>
    <phoneme>ˈɹɑmʃtaɪn</phoneme>
    <alias>Romshtyn</alias>
  </lexeme>
  <lexeme>
    <!-- Romanian Maia Sandu (Wikipedia) -->
    <grapheme>Maia Sandu</grapheme>
    <phoneme>ˈmɑjɑ ˈsɑndu</phoneme>
    <alias>Ma-yah Sahndoo</alias>
  </lexeme>
  <lexeme>
    <!-- Lithuanian Nausėda (Wikipedia) -->
    <grapheme>Nausėda</grapheme>
    <grapheme>Nauseda</grapheme>
    <phoneme>naʊˈseɪdɑ</phoneme>
    <alias>Now-say-dah</alias>
  </lexeme>
  <lexeme>
    <!-- Latvian Rinkēvičs (Wikipedia) -->
    <grapheme>Rinkēvičs</grapheme>
    <grapheme>Rinkevics</grapheme>
    <phoneme>ˈɹinkɛvɪtʃs</phoneme>
    <alias>Rynkaivichs</alias>
  </lexeme>
  <lexeme>
    <!-- Italian Grossi (Wikipedia) -->
    <grapheme>Grossi</grapheme>
    <phoneme>ˈɡɹɔsi</phoneme>
    <alias>Grausy</alias>
  </lexeme>
  <lexeme>
    <!-- Portuguese Guterres (Wikipedia) -->
    <grapheme>Guterres</grapheme>
    <phoneme>ɡuˈtɛɹɪs</phoneme>
    <alias>Gootairis</alias>
  </lexeme>
  <lexeme>
    <!-- Persian Khamenei (Wikipedia) -->
    <grapheme>Khamenei</grapheme>
    <phoneme>ˌkɑmɛnɛˈi</phoneme>
    <alias>Kamainehy</alias>
  </lexeme>
  <lexeme>
    <!-- Persian Pezeshkian (Wikipedia) -->
    <grapheme>Pezeshkian</grapheme>
    <phoneme>pɛzɛʃkiˈɑn</phoneme>
    <alias>Peh-zeshckyonn</alias>
  </lexeme>
  <lexeme>
    <!-- Persian Araghchi (Wikipedia) -->
    <grapheme>Araghchi</grapheme>
    <phoneme>əˈɹɑktʃi</phoneme>
    <alias>Erokchi</alias>
  </lexeme>
  <lexeme>
    <!-- Persian mohajer (Wikipedia) -->
    <grapheme>mohajer</grapheme>
    <phoneme>moʊhɑˈdʒɛɹ</phoneme>
    <alias>Mohajair</alias>
  </lexeme>
  <lexeme>
    <!-- Korean Kim Jong-un (Wikipedia) -->
    <grapheme>Kim Jong Un</grapheme>
    <phoneme>kɪm dʒɔŋ ˈun</phoneme>
    <alias>Kimm Jaung Oon</alias>
  </lexeme>
  <lexeme>
    <!-- Norwegian Jens (Wikipedia) -->
    <grapheme>Jens</grapheme>
    <phoneme>jɛns</phoneme>
    <alias>Yens</alias>
  </lexeme>
  <lexeme>
    <!-- Ukrainian Бро́вді, by rule -->
    <grapheme>Brovdi</grapheme>
    <phoneme>ˈbɹɔvdi</phoneme>
    <alias>Brawvdy</alias>
  </lexeme>
  <lexeme>
    <!-- Ukrainian Гна́тов, by rule -->
    <grapheme>Hnatov</grapheme>
    <phoneme>həˈnɑtɔv</phoneme>
    <alias>Huh-nahtoff</alias>
  </lexeme>
  <lexeme>
    <!-- Ukrainian Ге́тманцев, by rule -->
    <grapheme>Hetmantsev</grapheme>
    <phoneme>ˈhɛtmɑntsɛv</phoneme>
    <alias>Hetmahntsev</alias>
  </lexeme>
  <lexeme>
    <!-- Ukrainian Ка́чка, by rule -->
    <grapheme>Kachka</grapheme>
    <phoneme>ˈkɑtʃkə</phoneme>
    <alias>Kotchka</alias>
  </lexeme>
  <lexeme>
    <!-- Ukrainian Мі́ндіч, by rule -->
    <grapheme>Mindich</grapheme>
    <phoneme>ˈmɪndɪtʃ</phoneme>
    <alias>Min-ditch</alias>
  </lexeme>
  <lexeme>
    <!-- Ukrainian Цу́керман, by rule -->
    <grapheme>Tsukerman</grapheme>
    <phoneme>ˈtsukɛɹmɑn</phoneme>
    <alias>Tsookerman</alias>
  </lexeme>
  <lexeme>
    <!-- Ukrainian Кра́вченко, by rule -->
    <grapheme>Kravchenko</grapheme>
    <phoneme>ˈkɹɑvtʃɛnkoʊ</phoneme>
    <alias>Krovchenko</alias>
  </lexeme>
  <lexeme>
    <!-- Ukrainian Лисого́р, by rule -->
    <grapheme>Lysohor</grapheme>
    <phoneme>lɪsoʊˈhɔɹ</phoneme>
    <alias>Lissoh-hore</alias>
  </lexeme>
  <lexeme>
    <!-- Ukrainian Железня́к, by rule -->
    <grapheme>Zheleznyak</grapheme>
    <phoneme>ʒɛlɛzˈnjɑk</phoneme>
    <alias>Zhellez-nee-ock</alias>
  </lexeme>
  <lexeme>
    <!-- Ukrainian Разумко́в, by rule -->
    <grapheme>Razumkov</grapheme>
    <phoneme>ɹɑzumˈkɔv</phoneme>
    <alias>Rahzoom-koff</alias>
  </lexeme>
  <lexeme>
    <!-- Ukrainian Магу́чіх, by rule -->
    <grapheme>Mahuchikh</grapheme>
    <phoneme>mɑˈhutʃik</phoneme>
    <alias>Mah-hoochick</alias>
  </lexeme>
  <lexeme>
    <!-- Ukrainian Ястре́мська, by rule -->
    <grapheme>Yastremska</grapheme>
    <phoneme>jɑˈstɹɛmskə</phoneme>
    <alias>Yah-stremska</alias>
  </lexeme>
  <lexeme>
    <!-- Ukrainian Харла́н, by rule -->
    <grapheme>Kharlan</grapheme>
    <phoneme>hɑɹˈlɑn</phoneme>
    <alias>Harlahn</alias>
  </lexeme>
  <lexeme>
    <!-- Ukrainian Хижня́к, by rule -->
    <grapheme>Khyzhniak</grapheme>
    <phoneme>hɪʒˈnjɑk</phoneme>
    <alias>Hizhnyock</alias>
  </lexeme>
  <lexeme>
    <!-- Ukrainian Верня́єв, by rule -->
    <grapheme>Verniaiev</grapheme>
    <phoneme>vɛɹˈnjɑjɛv</phoneme>
    <alias>Vairn-yah-yev</alias>
  </lexeme>
  <lexeme>
    <!-- Ukrainian До́вбик, by rule -->
    <grapheme>Dovbyk</grapheme>
    <phoneme>ˈdɔvbɪk</phoneme>
    <alias>Dawvbick</alias>
  </lexeme>
  <lexeme>
    <!-- Ukrainian Зі́нченко, by rule -->
    <grapheme>Zinchenko</grapheme>
    <phoneme>ˈzintʃɛnkoʊ</phoneme>
    <alias>Zeenchenko</alias>
  </lexeme>
  <lexeme>
    <!-- Ukrainian Приста́йко, by rule -->
    <grapheme>Prystaiko</grapheme>
    <phoneme>pɹɪˈstɑɪkoʊ</phoneme>
    <alias>Prih-sty-koh</alias>
  </lexeme>
  <lexeme>
    <!-- Ukrainian Марка́рова, by rule -->
    <grapheme>Markarova</grapheme>
    <phoneme>mɑɹˈkɑɹoʊvə</phoneme>
    <alias>Mar-kahrova</alias>
  </lexeme>
  <lexeme>
    <!-- Ukrainian Ками́шін, by rule -->
    <grapheme>Kamyshin</grapheme>
    <phoneme>kɑˈmɪʃin</phoneme>
    <alias>Kah-mih-sheen</alias>
  </lexeme>
  <lexeme>
    <!-- Ukrainian Коре́цький, by rule -->
    <grapheme>Koretskyi</grapheme>
    <grapheme>Koretsky</grapheme>
    <phoneme>kɔˈɹɛtski</phoneme>
    <alias>Kaw-ret-skee</alias>
  </lexeme>
  <lexeme>
    <!-- Ukrainian Корніє́нко, by rule -->
    <grapheme>Korniienko</grapheme>
    <grapheme>Korniyenko</grapheme>
    <phoneme>kɔɹniˈjɛnkoʊ</phoneme>
    <alias>Corny-yenkoh</alias>
  </lexeme>
  <lexeme>
    <!-- Ukrainian Чорново́л, by rule -->
    <grapheme>Chornovol</grapheme>
    <phoneme>tʃɔɹnoʊˈvɔl</phoneme>
    <alias>Chorno-vawl</alias>
  </lexeme>
  <lexeme>
    <!-- Ukrainian Скоропа́дський, by rule -->
    <grapheme>Skoropadskyi</grapheme>
    <grapheme>Skoropadsky</grapheme>
    <phoneme>skɔɹoʊˈpɑdski</phoneme>
    <alias>Skorroh-podsky</alias>
  </lexeme>
  <lexeme>
    <!-- Ukrainian Шухе́вич, by rule -->
    <grapheme>Shukhevych</grapheme>
    <phoneme>ʃuˈhɛvɪtʃ</phoneme>
    <alias>Shoo-hevvitch</alias>
  </lexeme>
  <lexeme>
    <!-- Ukrainian Філаре́т, by rule -->
    <grapheme>Filaret</grapheme>
    <phoneme>filɑˈɹɛt</phoneme>
    <alias>Fee-lah-ret</alias>
  </lexeme>
  <lexeme>
    <!-- Ukrainian Ону́фрій, by rule -->
    <grapheme>Onufriy</grapheme>
    <grapheme>Onufrii</grapheme>
    <phoneme>oʊˈnufɹi</phoneme>
    <alias>Oh-noofree</alias>
  </lexeme>
  <lexeme>
    <!-- Ukrainian Пінчу́к, by rule -->
    <grapheme>Pinchuk</grapheme>
    <phoneme>pinˈtʃuk</phoneme>
    <alias>Peen-chook</alias>
  </lexeme>
  <lexeme>
    <!-- Ukrainian Фі́рташ, by rule -->
    <grapheme>Firtash</grapheme>
    <phoneme>ˈfiɹtɑʃ</phoneme>
    <alias>Feer-tosh</alias>
  </lexeme>
  <lexeme>
    <!-- Ukrainian Прилу́ки, by rule -->
    <grapheme>Pryluky</grapheme>
    <phoneme>pɹɪˈluki</phoneme>
    <alias>Prih-looky</alias>
  </lexeme>
  <lexeme>
    <!-- Ukrainian Великомиха́йлівка, by rule -->
    <grapheme>Velykomykhailivka</grapheme>
    <phoneme>vɛlɪkoʊmɪˈhɑɪlivkə</phoneme>
    <alias>Velliko-mih-highleevka</alias>
  </lexeme>
  <lexeme>
    <!-- Ukrainian Півде́нний, by rule -->
    <grapheme>Pivdennyi</grapheme>
    <phoneme>pɪvˈdɛni</phoneme>
    <alias>Pivdenny</alias>
  </lexeme>
  <lexeme>
    <!-- Ukrainian Ба́нкова, by rule -->
    <grapheme>Bankova</grapheme>
    <phoneme>ˈbɑnkoʊvə</phoneme>
    <alias>Bahnkovah</alias>
  </lexeme>
  <lexeme>
    <!-- Ukrainian Шандриго́лове, by rule -->
    <grapheme>Shandryholove</grapheme>
    <phoneme>ʃɑndɹɪˈhɔloʊvɛ</phoneme>
    <alias>Shondri-hawloveh</alias>
  </lexeme>
  <lexeme>
    <!-- Ukrainian Новоекономі́чне, by rule -->
    <grapheme>Novoekonomichne</grapheme>
    <phoneme>ˌnɔvoʊɛkoʊnoʊˈmitʃnɛ</phoneme>
    <alias>Nohvo-ecko-no-meechneh</alias>
  </lexeme>
  <lexeme>
    <!-- Ukrainian Успе́нівка, by rule -->
    <grapheme>Uspenivka</grapheme>
    <phoneme>uˈspɛnivkə</phoneme>
    <alias>Oo-spenneevka</alias>
  </lexeme>
  <lexeme>
    <!-- Ukrainian Рівнопі́лля, by rule -->
    <grapheme>Rivnopillia</grapheme>
    <phoneme>ɹivnoʊˈpiljə</phoneme>
    <alias>Reevno-peelya</alias>
  </lexeme>
  <lexeme>
    <!-- Ukrainian Зати́шшя, by rule -->
    <grapheme>Zatyshshia</grapheme>
    <phoneme>zɑˈtɪʃə</phoneme>
    <alias>Zah-tisha</alias>
  </lexeme>
  <lexeme>
    <!-- Ukrainian Примо́рське, by rule -->
    <grapheme>Prymorske</grapheme>
    <phoneme>pɹɪˈmɔɹskɛ</phoneme>
    <alias>Prih-morskeh</alias>
  </lexeme>
  <lexeme>
    <!-- Ukrainian Пла́вні, by rule -->
    <grapheme>Plavni</grapheme>
    <phoneme>ˈplɑvni</phoneme>
    <alias>Plahvnee</alias>
  </lexeme>
  <lexeme>
    <!-- Ukrainian Тернува́те, by rule -->
    <grapheme>Ternuvate</grapheme>
    <phoneme>tɛɹnuˈvɑtɛ</phoneme>
    <alias>Tairnoo-vahteh</alias>
  </lexeme>
  <lexeme>
    <!-- Ukrainian Зеле́ний Гай, by rule -->
    <grapheme>Zelenyi Hai</grapheme>
    <phoneme>zɛˈlɛni ˈhɑɪ</phoneme>
    <alias>Zellenny High</alias>
  </lexeme>
  <lexeme>
    <!-- Ukrainian Ві́льча, by rule -->
    <grapheme>Vilcha</grapheme>
    <phoneme>ˈviltʃə</phoneme>
    <alias>Veelcha</alias>
  </lexeme>
  <lexeme>
    <!-- Ukrainian Кіндра́тівка, by rule -->
    <grapheme>Kindrativka</grapheme>
    <phoneme>kinˈdɹɑtivkə</phoneme>
    <alias>Keen-drahteevka</alias>
  </lexeme>
  <lexeme>
    <!-- Ukrainian Пе́кло, by rule -->
    <grapheme>peklo</grapheme>
    <phoneme>ˈpɛkloʊ</phoneme>
    <alias>Pekloh</alias>
  </lexeme>
  <lexeme>
    <!-- Ukrainian Бобе́р, by rule -->
    <grapheme>bober</grapheme>
    <phoneme>boʊˈbɛɹ</phoneme>
    <alias>Boh-bair</alias>
  </lexeme>
  <lexeme>
    <!-- English reading of the drone's name, MAGURA, after Slavic magura -->
    <grapheme>magura</grapheme>
    <phoneme>mɑˈɡuɹə</phoneme>
    <alias>Mah-goora</alias>
  </lexeme>
  <lexeme>
    <!-- Ukrainian Грім, by rule -->
    <grapheme>hrim</grapheme>
    <phoneme>hɹim</phoneme>
    <alias>Hreem</alias>
  </lexeme>
  <lexeme>
    <!-- Russian буреве́стник, by rule -->
    <grapheme>burevestnik</grapheme>
    <phoneme>buɹɛˈvɛstnɪk</phoneme>
    <alias>Booreh-vestnick</alias>
  </lexeme>
  <lexeme>
    <!-- Russian мо́лния, by rule -->
    <grapheme>molniya</grapheme>
    <phoneme>ˈmoʊlnijə</phoneme>
    <alias>Mohlneeya</alias>
  </lexeme>
  <lexeme>
    <!-- Russian коме́та, by rule -->
    <grapheme>kometa</grapheme>
    <phoneme>kɑˈmɛtə</phoneme>
    <alias>Kah-metta</alias>
  </lexeme>
  <lexeme>
    <!-- Swedish gripen (Svenska Akademien) -->
    <grapheme>gripen</grapheme>
    <phoneme>ˈɡɹipɛn</phoneme>
    <alias>Greepen</alias>
  </lexeme>
  <lexeme>
    <!-- Russian гиаци́нт, by rule -->
    <grapheme>giatsint</grapheme>
    <phoneme>ɡiɑtˈsint</phoneme>
    <alias>Ghee-ott-seent</alias>
  </lexeme>
  <lexeme>
    <!-- Russian Мста, by rule -->
    <grapheme>msta</grapheme>
    <phoneme>mstɑ</phoneme>
    <alias>Muh-stah</alias>
  </lexeme>
  <lexeme>
    <!-- Russian ака́ция, by rule -->
    <grapheme>akatsiya</grapheme>
    <phoneme>ɑˈkɑtsijə</phoneme>
    <alias>Ah-kahtseeya</alias>
  </lexeme>
  <lexeme>
    <!-- Russian То́сочка, by rule -->
    <grapheme>tosochka</grapheme>
    <phoneme>ˈtoʊsətʃkə</phoneme>
    <alias>Tohsotchka</alias>
  </lexeme>
  <lexeme>
    <!-- Russian солнцепёк, by rule -->
    <grapheme>solntsepyok</grapheme>
    <grapheme>solntsepek</grapheme>
    <phoneme>ˌsoʊntsɛˈpjoʊk</phoneme>
    <alias>Sohntsep-yoke</alias>
  </lexeme>
  <lexeme>
    <!-- Russian булава́, by rule -->
    <grapheme>bulava</grapheme>
    <phoneme>bulɑˈvɑ</phoneme>
    <alias>Boolah-vah</alias>
  </lexeme>
  <lexeme>
    <!-- Russian сарма́т, by rule -->
    <grapheme>sarmat</grapheme>
    <phoneme>sɑɹˈmɑt</phoneme>
    <alias>Sar-mott</alias>
  </lexeme>
  <lexeme>
    <!-- Russian Ла́пин, by rule -->
    <grapheme>Lapin</grapheme>
    <phoneme>ˈlɑpɪn</phoneme>
    <alias>Lahpin</alias>
  </lexeme>
  <lexeme>
    <!-- Russian Тепли́нский, by rule -->
    <grapheme>Teplinsky</grapheme>
    <grapheme>Teplinskiy</grapheme>
    <phoneme>tɛpˈlinski</phoneme>
    <alias>Tep-leensky</alias>
  </lexeme>
  <lexeme>
    <!-- Russian Ка́ра-Мурза́, by rule -->
    <grapheme>Kara-Murza</grapheme>
    <phoneme>ˈkɑɹə muɹˈzɑ</phoneme>
    <alias>Kahrah Moorzah</alias>
  </lexeme>
  <lexeme>
    <!-- Russian Бали́цкий, by rule -->
    <grapheme>Balitsky</grapheme>
    <grapheme>Balytskyi</grapheme>
    <phoneme>bɑˈlitski</phoneme>
    <alias>Bah-leetsky</alias>
  </lexeme>
  <lexeme>
    <!-- Russian Па́сечник, by rule -->
    <grapheme>Pasechnik</grapheme>
    <phoneme>ˈpɑsɛtʃnɪk</phoneme>
    <alias>Pahsetchnick</alias>
  </lexeme>
  <lexeme>
    <!-- Russian Силуа́нов, by rule -->
    <grapheme>Siluanov</grapheme>
    <phoneme>siluˈɑnɔv</phoneme>
    <alias>See-loo-ahnoff</alias>
  </lexeme>
  <lexeme>
    <!-- Belarusian Ціхано́ўская, by rule -->
    <grapheme>Tsikhanouskaya</grapheme>
    <phoneme>tsihɑˈnuskɑjə</phoneme>
    <alias>Tsee-hahnoo-skaya</alias>
  </lexeme>
  <lexeme>
    <!-- Russian Коле́сникова, by rule -->
    <grapheme>Kolesnikova</grapheme>
    <phoneme>kɑˈlɛsnikoʊvə</phoneme>
    <alias>Kah-lessnee-kova</alias>
  </lexeme>
  <lexeme>
    <!-- Estonian Kallas, stress on the first syllable -->
    <grapheme>Kallas</grapheme>
    <phoneme>ˈkɑlɑs</phoneme>
    <alias>Kahllass</alias>
  </lexeme>
  <lexeme>
    <!-- French Lecornu -->
    <grapheme>Lecornu</grapheme>
    <phoneme>ləkɔɹˈnu</phoneme>
    <alias>Luh-cornoo</alias>
  </lexeme>
  <lexeme>
    <!-- Swedish Kristersson -->
    <grapheme>Kristersson</grapheme>
    <phoneme>ˈkɹɪstɚsɔn</phoneme>
    <alias>Kristerson</alias>
  </lexeme>
  <lexeme>
    <!-- Bulgarian Георги́ева, by rule -->
    <grapheme>Georgieva</grapheme>
    <phoneme>ɡɛɔɹˈɡiɛvə</phoneme>
    <alias>Gay-orgheeyeva</alias>
  </lexeme>
  <lexeme>
    <!-- Russian Татне́фть, by rule -->
    <grapheme>Tatneft</grapheme>
    <phoneme>tɑtˈnɛft</phoneme>
    <alias>Tott-neft</alias>
  </lexeme>
  <lexeme>
    <!-- Russian Новатэ́к, by rule -->
    <grapheme>Novatek</grapheme>
    <phoneme>noʊvɑˈtɛk</phoneme>
    <alias>Nohva-teck</alias>
  </lexeme>
  <lexeme>
    <!-- Ukrainian Укрінфо́рм, by rule -->
    <grapheme>Ukrinform</grapheme>
    <phoneme>ukɹinˈfɔɹm</phoneme>
    <alias>Ookreen-form</alias>
  </lexeme>
  <lexeme>
    <!-- Russian Меду́за, by rule -->
    <grapheme>Meduza</grapheme>
    <phoneme>mɛˈduzə</phoneme>
    <alias>Meh-dooza</alias>
  </lexeme>
  <lexeme>
    <!-- Russian Новоша́хтинск, by rule -->
    <grapheme>Novoshakhtinsk</grapheme>
    <phoneme>noʊvoʊˈʃɑktinsk</phoneme>
    <alias>Nohvo-shockteensk</alias>
  </lexeme>
  <lexeme>
    <!-- Russian Примо́рск, by rule -->
    <grapheme>Primorsk</grapheme>
    <phoneme>pɹiˈmɔɹsk</phoneme>
    <alias>Pree-morsk</alias>
  </lexeme>
  <lexeme>
    <!-- Russian Усть-Лу́га, by rule -->
    <grapheme>Ust-Luga</grapheme>
    <phoneme>ust ˈluɡə</phoneme>
    <alias>Oost Loogah</alias>
  </lexeme>
  <lexeme>
    <!-- Russian Сы́зрань, by rule -->
    <grapheme>Syzran</grapheme>
    <phoneme>ˈsɪzɹɑn</phoneme>
    <alias>Sizrahn</alias>
  </lexeme>
  <lexeme>
    <!-- Russian Афи́пский, by rule -->
    <grapheme>Afipsky</grapheme>
    <grapheme>Afipskiy</grapheme>
    <phoneme>ɑˈfipski</phoneme>
    <alias>Ah-feepsky</alias>
  </lexeme>
  <lexeme>
    <!-- Russian Шебе́кино, by rule -->
    <grapheme>Shebekino</grapheme>
    <phoneme>ʃɛˈbɛkinoʊ</phoneme>
    <alias>Sheh-beckeeno</alias>
  </lexeme>
  <lexeme>
    <!-- Russian Тама́нь, by rule -->
    <grapheme>Taman</grapheme>
    <phoneme>tɑˈmɑn</phoneme>
    <alias>Tah-mahn</alias>
  </lexeme>
  <lexeme>
    <!-- Russian Бельбе́к, by rule -->
    <grapheme>Belbek</grapheme>
    <phoneme>bɛlˈbɛk</phoneme>
    <alias>Bell-beck</alias>
  </lexeme>
  <lexeme>
    <!-- Russian Гварде́йское, by rule -->
    <grapheme>Gvardeiskoye</grapheme>
    <grapheme>Gvardeyskoye</grapheme>
    <phoneme>ɡvɑɹˈdeɪskoʊjɛ</phoneme>
    <alias>Guh-var-dayskoyeh</alias>
  </lexeme>
  <lexeme>
    <!-- Ukrainian ла́вра, by rule -->
    <grapheme>Lavra</grapheme>
    <phoneme>ˈlɑvɹə</phoneme>
    <alias>Lahvra</alias>
  </lexeme>
  <lexeme>
    <!-- Ukrainian Чорнові́л, by rule -->
    <grapheme>Chornovil</grapheme>
    <phoneme>tʃɔɹnoʊˈvil</phoneme>
    <alias>Chorno-veel</alias>
  </lexeme>
</lexicon>
