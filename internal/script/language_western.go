package script

var german = language{
	before: list(
		"dr prof hr fr frl ing dipl mag st z.b d.h u.a bzw ca ggf evtl sog vgl inkl exkl zzgl max min geb gest allg bes",
		"mio mrd tsd gen oberst lt hptm abg insb jew z d",
	),
	beforeNumber: list("nr art abs s abb bd kap tel § N° №"),
	either: list(
		"str usw etc chr jan feb mär apr jun jul aug sept sep okt nov dez co jr sen",
	),
	starters: list(
		"Der Die Das Dem Den Des Ein Eine Einer Eines Einem Einen Er Sie Es Wir Ihr Ich Du Sein Seine Ihre Ihr Unser",
		"Unsere Mein Meine Dieser Diese Dieses Diesem Diesen Jener Jene Dort Hier Da Dann Danach Damit Dabei Dafür",
		"Dazu Deshalb Daher Darum Doch Aber Und Oder Denn Sondern Auch Nur Noch Schon Nicht Kein Keine Wer Was Wann Wo",
		"Warum Wie Wenn Weil Ob Obwohl Als Während Nachdem Bevor Seit Bis In Im Am An Auf Aus Bei Beim Mit Nach Von Vom",
		"Vor Zu Zum Zur Über Unter Um Für Gegen Ohne Durch Trotz Wegen Laut Jetzt Heute Gestern Morgen Später Zuvor",
		"Zuerst Nun So Viele Einige Mehrere Manche Alle Alles Jeder Jede Jedes Man Ja Nein Zwei Drei",
	),
	ordinals: true,
}

var french = language{
	before: list(
		"mm mme mmes mlle dr pr me mgr st ste gén col cap lt av env cf c.-à-d p.ex ex",
	),
	beforeNumber: list("n° N° nº № p pp art chap vol fig tél janv févr avr juil sept oct nov déc"),
	either:       list("etc bd boul éd jr cie apr"),
	starters: list(
		"Le La Les L Un Une Des Du De Ce Cet Cette Ces Il Elle Ils Elles On Nous Vous Je Tu Son Sa Ses Leur Leurs Mon Ma",
		"Mes Notre Nos Votre Vos Et Mais Ou Donc Or Ni Car En Dans Sur Sous Avec Sans Pour Par Chez Vers Entre Depuis",
		"Pendant Après Avant Contre Malgré Selon À A Au Aux Si Quand Comme Où Qui Que Quoi Quel Quelle Pourquoi Comment",
		"Puis Alors Ensuite Enfin Aussi Ainsi Cependant Pourtant Toutefois Ici Là Aujourd Hier Demain Maintenant Déjà",
		"Encore Tout Tous Toute Toutes Chaque Plusieurs Quelques Certains Beaucoup Deux Trois Oui Non Ne Pas",
		"C J D S N Qu Lorsqu",
	),
}

var spanish = language{
	before: list(
		"sr sra srta sres dr dra lic ing prof profa arq gral cnel tte cap d dña fr sto sta mons ud uds p.ej p ee av avda",
		"aprox hno hna dpto",
	),
	beforeNumber: list("núm num nº n.º N° № pág págs art arts cap vol fig tel ene feb abr ago sept oct nov dic"),
	either:       list("etc uu jr cía a.c d.c"),
	compounds:    map[string]bool{"EE UU": true},
	starters: list(
		"El La Los Las Lo Un Una Unos Unas Este Esta Esto Estos Estas Ese Esa Eso Esos Esas Aquel Aquella Él Ella Ellos",
		"Ellas Nosotros Usted Ustedes Yo Tú Su Sus Mi Mis Nuestro Nuestra Y E O U Pero Sino Ni Que Si Cuando Como Donde",
		"Quien Qué Quién Cuándo Cómo Dónde Cuál Por Para Con Sin En A Al De Del Desde Hasta Entre Sobre Tras Ante Contra",
		"Según Durante Mediante Aunque Porque Pues Entonces Luego Después Antes Además También Tampoco Sin Así Aquí Allí",
		"Ahí Ahora Hoy Ayer Mañana Ya Aún Todavía No Sí Se Le Les Me Te Nos Muchos Muchas Algunos Algunas Varios Varias",
		"Todo Todos Toda Todas Cada Otro Otra Otros Otras Dos Tres Más Es Son Fue Era Hay",
	),
}
