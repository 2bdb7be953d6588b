package article

import (
	"regexp"
	"slices"
)

// audioLabels are the sentences that say that an article's audio was made by a machine, such as "This audio is created
// with AI assistance". They belong to the player, which shows one of its own; each is matched as a whole block, so that
// a report on such audio is read.
var audioLabels = []func() *regexp.Regexp{
	lazily(`(?i)^(?:(?:this|the) )?` +
		`(?:(?:audio(?: version| recording)?|narration|recording|voice-?over)(?: (?:of|for) this (?:article|story|post|text))?` +
		` (?:(?:is|was|has been) )?(?:created|generated|produced|made|narrated|voiced|read|recorded)|` +
		`(?:article|story|post|text) (?:is|was|has been) (?:narrated|voiced|read)(?: aloud)?)` +
		` (?:with|by|using|through) (?:the )?(?:(?:help|assistance|use|aid) of )?(?:an )?(?:AI|artificial intelligence)` +
		`(?:[- ]generated)?(?: assistance| tools?| technology| voice| narration| software)?[.!]?$`),
	lazily(`(?i)^(?:listen to (?:this|the) (?:article|story)[.:,]? ?\(?)?AI[- ](?:generated|assisted|narrated) (?:audio|narration|voice|voice-?over)[).!]*$`),
	lazily(`(?i)^(?:(?:це|цей|це є) )?(?:аудіо(?:запис|версі[яю])?|озвучення|(?:цю |ця )?(?:статтю|стаття|новину|новина|матеріал|текст))` +
		`(?: (?:цієї )?(?:статті|новини))?(?: (?:було|був|була))? (?:створен|згенерован|зроблен|озвучен|начитан|записан)(?:о|ий|а|е|ню)` +
		` (?:за допомогою |з використанням |завдяки )?(?:ШІ|AI|штучн(?:ого|ому|им) інтелект(?:у|ом))[.!]?$`),
	lazily(`(?i)^озвучено (?:за допомогою )?(?:ШІ|AI|штучн(?:ого|им) інтелект(?:у|ом))[.!]?$`),
}

func isAudioLabel(text string) bool {
	return slices.ContainsFunc(audioLabels, func(label func() *regexp.Regexp) bool { return label().MatchString(text) })
}
