import json
import subprocess
import sys

from vaegui.lecture import LECTURE

STOPS = [stop for stops in LECTURE.values() for stop in stops]


def test_each_stop_has_a_key_of_its_own_which_is_its_title_in_english():
    assert len({stop.key for stop in STOPS}) == len(STOPS)
    assert [stop.title for stop in STOPS] == [stop.key for stop in STOPS]


def test_in_another_language_all_is_translated_but_the_keys():
    program = (
        "import json; from vaegui import words; words.speak('xx', lambda text, count: f'<{text}>');"
        "from vaegui.lecture import LECTURE;"
        "print(json.dumps([[heading, stop.key, stop.title, stop.sentence]"
        " for heading, stops in LECTURE.items() for stop in stops]))"
    )
    result = subprocess.run([sys.executable, "-c", program], check=True, capture_output=True, text=True, timeout=120)
    assert json.loads(result.stdout) == [
        [f"<{heading}>", stop.key, f"<{stop.title}>", f"<{stop.sentence}>"]
        for heading, stops in LECTURE.items()
        for stop in stops
    ]
