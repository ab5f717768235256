"""Every word of the templates as Python, for vulture: what a template reads by name is in use.

`python -m tests.names_in_templates FILE` writes one line per word (`_.word`), for `make check`.
"""

import keyword
import re
import sys
from pathlib import Path

WORD = re.compile(r"[A-Za-z_]\w*")


def words_of(folder: Path) -> set[str]:
    """Collect the words of all files in a folder that could be names in Python."""
    found = {word for path in folder.rglob("*.*") for word in WORD.findall(path.read_text(encoding="utf-8"))}
    return {word for word in found if not keyword.iskeyword(word)}


if __name__ == "__main__":
    target = Path(sys.argv[1])
    target.parent.mkdir(exist_ok=True)
    target.write_text("".join(f"_.{word}\n" for word in sorted(words_of(Path("templates")))), encoding="utf-8")
