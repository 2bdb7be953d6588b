# On a Debian machine with Go: make demo to try aloud, make lint test before a commit.
SHELL := bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := build

TOOLS := .tools
# libmp3lame, libmpg123 and libFLAC are linked. flite and espeak-ng are the voices that need no account.
RUN_PACKAGES := gcc libc6-dev libmp3lame-dev libmpg123-dev libflac-dev flite espeak-ng
# Real servers, and programs that judge the audio and share no code with us.
TEST_PACKAGES := redis-server nginx-light ffmpeg mpg123 pocketsphinx pocketsphinx-en-us chromium chromium-driver libimage-exiftool-perl python3-icu

# Browsers that take longer to start, a screen and a sound device for them.
ENGINE_PACKAGES := firefox-esr webkit2gtk-driver xvfb pulseaudio

# Debian's npm, unless another one is there: it cannot be installed beside a Node.js of another origin.
NPM := $(shell command -v npm >/dev/null || echo npm)

# A fresh Debian.
DEBIAN_PACKAGES := dpkg-dev mmdebstrap

# Builds and runs container images without a daemon or registry.
IMAGE_PACKAGES := buildah podman runc mmdebstrap

# A WordPress, its database and its translations.
WORDPRESS_PACKAGES := wordpress wordpress-theme-twentytwentythree php-cli php-mysql php-xml mariadb-server gettext chromium chromium-driver

# Voices that share nothing with espeak-ng, and prose in their languages.
CHECK_PACKAGES := festival festvox-kdlpc16k festvox-italp16k festvox-itapc16k festival-czech festvox-czech-ph festvox-czech-dita festvox-czech-machac festvox-czech-krb festvox-ru festival-ca festvox-ca-ona-hts installation-guide-amd64

.PHONY: build demo player test test-all test-archive test-credential package package-test test-ghost test-wordpress wordpress-languages lint third-party bench storm fuzz tools cldr trigrams clean

build:
	@tools/apt-install $(RUN_PACKAGES)
	go build -trimpath -o bin/aloud ./cmd/aloud

# ONCE=1 ends when the tracks are published. DEMO has further flags, such as -folder /tmp/demo.
demo: build
	go run ./deploy/demo $(if $(ONCE),-once) $(DEMO)

# Makes the player's script of its modules: commit both.
player:
	cd tools/player && go run .

# The race detector is for concurrent code. Whole processes, scripts and the arithmetic of tracks take three to six times as
# long with it, so only their concurrent tests get it.
test: $(TOOLS)/versitygw tools/axe/node_modules
	@tools/apt-install $(RUN_PACKAGES) $(TEST_PACKAGES)
	go vet ./...
	go test -race -timeout 15m $$(go list ./... | grep -v -e '/internal/track$$' -e '/internal/process$$' -e '/cmd/aloud$$' -e '/lang/cldr$$' -e '/internal/script$$')
	go test -timeout 15m ./internal/script ./internal/track ./internal/lang/cldr ./internal/process ./cmd/aloud
	cd tools/player && go test -count=1 . # its inputs are outside of its module
	go test -race -run 'Order|Builder|Shared|Purchases|Concurrent|Reload|BuildArticle|WholeScripts' ./internal/script ./internal/track ./internal/lang/cldr ./internal/process

# The player beside others, which npm installs: size, Content Security Policy, Trusted Types, accessibility, requests.
.PHONY: compare-players
compare-players: tools/axe/node_modules
	@tools/apt-install chromium chromium-driver ffmpeg $(NPM)
	cd tools/compare && npm ci --ignore-scripts --no-audit --no-fund
	go test -tags compare -count=1 -run ComparePlayers ./internal/player -v

# One sentence by every provider for which the environment has credentials: its format, limits, price and audio are judged. It
# costs a few cents, and says what it skipped and why.
.PHONY: live-check
live-check:
	@tools/apt-install $(RUN_PACKAGES)
	go test -tags live -count=1 -v -run LiveCheck ./internal/speech/providers

# A real Ghost: what it does by hook and in silence is noticed. It boots in one to two minutes; the first run installs it.
# GHOST_API=admin asks the Admin API in place of the Content API.
test-ghost:
	@tools/apt-install $(RUN_PACKAGES) redis-server mariadb-server
	@tools/ghost/install
	go test -tags ghost -count=1 -v -timeout 30m -run RealGhost ./cmd/aloud

# The plugin in the WordPress of Debian's packages, with a real database, a real aloud, and Chromium as reader and editor.
test-wordpress:
	@tools/apt-install $(RUN_PACKAGES) $(WORDPRESS_PACKAGES)
	find deploy/wordpress -name '*.php' -print0 | xargs -0 -n1 php -l >/dev/null
	go test -tags wordpress -count=1 -v -timeout 30m -run 'RealWordPress|PluginTexts' ./cmd/aloud

# The Debian package, into bin. Two builds of one commit are the same bytes.
package:
	@tools/apt-install $(RUN_PACKAGES) dpkg-dev
	cd tools/debian && go run .

# Builds the package twice, installs it on a fresh Debian (as root) and publishes an article there.
package-test:
	@tools/apt-install $(RUN_PACKAGES) $(DEBIAN_PACKAGES)
	cd tools/debian && go test -count=1 -timeout 20m -v .

# The container image, by the builder that this machine has.
.PHONY: image image-test kubernetes-check
image:
	$$(command -v docker || command -v podman || command -v buildah) build -f deploy/container/Dockerfile -t aloud .

# Builds the images without a registry (as root), publishes an article in each, and reads compose.yaml as Docker Compose does.
image-test:
	@tools/apt-install $(IMAGE_PACKAGES)
	cd tools/container && go test -count=1 -timeout 30m -v .

# A Prometheus scrapes a real run of aloud, and answers every panel of the dashboard and every rule; observability-plot also draws
# the answers.
.PHONY: observability-test observability-plot
observability-test:
	@tools/apt-install $(RUN_PACKAGES) prometheus
	promtool check rules deploy/observability/alerts.yaml
	promtool test rules deploy/observability/alerts_test.yaml
	cd tools/observability && go test -count=1 -timeout 10m .

observability-plot:
	@tools/apt-install $(RUN_PACKAGES) prometheus
	mkdir -p bin
	cd tools/observability && go test -count=1 -timeout 10m . -args -png ../../bin/observability.png

# Builds the overlays as kustomize does, and decodes each object strictly.
kubernetes-check:
	cd tools/kubernetes && go test -v .

# The same, and a real API server checks each object, as kubectl apply --dry-run=server does. To build the server takes a quarter
# of an hour or more, and 3 GB of the caches.
.PHONY: kubernetes-test
kubernetes-test: $(TOOLS)/kube-apiserver
	@tools/apt-install etcd-server
	cd tools/kubernetes && go test -tags apiserver -count=1 -v .

# The former release, built from git, and this one share a Redis and a bucket while processes are replaced one by one, and back.
.PHONY: upgrade-test
upgrade-test: $(TOOLS)/versitygw
	@tools/apt-install $(RUN_PACKAGES) redis-server
	go test -tags upgrade -count=1 -timeout 20m -v -run UpgradeAndRollBack ./cmd/aloud

# Writes the translations of the plugin as WordPress reads them: commit both.
wordpress-languages:
	@tools/apt-install gettext
	cd deploy/wordpress/aloud/languages && for po in *.po; do msgfmt --check-format --no-hash -o $${po%.po}.mo $$po; done

# c2pa-rs and c2pa-ts judge published tracks. Where npm cannot fetch them, the test says that it skips that.
test-credential: tools/credential/node_modules
	@tools/apt-install $(RUN_PACKAGES) $(NPM) ffmpeg
	go test -tags credential -count=1 -run OtherVerifiers ./internal/credential ./internal/narrate -v

tools/credential/node_modules: tools/credential/package-lock.json
	cd tools/credential && npm ci --ignore-scripts --no-audit --no-fund || echo 'credential: skipped, as npm cannot fetch c2pa-rs and c2pa-ts'

# Everything that a machine can have but chaos, which takes a quiet machine: 10,000 articles of an archive, other verifiers, an upgrade
# and its way back, the Debian package, the container images, Kubernetes' manifests, WordPress, the dashboard, and the player in Firefox
# and WebKit (`make test` has it in Chromium). A machine that cannot have the packages of a part skips it, and says so.
test-all: test test-archive test-credential upgrade-test kubernetes-check
	$(call where-possible,the Debian package,$(RUN_PACKAGES) $(DEBIAN_PACKAGES),package-test)
	$(call where-possible,the container images,$(IMAGE_PACKAGES),image-test)
	$(call where-possible,WordPress,$(RUN_PACKAGES) $(WORDPRESS_PACKAGES),test-wordpress)
	$(call where-possible,Firefox and WebKit,$(ENGINE_PACKAGES),test-engines)
	$(call where-possible,the dashboard,$(RUN_PACKAGES) prometheus,observability-test)

# The name of a part, its packages, and its target.
where-possible = @if tools/apt-install $(2); then $(MAKE) --no-print-directory $(3); else echo '$(1): skipped, as its packages cannot be installed'; fi

# 10,000 articles of an archive: none twice, and the memory flat.
test-archive:
	@tools/apt-install $(RUN_PACKAGES)
	go test -run '^$$' -bench Backfill -benchtime 1x ./internal/newsroom

.PHONY: test-engines
test-engines: tools/axe/node_modules
	@tools/apt-install $(ENGINE_PACKAGES)
	go test -timeout 20m -tags engines -count=1 -v -run 'Firefox|WebKit' ./internal/player ./internal/web

# axe-core judges the accessibility of pages; the tests without it say that they skip that.
tools/axe/node_modules: tools/axe/package-lock.json
	cd tools/axe && npm ci --ignore-scripts --no-audit --no-fund || echo 'axe: skipped, as npm cannot fetch it'

lint: $(TOOLS)/golangci-lint
	@tools/apt-install $(RUN_PACKAGES)
	@unformatted=$$(gofmt -l cmd internal worker deploy tools); test -z "$$unformatted" || { echo "gofmt: $$unformatted"; exit 1; }
	go vet ./...
	$(TOOLS)/golangci-lint run ./...
	cd tools && go vet ./thirdparty && go run ./thirdparty -check

# What the binary is made of: checksums, licences, known vulnerabilities, and its bill of materials (bin/aloud.cdx.json).
audit: build $(TOOLS)/govulncheck $(TOOLS)/cyclonedx-gomod
	tools/audit

# Writes THIRD_PARTY.md. Run it when a dependency changes; make lint fails until you do.
third-party:
	cd tools && go run ./thirdparty

# Takes about a quarter of an hour; RUNS=1 is quicker. docs/performance.md explains the figures.
bench:
	@tools/apt-install $(RUN_PACKAGES) redis-server ffmpeg chromium chromium-driver
	go test -run '^$$' -bench Article -benchtime 100x ./internal/script
	go test -run '^$$' -bench Shapes -benchtime 1x ./internal/script
	go test -run '^$$' -bench Speech ./internal/flac
	go test -run '^$$' -bench Hour -benchtime 10x ./internal/credential
	go test -run '^$$' -bench Minute -benchtime 5x ./internal/hearing
	go test -run '^$$' -bench Speech -benchtime 5x ./internal/process
	go test -run '^$$' -bench GhostHook -benchtime 500x ./internal/web
	go test -run '^$$' -bench PickUp -benchtime 100x ./worker
	go test -run '^$$' -bench BehindArchive -benchtime 20x ./worker
	go test -run '^$$' -bench Backfill -benchtime 1x ./internal/newsroom
	go test -run '^$$' -bench Ready -benchtime 20x ./internal/player
	go run ./internal/bench $(if $(RUNS),-runs $(RUNS))
	go run ./internal/bench/former

# What the checks of speech find: good readings by twelve voices, spoilt in fourteen ways. The first run makes the readings, which takes
# a quarter of an hour.
.PHONY: bench-checks
bench-checks:
	@tools/apt-install $(RUN_PACKAGES) $(CHECK_PACKAGES)
	go run ./internal/bench/checks

# How aloud grows, in about four minutes: hooks a second, 1,000 publishes a minute, workers, audio beside nginx, and memory under
# many listeners. ONLY=hooks,workers measures parts, PUBLISHES=1000 a whole minute. docs/scaling.md has the figures.
.PHONY: bench-scale
bench-scale: build $(TOOLS)/versitygw
	@tools/apt-install redis-server nginx-light
	go run ./internal/bench/scale $(if $(ONLY),-only $(ONLY)) $(if $(PUBLISHES),-publishes $(PUBLISHES)) $(if $(LATENCY),-latency $(LATENCY))

# Some minutes: senders that send 450 articles again and again, faster than the machine takes them.
storm: build
	@tools/apt-install $(RUN_PACKAGES)
	go run ./internal/bench/storm

# How long list, status and render --stale take on a large archive, with and without its catalogue: ARTICLES=2000 is quicker, S3=1
# has an S3 store, each request to which takes 15 ms or LATENCY longer; FOLDER=DIR keeps the archive there for the next time.
.PHONY: bench-archive
bench-archive: build $(if $(S3),$(TOOLS)/versitygw)
	go run ./internal/bench/archive $(if $(FOLDER),-folder $(FOLDER)) $(if $(ARTICLES),-articles $(ARTICLES)) $(if $(S3),-s3 $(TOOLS)/versitygw) $(if $(LATENCY),-latency $(LATENCY))

# How long a removed article can still be heard, in five conditions; REMOVALS=10 is quicker. S3=1 has an S3 store, each request
# to which takes 15 ms or LATENCY longer. docs/reliability.md has the figures.
.PHONY: takedown-times
takedown-times: build $(if $(S3),$(TOOLS)/versitygw)
	@tools/apt-install redis-server
	go run ./internal/chaos/takedown $(if $(REMOVALS),-removals $(REMOVALS)) $(if $(S3),-s3 $(TOOLS)/versitygw) $(if $(LATENCY),-latency $(LATENCY))

# How long Ghost waits for answers while the store is slow and every worker and core is busy: HOOKS=100 is quicker, LATENCY=15ms is
# that of each request to the store.
.PHONY: hook-times
hook-times: build $(TOOLS)/versitygw
	@tools/apt-install redis-server $(RUN_PACKAGES)
	go run ./internal/chaos/answers $(if $(HOOKS),-hooks $(HOOKS)) $(if $(LATENCY),-latency $(LATENCY))

# Seeded faults of everything that aloud needs, while articles come and go: SEEDS=7 or SEEDS=1-5, and ARTICLES for each.
# docs/reliability.md says how to read and to repeat it.
.PHONY: chaos
chaos: build $(TOOLS)/versitygw
	@tools/apt-install redis-server mpg123
	go run ./internal/chaos/faults $(if $(SEEDS),-seeds $(SEEDS)) $(if $(ARTICLES),-articles $(ARTICLES)) $(CHAOS)

# Half a minute for each parser of untrusted input: test and package.
FUZZ := FuzzParse:article FuzzParseFile:source FuzzScript:script FuzzRead:script/lexicon FuzzSSML:script/ssml \
	FuzzSpell:lang/cldr FuzzGhostHook:web FuzzVerify:credential

fuzz:
	for target in $(FUZZ); do \
		go test -run '^$$' -fuzz "^$${target%%:*}\$$" -fuzztime 30s -fuzzminimizetime 10x ./internal/$${target##*:}; \
	done

tools: $(TOOLS)/versitygw $(TOOLS)/golangci-lint

# Built once, in the versions of tools/go.mod. It is a module of its own, so that aloud's go.mod stays free of their dependencies.
$(TOOLS)/versitygw: tools/go.mod
	cd tools && go build -trimpath -ldflags '-s -w' -o ../$@ github.com/versity/versitygw/cmd/versitygw

$(TOOLS)/kube-apiserver: tools/apiserver/go.mod
	cd tools/apiserver && go build -trimpath -ldflags '-s -w' -o ../../$@ k8s.io/kubernetes/cmd/kube-apiserver

$(TOOLS)/golangci-lint: tools/go.mod
	cd tools && go build -trimpath -ldflags '-s -w' -o ../$@ github.com/golangci/golangci-lint/v2/cmd/golangci-lint

$(TOOLS)/govulncheck: tools/go.mod
	cd tools && go build -trimpath -ldflags '-s -w' -o ../$@ golang.org/x/vuln/cmd/govulncheck

$(TOOLS)/cyclonedx-gomod: tools/go.mod
	cd tools && go build -trimpath -ldflags '-s -w' -o ../$@ github.com/CycloneDX/cyclonedx-gomod/cmd/cyclonedx-gomod

# Makes the data of internal/lang/cldr from the npm packages that tools/cldr/package-lock.json pins.
cldr:
	cd tools/cldr && npm ci --ignore-scripts --no-audit --no-fund
	cd tools && go run ./cldr

# Makes the data of internal/lang/detect from the language models of the module lingua-go (60 MB).
trigrams:
	cd tools/trigrams && go run .

clean:
	rm -rf bin $(TOOLS)
