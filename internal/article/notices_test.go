package article_test

import "testing"

// TestNotices: in the middle of a text these speak of the publication.
func TestNotices(t *testing.T) {
	for _, notice := range []string{
		// To follow the newsroom elsewhere.
		"Підтримайте нас на Patreon", "Приєднуйтесь до нас у Viber", "Приєднуйтеся до нас у WhatsApp, щоб знати більше.",
		"Підписуйтесь на наш Telegram-канал, щоб не пропустити новини.", "Більше новин у нашому Telegram", "Стежте за нами у Facebook",
		"Слідкуйте за нами в Instagram і TikTok!", "Подписывайтесь на наш канал в YouTube",
		"Sign up for our Harbour Essential newsletter to read what the tide brings.", "Subscribe to our channel on YouTube.",
		"Follow us on Bluesky for more.", "Join our WhatsApp channel.", "Folgen Sie uns auf Instagram!", "Suivez-nous sur Facebook",
		// What leads elsewhere.
		`Читайте: <a href="/a">Десять човнів удома</a>`, "Відео дня", "Read full story", "Click here to read more", "Our Standards: The Harbour Post Code of Trust.",
		"Download the app", "Download our free app for the tide tables",
		// Pictures, sound, advertisements.
		"Ілюстративне фото: depositphotos", "Listen to this article", "Listen to this story · 4 min", "0:00 / 3:45",
		"Story continues below advertisement", "Article continues after this", "ADVERTISEMENT - CONTINUE READING BELOW",
		// Who worked on it, and where else it is.
		"Теги: бюджет, гавань", "Tags: budget, harbour", "Редактор: І. Б.", "Edited by: Ann Lee",
		"Reporting by Ann Lee in Odesa; Editing by Bo Um", "(Additional reporting by Ann Lee and Bo Um in Kyiv.)", "Writing and editing by Ann Lee",
		"This story was originally published by The Tide.", "This article first appeared in The Tide and is here with permission.", "Originally published by The Tide",
		"Republished with permission of The Tide.", "Got a tip? Email us at tips@example.org.", "Have a story to tell? Write to the desk.",
		"By Ann Lee and Bo Um | Nov. 23, 2026 6:03 am | 4 min read", "https://example.org/video/17", "-30-",
		// When.
		"Updated 3 minutes ago", "2h ago", "5 mins ago",
	} {
		t.Run(notice, func(t *testing.T) {
			blocks, skipped := parse(t, `<p>The boats came home at dawn, as they do in every week of the year.</p><p>`+notice+`</p><p>Nobody in the harbour office would say what they had on board.</p>`)
			if len(blocks) != 2 || len(skipped) != 1 {
				t.Errorf("blocks %q, skipped %q", blocks[1:len(blocks)-1], skipped)
			}
		})
	}
}

// TestNoNotices: these have the same words and are the news.
func TestNoNotices(t *testing.T) {
	for _, text := range []string{
		"Support our journalism.", "Follow us, the pilot said on the radio, and nobody did.",
		"“Join us on Telegram,” the recruiters wrote to boys of 15.", "Subscribe to our channel, the fraudsters wrote, and send \"a small fee\".",
		"Reporting by the harbour office shows that there were ten boats.", "Writing by hand is a skill of the past.", "Editing by night, he slept by day.",
		"This story was published in 1931 and banned in 1934.",
		"Приєднуйтесь до нас, сказав капітан.", "Підписуйтесь, наказав він.", "Читайте класику: вона рятує від нудьги і поганих новин.",
		"Відео: на ньому видно, як човни заходять у гавань.", "Нагадаємо: рада не голосувала з травня.", "Got a boat? Then you need a licence.",
		"Download speeds fell by half.", "Listen to this, he said.", "Автор: вона ж і режисерка, яка зняла цей фільм у гавані за тиждень.",
		"Two hours ago the harbour was empty.", "By Ann Lee | a painting", "Tags on the nets are to show who owns them.",
	} {
		t.Run(text, func(t *testing.T) {
			blocks, _ := parse(t, `<p>The boats came home at dawn, as they do in every week of the year.</p><p>`+text+`</p><p>Nobody in the harbour office would say what they had on board.</p>`)
			if len(blocks) != 3 {
				t.Errorf("blocks %q", blocks)
			}
		})
	}
}

func TestLinksToEarlierArticles(t *testing.T) {
	blocks, skipped := parse(t, `<p>a</p><p>Нагадаємо:</p><ul><li><a href="/a">Човни вдома</a></li></ul><p>b</p><p>Нагадаємо:</p><p>Човнів було десять.</p>`)
	equal(t, "blocks", blocks, "paragraph: a", "paragraph: b", "paragraph: Нагадаємо:", "paragraph: Човнів було десять.")
	if len(skipped) != 2 {
		t.Errorf("skipped %q", skipped)
	}
}
