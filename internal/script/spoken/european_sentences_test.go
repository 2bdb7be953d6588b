package spoken

import "testing"

func TestGermanSentences(t *testing.T) {
	checkRows(t, "de", []row{
		{"Bis Donnerstag, den 6. Juni 2024, fielen 48 Drohnen.", "Bis Donnerstag, den sechsten Juni zweitausendvierundzwanzig, fielen achtundvierzig Drohnen."},
		{"Das Paket ist 61 Milliarden Dollar schwer.", "Das Paket ist einundsechzig Milliarden Dollar schwer."},
		{"Die Inflation sank auf 2,2 Prozent, nach 6,1 % im Vorjahr.", "Die Inflation sank auf zwei Komma zwei Prozent, nach sechs Komma eins Prozent im Vorjahr."},
		{"Um 04:50 Uhr heulten die Sirenen.", "Um vier Uhr fünfzig heulten die Sirenen."},
		{"Der Zug fährt mit 200 km/h auf Gleis 3.", "Der Zug fährt mit zweihundert Kilometer pro Stunde auf Gleis drei."},
		{"Dr. Schmidt verdient ca. 4.500 € brutto.", "Doktor Schmidt verdient circa viertausendfünfhundert Euro brutto."},
		{"Die Mauer fiel am 9. November 1989.", "Die Mauer fiel am neunten November neunzehnhundertneunundachtzig."},
		{"Zwischen 2015 und 2019 kamen rund 1,8 Mio. Menschen.", "Zwischen zweitausendfünfzehn und zweitausendneunzehn kamen rund eins Komma acht Millionen Menschen."},
		{"Er lief die 100 m in 9,58 Sek.", "Er lief die einhundert Meter in neun Komma fünf acht Sekunden."},
		{"Der 1. Mai ist in diesem Jahr ein Mittwoch.", "Der erste Mai ist in diesem Jahr ein Mittwoch."},
		{"Nach Art. 5 gilt der Bündnisfall.", "Nach Artikel fünf gilt der Bündnisfall."},
		{"Die Temperatur fiel auf −21 °C.", "Die Temperatur fiel auf minus einundzwanzig Grad Celsius."},
		{"Öffnungszeiten: 9–17 Uhr", "Öffnungszeiten: neun bis siebzehn Uhr"},
		{"Das Haus hat 120 m² und kostet 350.000 Euro.", "Das Haus hat einhundertzwanzig Quadratmeter und kostet dreihundertfünfzigtausend Euro."},
		{"Bayern gewann 3:0 (1:0).", "Bayern gewann drei zu null (eins zu null)."},
		{"In den 60er Jahren gab es 2 Fernsehprogramme.", "In den sechziger Jahren gab es zwei Fernsehprogramme."},
		{"Am 12.3.2023 um 7.45 Uhr", "Am zwölften März zweitausenddreiundzwanzig um sieben Uhr fünfundvierzig"},
		{"Die F-16 trägt 2 Raketen vom Typ AIM-120.", "Die F-16 trägt zwei Raketen vom Typ AIM-120."},
		{"Zum 75. Jahrestag kam u. a. Kanzler Scholz.", "Zum fünfundsiebzigsten Jahrestag kam unter anderem Kanzler Scholz."},
		{"Der Kurs stieg um 0,75 Prozentpunkte auf 18.320 Punkte.", "Der Kurs stieg um null Komma sieben fünf Prozentpunkte auf achtzehntausenddreihundertzwanzig Punkte."},
		{"Das kostet 12 Mrd. Euro pro Jahr, d. h. 1 Mrd. pro Monat.", "Das kostet zwölf Milliarden Euro pro Jahr, das heißt eine Milliarde pro Monat."},
	})
}

func TestFrenchSentences(t *testing.T) {
	checkRows(t, "fr", []row{
		{"Jusqu'au jeudi 6 juin 2024, 48 drones ont été abattus.", "Jusqu'au jeudi six juin deux mille vingt-quatre, quarante-huit drones ont été abattus."},
		{"Une aide de 61 milliards de dollars.", "Une aide de soixante et un milliards de dollars."},
		{"L'inflation est tombée à 2,2 %, contre 6,1 % un an plus tôt.", "L'inflation est tombée à deux virgule deux pour cent, contre six virgule un pour cent un an plus tôt."},
		{"À 4h50, les sirènes ont retenti.", "À quatre heures cinquante, les sirènes ont retenti."},
		{"Le train roule à 200 km/h.", "Le train roule à deux cents kilomètres-heure."},
		{"Le mur est tombé le 9 novembre 1989.", "Le mur est tombé le neuf novembre mille neuf cent quatre-vingt-neuf."},
		{"Entre 2015 et 2019, env. 1,8 million de personnes", "Entre deux mille quinze et deux mille dix-neuf, environ un virgule huit million de personnes"},
		{"Il gagne 4 500 € par mois.", "Il gagne quatre mille cinq cents euros par mois."},
		{"Le 1er janvier, M. Durand, 81 ans, est mort.", "Le premier janvier, monsieur Durand, quatre-vingt-un ans, est mort."},
		{"L'art. 5 du traité", "L'article cinq du traité"},
		{"Il fait −21 °C à Kiev.", "Il fait moins vingt et un degrés Celsius à Kiev."},
		{"Ouvert de 9h à 17h30", "Ouvert de neuf heures à dix-sept heures trente"},
		{"La maison de 120 m² vaut 350 000 euros.", "La maison de cent vingt mètres carrés vaut trois cent cinquante mille euros."},
		{"Le PSG l'a emporté 3-0.", "Le PSG l'a emporté trois à zéro."},
		{"Le budget atteint 12 Md€, soit 1 Md€ par mois.", "Le budget atteint douze milliards d'euros, soit un milliard d'euros par mois."},
		{"Le 12/3/2023 à 7 h 45", "Le douze mars deux mille vingt-trois à sept heures quarante-cinq"},
		{"Mme Le Pen et le Pr Raoult", "madame Le Pen et le professeur Raoult"},
		{"Le cours a pris 0,75 point, à 8 320 points.", "Le cours a pris zéro virgule soixante-quinze point, à huit mille trois cent vingt points."},
		{"Le XIXe et le 3e arrondissement", "Le dix-neuvième et le troisième arrondissement"},
		{"Il a couru 100 m en 9,58 secondes.", "Il a couru cent mètres en neuf virgule cinquante-huit secondes."},
	})
}

func TestSpanishSentences(t *testing.T) {
	checkRows(t, "es", []row{
		{"Hasta el jueves 6 de junio de 2024 cayeron 48 drones.", "Hasta el jueves seis de junio de dos mil veinticuatro cayeron cuarenta y ocho drones."},
		{"Una ayuda de 61.000 millones de dólares.", "Una ayuda de sesenta y un mil millones de dólares."},
		{"La inflación bajó al 2,2 %, desde el 6,1% de hace un año.", "La inflación bajó al dos coma dos por ciento, desde el seis coma uno por ciento de hace un año."},
		{"A las 04:50 sonaron las sirenas.", "A las cuatro cincuenta sonaron las sirenas."},
		{"El tren circula a 200 km/h.", "El tren circula a doscientos kilómetros por hora."},
		{"El muro cayó el 9 de noviembre de 1989.", "El muro cayó el nueve de noviembre de mil novecientos ochenta y nueve."},
		{"Entre 2015 y 2019 llegaron 1,8 millones de personas.", "Entre dos mil quince y dos mil diecinueve llegaron uno coma ocho millones de personas."},
		{"El Dr. López gana 4.500 € al mes.", "El doctor López gana cuatro mil quinientos euros al mes."},
		{"El 1 de enero murió D. Luis, de 81 años.", "El primero de enero murió don Luis, de ochenta y un años."},
		{"El art. 5 del tratado", "El artículo cinco del tratado"},
		{"En Kiev hace −21 °C.", "En Kiev hace menos veintiún grados Celsius."},
		{"Abierto de 9:00 a 17:30", "Abierto de nueve a diecisiete treinta"},
		{"La casa de 120 m² cuesta 350.000 euros.", "La casa de ciento veinte metros cuadrados cuesta trescientos cincuenta mil euros."},
		{"El Madrid ganó 3-0 en la 2.ª parte.", "El Madrid ganó tres a cero en la segunda parte."},
		{"Gastará 12.000 M€, p. ej. en defensa.", "Gastará doce mil millones de euros, por ejemplo en defensa."},
		{"El 12/3/2023, a las 7:45 h", "El doce de marzo de dos mil veintitrés, a las siete cuarenta y cinco horas"},
		{"EE. UU. enviará 31 tanques.", "Estados Unidos enviará treinta y un tanques."},
		{"El índice subió 0,75 puntos, hasta 8.321 puntos.", "El índice subió cero coma setenta y cinco puntos, hasta ocho mil trescientos veintiún puntos."},
		{"A finales del siglo XIX había 500 escuelas.", "A finales del siglo diecinueve había quinientas escuelas."},
		{"Corrió los 100 m en 9,58 segundos.", "Corrió los cien metros en nueve coma cincuenta y ocho segundos."},
	})
}

func TestPolishSentences(t *testing.T) {
	checkRows(t, "pl", []row{
		{"Do czwartku 6 czerwca 2024 r. zestrzelono 48 dronów.", "Do czwartku szóstego czerwca dwa tysiące dwudziestego czwartego roku zestrzelono czterdzieści osiem dronów."},
		{"Pomoc wynosi 61 mld dolarów.", "Pomoc wynosi sześćdziesiąt jeden miliardów dolarów."},
		{"Inflacja spadła do 2,2 proc. z 6,1 proc. rok wcześniej.", "Inflacja spadła do dwóch przecinek dwa procent z sześciu przecinek jeden procent rok wcześniej."},
		{"O godz. 4:50 zawyły syreny.", "O godzinie czwartej pięćdziesiąt zawyły syreny."},
		{"Pociąg jedzie 200 km/h.", "Pociąg jedzie dwieście kilometrów na godzinę."},
		{"Mur runął 9 listopada 1989 r.", "Mur runął dziewiątego listopada tysiąc dziewięćset osiemdziesiątego dziewiątego roku."},
		{"W latach 2015–2019 przybyło 1,8 mln osób.", "W latach dwa tysiące piętnaście – dwa tysiące dziewiętnaście przybyło jeden przecinek osiem miliona osób."},
		{"Zarabia 4500 zł, tj. ok. 1000 euro.", "Zarabia cztery tysiące pięćset złotych, to jest około tysiąca euro."},
		{"1 stycznia zmarł prof. Nowak.", "pierwszego stycznia zmarł profesor Nowak."},
		{"W Kijowie jest −21 st. C.", "W Kijowie jest minus dwadzieścia jeden stopni Celsjusza."},
		{"Otwarte od 9:00 do 17:30.", "Otwarte od dziewiątej do siedemnastej trzydzieści."},
		{"Dom ma 120 m² i kosztuje 350 tys. zł.", "Dom ma sto dwadzieścia metrów kwadratowych i kosztuje trzysta pięćdziesiąt tysięcy złotych."},
		{"Legia wygrała 3:0.", "Legia wygrała trzy do zera."},
		{"Wydadzą 12 mld zł, czyli 1 mld zł miesięcznie.", "Wydadzą dwanaście miliardów złotych, czyli jeden miliard złotych miesięcznie."},
		{"Urodził się 12.03.1953 r. w Gdańsku.", "Urodził się dwunastego marca tysiąc dziewięćset pięćdziesiątego trzeciego roku w Gdańsku."},
		{"W 2023 r. zginęło ponad 500 osób, w tym 32 żołnierzy.", "W dwa tysiące dwudziestym trzecim roku zginęło ponad pięćset osób, w tym trzydziestu dwóch żołnierzy."},
		{"Pod koniec XX w. działało tu 12 szkół.", "Pod koniec dwudziestego wieku działało tu dwanaście szkół."},
		{"Kurs wzrósł o 0,75 pkt do 4,32 zł.", "Kurs wzrósł o zero przecinek siedemdziesiąt pięć punktu do czterech złotych trzydziestu dwóch groszy."},
		{"Mieszka przy ul. Prostej 5.", "Mieszka przy ulicy Prostej 5."},
		{"Biegł 100 m w 9,58 sek.", "Biegł sto metrów w 9,58 sek."},
	})
}
