"""`python packaging/portable.py WHEEL...`: takes out of a wheel what only the machine that built it has.

maturin names the crates of this repository by their folder in the SBOM. Here they get one name wherever that was; with
SOURCE_DATE_EPOCH and without paths in the library (`make wheel`), two builds of a commit are then the same bytes.
"""

import base64
import hashlib
import json
import sys
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

NAME = "path+file:///connote"
SBOM, RECORD = ".cyclonedx.json", ".dist-info/RECORD"


def without_folder(sbom: bytes) -> bytes:
    """The SBOM with the name of the repository's folder replaced."""
    folder, _, _ = json.loads(sbom)["metadata"]["component"]["bom-ref"].partition("/python#")
    return sbom.replace(folder.encode(), NAME.encode())


def recorded(name: str, content: bytes) -> str:
    """The line of a file in RECORD."""
    digest = base64.urlsafe_b64encode(hashlib.sha256(content).digest()).rstrip(b"=").decode()
    return f"{name},sha256={digest},{len(content)}"


def rewrite(path: Path) -> None:
    """Rewrites a wheel in place, its files in the order and with the times and modes that they have."""
    with ZipFile(path) as wheel:
        files: list[tuple[ZipInfo, bytes]] = [(info, wheel.read(info)) for info in wheel.infolist()]
    lines = {}
    with ZipFile(path, "w", ZIP_DEFLATED) as wheel:
        for info, content in files:
            if info.filename.endswith(SBOM):
                content = without_folder(content)
                lines[info.filename] = recorded(info.filename, content)
            elif info.filename.endswith(RECORD):
                found = content.decode().splitlines()
                content = "".join(f"{lines.get(line.split(',')[0], line)}\n" for line in found).encode()
            wheel.writestr(info, content, ZIP_DEFLATED)


if __name__ == "__main__":
    for argument in sys.argv[1:]:
        rewrite(Path(argument))
