package lexicon

// patterns are the declensions. In a table the first row that fits counts. Tables omit the
// vocative, cases equal to the nominative, and plurals. A row without other cases is for words
// whose spelling does not determine them.
var patterns = []Pattern{
	{"uk-place", "uk", "Бахмут, Бахмута, Бахмуту, Бахмутом, Бахмуті", ukrainianPlaces},
	{"uk-man", "uk", "Зеленський, Зеленського, Зеленському, Зеленським", ukrainianMen},
	{"uk-woman", "uk", "Зеленська, Зеленської, Зеленській, Зеленську, Зеленською", ukrainianWomen},
	{"pl-place", "pl", "Warszawa, Warszawy, Warszawie, Warszawę, Warszawą", polishPlaces},
	{"pl-man", "pl", "Kowalski, Kowalskiego, Kowalskiemu, Kowalskim", polishMen},
	{"pl-woman", "pl", "Kowalska, Kowalskiej, Kowalską", polishWomen},
}

var ukrainianPlaces = []endings{
	{nominative: "їв", others: "єва єву євом єві"},               // Київ
	{nominative: "ів", others: "ова ову овом ові"},               // Харків
	{nominative: "піль", others: "поля полю полем полі"},         // Тернопіль
	{nominative: "пінь", others: "пеня пеню пенем пені"},         // Ірпінь
	{nominative: "ь", others: "я ю ем і"},                        // Маріуполь
	{nominative: "ий", others: "ого ому им"},                     // Хмельницький
	{nominative: "е", others: "ого ому им", after: "н"},          // Рівне
	{nominative: "ка", others: "ки ці ку кою"},                   // Авдіївка
	{nominative: "га", others: "ги зі гу гою"},                   // Прага
	{nominative: "ха", others: "хи сі ху хою"},                   // Доха
	{nominative: "а", others: "і у ею", after: "жчшщ"},           // Буча
	{nominative: "а", others: "и і у ою"},                        // Полтава
	{nominative: "жжя", others: "жжю жжям жжі"},                  // Запоріжжя
	{nominative: "лля", others: "ллю ллям ллі"},                  // Поділля
	{nominative: "ія", others: "ії ію ією"},                      // Софія
	{nominative: "я", others: "і ю ею", after: "ц"},              // Вінниця
	{nominative: "о", others: "а у ом і", after: "бвдзлмнпрст"},  // Дніпро
	{nominative: "и", others: "- ам ами ах", after: "мсн"},       // Суми, Черкаси, Афіни
	{nominative: "", others: "а у ом", after: "кгх"},             // Луцьк, Токмак
	{nominative: "", others: "а у ом і", after: "бґдзлмнпрстфц"}, // Бахмут
}

var ukrainianMen = []endings{
	{nominative: "ий", others: "ого ому им"},                    // Зеленський
	{nominative: "й", others: "я ю єві єм ї", after: "іїеєоая"}, // Сергій
	{nominative: "ець"},                                              // Кравець, Швець, Корнієць
	{nominative: "ь", others: "я ю еві ем і"},                        // Шмигаль
	{nominative: "ко", others: "ка ку кові ком"},                     // Порошенко
	{nominative: "о", others: "а у ові ом і"},                        // Дмитро
	{nominative: "ка", others: "ки ці ку кою"},                       // Лялька
	{nominative: "га", others: "ги зі гу гою"},                       // Кочерга
	{nominative: "ха", others: "хи сі ху хою"},                       // Блоха
	{nominative: "а", others: "і у ею", after: "жчшщ"},               // Гоша
	{nominative: "а", others: "и і у ою"},                            // Микола
	{nominative: "", others: "а у им", after: "в"},                   // Буданов
	{nominative: "ін", others: "іна іну іним"},                       // Путін
	{nominative: "", others: "а у еві ем", after: "жчшщ"},            // Зварич
	{nominative: "", others: "а у ові ом", after: "кгх"},             // Єрмак
	{nominative: "", others: "а у ові ом і", after: "бґдзлмнпрстфц"}, // Байден
}

var ukrainianWomen = []endings{
	{nominative: "ська", others: "ської ській ську ською"}, // Зеленська
	{nominative: "цька", others: "цької цькій цьку цькою"}, // Хмельницька
	{nominative: "ова", others: "ової овій ову овою"},      // Іванова
	{nominative: "ка", others: "ки ці ку кою"},             // Одарка
	{nominative: "га", others: "ги зі гу гою"},             // Ольга
	{nominative: "ха", others: "хи сі ху хою"},             // Солоха
	{nominative: "а", others: "і у ею", after: "жчшщ"},     // Маша
	{nominative: "а", others: "и і у ою"},                  // Олена; not Залужна
	{nominative: "ія", others: "ії ію ією"},                // Марія
	{nominative: "я", others: "і ю ею"},                    // Леся
}

var polishPlaces = []endings{
	{nominative: "ka", others: "ki ce kę ką"},               // Polska
	{nominative: "ga", others: "gi dze gę gą"},              // Praga
	{nominative: "ra", others: "ry rze rę rą"},              // Góra
	{nominative: "ła", others: "ły le łę łą"},               // Piła
	{nominative: "ta", others: "ty cie tę tą"},              // Malta
	{nominative: "da", others: "dy dzie dę dą"},             // Kanada
	{nominative: "nia"},                                     // Gdynia: Gdyni, but Kalifornia: Kalifornii
	{nominative: "ia", others: "ii ię ią"},                  // Anglia
	{nominative: "ca", others: "cy cę cą"},                  // Świdnica
	{nominative: "a", others: "y ie ę ą", after: "bfmnpsw"}, // Warszawa
	{nominative: "sk", others: "ska skowi skiem sku"},       // Gdańsk
	{nominative: "ów", others: "owa owowi owem owie"},       // Kraków
	{nominative: "in", others: "ina inowi inem inie"},       // Lublin
}

var polishMen = []endings{
	{nominative: "i", others: "iego iemu im", after: "kg"},  // Kowalski
	{nominative: "y", others: "ego emu ym"},                 // Załużny
	{nominative: "ka", others: "ki ce kę ką"},               // Kulka
	{nominative: "da", others: "dy dzie dę dą"},             // Duda
	{nominative: "ra", others: "ry rze rę rą"},              // Sikora
	{nominative: "ła", others: "ły le łę łą"},               // Skała
	{nominative: "a", others: "y ie ę ą", after: "bfmnpsw"}, // Ziemba
	{nominative: "ek"}, // Marek, but Derek
	{nominative: "", others: "a owi iem u", after: "kg"}, // Tusk
	{nominative: "cz", others: "cza czowi czem czu"},     // Mickiewicz
	{nominative: "sz", others: "sza szowi szem szu"},     // Łukasz
}

var polishWomen = []endings{
	{nominative: "ska", others: "skiej ską"},
	{nominative: "cka", others: "ckiej cką"},
	{nominative: "dzka", others: "dzkiej dzką"},
	{nominative: "owa", others: "owej ową"},                 // Iwanowa
	{nominative: "ka", others: "ki ce kę ką"},               // Agnieszka
	{nominative: "ra", others: "ry rze rę rą"},              // Barbara
	{nominative: "ła", others: "ły le łę łą"},               // Bogumiła
	{nominative: "ta", others: "ty cie tę tą"},              // Marta
	{nominative: "da", others: "dy dzie dę dą"},             // Wanda
	{nominative: "ia", others: "i ię ią", after: "cnsz"},    // Kasia
	{nominative: "ia", others: "ii ię ią"},                  // Maria
	{nominative: "cja", others: "cji cję cją"},              // Alicja
	{nominative: "a", others: "y ie ę ą", after: "bfmnpsw"}, // Ewa
}
