PYTHON ?= python3
ARGS ?=

export PIP_DISABLE_PIP_VERSION_CHECK = 1

.DEFAULT_GOAL := help
.NOTPARALLEL:
.PHONY: help setup run tour test gallery icons manual translations faults bench clean python system

help: ## say what can be made
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-12s %s\n", $$1, $$2 }' Makefile

setup: system .venv/.ready ## install everything into .venv (the other targets do it by themselves)

run: setup ## start the application, or take the tour where there is no display (ARGS are passed on)
	@if [ "$$(uname -s)" = Linux ] && [ -z "$${DISPLAY:-}$${WAYLAND_DISPLAY:-}" ]; then \
		echo "There is no display here, so this is the tour: its pictures go to tour/."; \
		exec .venv/bin/vaegui tour --out tour $(ARGS); \
	else \
		exec .venv/bin/vaegui $(ARGS); \
	fi

tour: setup ## write pictures of the whole application to tour/
	.venv/bin/vaegui tour --out tour $(ARGS)

# What a test demands of time is meant for a machine that does nothing else, so what failed among others is run again by
# itself, and has to pass then. A run that ended otherwise, with an error of pytest's own, is not repeated.
parallel = --numprocesses=auto --maxprocesses=4
define pytest
	$(1) -m pytest $(parallel) $(2) || { [ $$? = 1 ] && \
		echo "These failed beside others. Now by themselves:" && \
		$(1) -m pytest --last-failed --last-failed-no-failures=none --maxfail=10 $(2); }
endef

# The core is tested in an environment of its own, so that nothing but the ui can have come to need Qt. ARGS choose from
# all tests, in the environment that has everything.
test: export QT_QPA_PLATFORM = offscreen
test: setup .venv-core/.ready ## check style, types and layers, then run all tests (ARGS are passed on to pytest)
	.venv/bin/ruff check .
	.venv/bin/ruff format --check .
	.venv/bin/mypy
	.venv/bin/lint-imports
	@.ci/system-packages browser
	$(call pytest,.venv/bin/python,$(or $(ARGS),tests/ui tests/test_architecture.py))
	$(if $(ARGS),,$(call pytest,.venv-core/bin/python,--ignore=tests/ui))

# Each picture is an export, by the same command that anybody has.
gallery: setup ## make the README's pictures of what can be exported (MNIST must be there for one of them)
	mkdir -p resources/gallery
	.venv/bin/vaegui figure mnist-vae-2d map --layers points,manifold --colours dark --width 6 --height 6 --dpi 150 --out resources/gallery/map.png
	.venv/bin/vaegui figure mnist-vae-2d map --layers points,prior --width 3.5 --height 3.5 --dpi 300 --out resources/gallery/map.pdf
	.venv/bin/vaegui figure mnist-vae-2d curves --width 7.2 --height 3 --dpi 150 --out resources/gallery/curves.png
	.venv/bin/vaegui film mnist-vae-2d --path "-0.9,2.2 1.2,-0.8" --kind shortest --pixels 360 --fps 12 --seconds 5 --dark --out resources/gallery/path.gif
	.venv/bin/vaegui film mnist-vae-2d --optimise 738 --pixels 360 --fps 10 --seconds 4 --out resources/gallery/optimise.gif

# Both are committed, so that nobody who installs vaegui needs more than a copy of them.
icons: setup ## draw the desktop's icons from resources/icon.svg and resources/icons/lesson.svg
	QT_QPA_PLATFORM=offscreen .venv/bin/python .ci/icons.py

manual: setup ## write the manual page, resources/vaegui.1, from what the command line says of itself
	.venv/bin/python -m vaegui.cli.manual > resources/vaegui.1.tmp && mv resources/vaegui.1.tmp resources/vaegui.1

translations: setup ## bring the catalogues of translations up to date with the code, and make what ships of them
	.venv/bin/python .ci/translations.py

faults: setup ## inject every fault there is, which takes an hour (ARGS are passed on to pytest)
	VAEGUI_FAULTS=all QT_QPA_PLATFORM=offscreen .venv/bin/python -m pytest -s --timeout=3600 \
		$(or $(ARGS),tests/faults tests/ui/test_preferences.py tests/ui/test_alarm.py tests/ui/test_endurance.py)

bench: setup ## measure speed (ARGS are passed on to pytest)
	QT_QPA_PLATFORM=offscreen .venv/bin/python -m pytest tests/benchmarks -q -s -o python_files='bench_*.py' -o python_functions='bench_*' $(ARGS)

# The stamps go first, so that a clean cut short leaves nothing that looks ready.
clean: ## remove everything that was made here
	rm -rf .venv/.ready .venv-core/.ready .venv .venv-core .pytest_cache .mypy_cache .ruff_cache .import_linter_cache build dist tour *.egg-info
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +

# Before system, so that nothing is installed for a Python that will not do.
python:
	@[ -e .venv/.ready ] || $(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || { \
		echo "vaegui needs Python 3.11 or newer; $(PYTHON) is $$($(PYTHON) --version 2>/dev/null || echo missing)."; \
		echo "Debian 12 and Ubuntu 22.04 have one:"; \
		echo "    sudo apt-get install -y python3.11 python3.11-venv && make setup PYTHON=python3.11"; \
		exit 1; }

system: | python
	@.ci/system-packages

# uv is here for its speed alone. It does not read pip's configuration, so it is told of pip's index; where a machine's
# configuration says more than that, uv fails and pip does the work.
define install
	index=$$(.venv/bin/python -m pip config list | sed -n "s/.*\.index-url='\(.*\)'$$/\1/p" | head -n 1); \
	[ -z "$$index" ] || export UV_DEFAULT_INDEX="$${UV_DEFAULT_INDEX:-$$index}"; \
	[ -t 2 ] && quiet= || quiet=--quiet; \
	{ .venv/bin/python -m pip install --quiet uv && .venv/bin/uv pip install $$quiet --python $(1) $(2); } || { \
		echo "uv could not install; pip takes over, which is slower."; \
		.venv/bin/python -m pip install --quiet --upgrade pip; \
		.venv/bin/python -m pip --python $(1) install $$quiet $(2); \
	}
endef

# No .ready means that a set-up was cut short: what it left may be half a package, so it starts afresh. Downloads are
# kept in uv's cache.
.venv/.ready: pyproject.toml | system
	@set -e; start=$$(date +%s); \
	echo "Setting up .venv: the first time this downloads gigabytes, mostly torch."; \
	if ! [ -e $@ ]; then \
		rm -rf .venv; \
		$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { \
			echo "Python's venv module is missing. Please run:"; \
			$(PYTHON) -c 'import sys; print("    sudo apt-get install -y python3.%d-venv" % sys.version_info.minor)'; \
			exit 1; }; \
		$(PYTHON) -m venv .venv; \
	fi; \
	rm -f $@; \
	$(call install,.venv,-e '.[all]' --group dev); \
	touch $@; \
	echo "Set up in $$(($$(date +%s) - start)) s."

# The versions of .venv without Qt and what needs it; uv links the files, so this takes next to no room.
qt = pyside6|shiboken6|pyqtgraph|superqt|qtpy|pytest-qt
.venv-core/.ready: .venv/.ready
	@set -e; start=$$(date +%s); \
	echo "Setting up .venv-core: the same, without Qt."; \
	rm -rf .venv-core; \
	.venv/bin/python -m venv --without-pip .venv-core; \
	.venv/bin/python -m pip freeze --all --exclude pip --exclude-editable | grep -viE '^($(qt))' > .venv-core/requirements.txt; \
	$(call install,.venv-core,--no-deps -r .venv-core/requirements.txt -e .); \
	.venv-core/bin/python -c 'from importlib.util import find_spec as f; \
		found = [m for m in "PySide6 shiboken6 pyqtgraph superqt qtpy pytestqt".split() if f(m)]; \
		assert not found, f"not without Qt: {found}"'; \
	touch $@; \
	echo "Set up in $$(($$(date +%s) - start)) s."
