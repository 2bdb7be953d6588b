"""Says numbers by ICU, which shares no code with package cldr.

Reads {"numbers": ["0", ...], "locales": ["de", ...]}. Writes ICU's version, and for each locale and
each of its public rule sets a line "@locale TAB rule set" and then a line for each number. A locale
that ICU has no rules for is left out.
"""

import json
import sys

import icu

asked = json.load(sys.stdin)
numbers = [int(number) for number in asked["numbers"]]
out = open(sys.stdout.fileno(), "w", encoding="utf-8", buffering=1 << 20)
out.write(icu.ICU_VERSION + "\n")
for name in asked["locales"]:
    rules = icu.RuleBasedNumberFormat(icu.URBNFRuleSetTag.SPELLOUT, icu.Locale(name))
    if rules.getLocale().getName().replace("_", "-") != name:
        continue  # another locale's rules stand in
    for i in range(rules.getNumberOfRuleSetNames()):
        ruleset = rules.getRuleSetName(i)
        rules.setDefaultRuleSet(ruleset)
        say = rules.format
        out.write(f"@{name}\t{ruleset[1:]}\n")
        out.write("\n".join([say(number) for number in numbers]) + "\n")
out.close()
