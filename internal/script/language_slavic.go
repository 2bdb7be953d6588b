package script

var ukrainian = language{
	before: list(
		"дж вул просп пр-т пров бул бульв пл наб смт сел хут ім імені гр пан проф акад доц канд докт ред упоряд пор",
		"ген полк підполк кап лейт серж адм майор див напр наприкл бл прибл зв т.зв т.ч т.є ж/м о св кн оз бр",
	),
	beforeNumber: list("№ N° тел тис млн млрд рис табл стор ч кім буд оф арк вип с"),
	afterNumber:  list("р рр ст м с т г п кв хв сек год"),
	either:       list("янв січ лют бер берез квіт трав черв лип серп вер жовт лист груд н.е"),
	compounds:    map[string]bool{"дол США": true, "долл США": true},
	closing:      map[string]bool{"т. д": true, "т. п": true},
	starters: list(
		"А І Й У В Н Та Але Або Чи Бо Що Щоб Як Якщо Коли Де Хто Чому Тому Тож Отже Також Однак Проте Хоча Водночас",
		"Він Вона Воно Вони Ми Ви Ти Я Його Її Їх Їхній Їхня Їхнє Їхні Наш Наша Наше Наші Ваш Мій Моя Свій",
		"Це Цей Ця Ці Той Те Ті Там Тут Тоді Так На З Зі Із До Для Від Під Після Перед Про За По При Через Без Між",
		"Над Крім Попри Серед Протягом Упродовж Згідно Зараз Наразі Сьогодні Вчора Учора Завтра Потім Згодом",
		"Раніше Пізніше Далі Спочатку Нині Відтак Втім Утім Зокрема Натомість Усі Всі Усе Все Кожен Жоден Багато",
		"Кілька Один Одна Одне Два Дві Три Не Ні Ще Вже Уже Нехай Хай Решта Деякі Інші Більшість Понад Близько",
	),
	timeOpeners: list("У В З Із До Від Після На Станом Наприкінці Навесні Восени Влітку Взимку Протягом Упродовж Близько О Об"),
	letterWords: list("є я"),
}

var russian = language{
	before: list(
		"дж ул просп пр-т пер бул пл наб пос дер им гр проф акад доц канд докт ред сост ген полк подполк кап лейт серж адм",
		"см напр прибл ок т.н т.к т.е т.ч о св кн оз",
	),
	beforeNumber: list("№ N° тел тыс млн млрд рис табл стр ч ком вып с"),
	afterNumber:  list("г гг в вв ст м с т п кв мин сек ч"),
	either:       list("янв февр фев мар апр авг сент окт нояб дек н.э"),
	compounds:    map[string]bool{"дол США": true, "долл США": true},
	closing:      map[string]bool{"т. д": true, "т. п": true},
	starters: list(
		"А И В Во На С Со К Ко О Об У За По При Через Без Между Над Под После Перед Для От До Из Про Но Или Да Если",
		"Когда Где Кто Что Чтобы Как Почему Поэтому Потому Также Однако Хотя Он Она Оно Они Мы Вы Ты Я Его Её Ее Их",
		"Наш Наша Наше Наши Ваш Мой Моя Свой Это Этот Эта Эти Тот Та Те То Там Тут Тогда Так Кроме Среди Согласно",
		"Сейчас Сегодня Вчера Завтра Потом Затем Позже Ранее Раньше Далее Сначала Теперь Впрочем Все Всё Каждый",
		"Много Несколько Один Одна Одно Два Две Три Не Ни Нет Ещё Еще Уже Пусть Некоторые Другие Большинство",
	),
	timeOpeners: list("В С До От После На Весной Осенью Летом Зимой Около К"),
	letterWords: list("я"),
}

var polish = language{
	before: list(
		"np tj tzn tzw m.in dr prof hab mgr inż gen płk ppłk mjr kpt por sierż św ks bp abp ul al pl os im woj red",
		"wg ok zob por ww nt pt ds śp dyr",
	),
	beforeNumber: list("nr str s art ust pkt poz rys tab rozdz t N° №"),
	afterNumber:  list("r w"),
	either:       list("godz tys mln mld stycz lut mar kwiet czerw lip sierp wrześ paźdz list grudz"),
	starters: list(
		"A I W We Z Ze Na Do Od Po Po Przed Przez Przy Dla Bez Za Pod Nad O Ale Lub Albo Czy Bo Że Żeby Jak Jeśli",
		"Kiedy Gdy Gdzie Kto Co Dlaczego Dlatego Więc Także Również Jednak Choć Chociaż On Ona Ono Oni One My Wy Ja",
		"Jego Jej Ich Nasz Nasza To Ten Ta Te Ci Tam Tu Tutaj Wtedy Tak Nie Teraz Dziś Dzisiaj Wczoraj Jutro Potem",
		"Później Wcześniej Następnie Najpierw Wszyscy Wszystko Każdy Wiele Wielu Kilka Jeden Jedna Dwa Trzy Już Jeszcze",
		"Według Podczas Mimo Niech",
	),
	timeOpeners: list("W We O Od Do Po Przed Około Na"),
	ordinals:    true,
}
