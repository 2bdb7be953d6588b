package script

var english = language{
	before: list(
		"Mr Mrs Ms Mx Messrs Dr Prof Rev Hon Fr Msgr Amb Atty Supt Insp Det",
		"Gov Govs Sen Sens Rep Reps Pres Gen Adm Maj Col Lt Capt Cpl Sgt Pvt Pfc Spc Cmdr Cdr Brig Ret Bn Regt Mt Ft Ste",
		"Drs Profs Gens Cols Lts Sgts Majs Capts Cmdrs Comdr Ens Secy Asst Dep Treas Cllr Op Ops Intl Natl Const",
		"e.g i.e vs v viz cf approx incl ca",
	),
	beforeNumber: list(
		"no nos ft in lb mln bln apt Rte N° Nº № p pp Vol vol Vols Ch ch Chap Art Arts Sec sec Fig Figs fig figs para Eq",
		"Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec",
	),
	either: list(
		"jr sr inc ltd co corp bros llc plc st ave blvd rd hwy sq dept univ assn esq",
		"Pkwy Bldg Ln Ct Ter Pl Cir Div Bde Assoc Inst Comm Cmte Admin",
		"Mon Tue Tues Wed Thu Thur Thurs Fri Sat Sun",
		"Ala Ariz Ark Calif Colo Conn Del Fla Ga Ill Ind Kan Ky La Mass Md Mich Minn Miss Mo Mont Neb Nev",
		"Okla Ore Pa Penn Tenn Tex Va Vt Wash Wis Wyo Ont Que",
	),
	starters: list(
		"A An The This That These Those There Here It He She We You They I My Your His Her Its Our Their",
		"Mr Mrs Ms In On At By For From With Without Within Under Over After Before During Since Until Till Through",
		"Throughout Across Against Among Amid Between Behind Beyond About Above Below Despite According Unlike Like",
		"To Of As If Once When Whenever While Where Wherever Why How What Which Who Whose Whether Because Although",
		"Though Unless But And Or So Yet Nor Then Thus Therefore Hence However Moreover Nevertheless Nonetheless",
		"Instead Otherwise Meanwhile Meantime Also Still Even Just Only Not Now Today Tonight Yesterday Tomorrow",
		"Later Earlier Soon Recently Previously Currently Eventually Finally Afterwards Again Perhaps Maybe",
		"Many Most Much More Some Several Few Other Others Another Each Every Everyone Everything Both All Any Anyone",
		"No None Nobody Nothing One Two Three Four Five Six Seven Eight Nine Ten Hundreds Thousands Dozens Half",
		"Is Are Was Were Do Does Did Has Have Had Can Could Would Should Must Let Yes Please Thanks",
		"It's He's She's That's There's What's I'm We're They're You're Let's Don't It’s He’s She’s That’s There’s",
		"What’s I’m We’re They’re You’re Let’s Don’t",
	),
	says: list(
		"said says asked asks told added adds wrote writes shouted replied answered cried called exclaimed wondered",
		"demanded warned joked quipped",
	),
	clock: list("a.m p.m am pm"),
	clockTails: list(
		"Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July August",
		"September October November December Eastern Central Mountain Pacific Local",
		"GMT UTC BST CET CEST EET EEST MSK ET EST EDT CT CST CDT MT MST MDT PT PST PDT",
		"Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec",
	),
	timeOpeners: list("At By Around About Before After Until From Since Between Shortly Just Only Early"),
}
