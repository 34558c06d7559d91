"""What is packaged is what is in the folders, and what is installed runs."""

from __future__ import annotations

import subprocess
import sys
import tarfile
import venv
from configparser import ConfigParser
from importlib.metadata import metadata
from pathlib import Path, PurePosixPath
from zipfile import ZipFile

import pytest

from factcheck import __version__

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def settings() -> ConfigParser:
    parser = ConfigParser()
    parser.read(ROOT / "setup.cfg", encoding="utf-8")
    return parser


def test_every_folder_of_code_is_packaged_and_so_are_the_rules(settings: ConfigParser) -> None:
    folders = {path.parent.relative_to(ROOT) for path in (ROOT / "factcheck").rglob("__init__.py")}
    packages = {".".join(folder.parts) for folder in folders} | {"factcheck.rules"}
    assert set(settings["options"]["packages"].split()) == packages


def test_every_folder_and_file_of_code_has_its_place_in_the_layers(settings: ConfigParser) -> None:
    layers = settings["importlinter:contract:layers"]["layers"]
    placed = {
        name.strip("() ") for line in layers.splitlines() for name in line.replace(":", "|").split("|") if name.strip()
    }
    code = {path.stem for path in (ROOT / "factcheck").glob("*.py")} | {
        path.parent.name for path in (ROOT / "factcheck").glob("*/__init__.py")
    }
    assert code - {"__init__"} <= placed


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the source distribution, and the wheel that is built from it."""
    folder = tmp_path_factory.mktemp("dist")
    command = [sys.executable, "-m", "build", "--outdir", str(folder), str(ROOT)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return folder


@pytest.mark.slow
def test_the_wheel_holds_the_package_and_every_rule(built: Path) -> None:
    (wheel,) = built.glob("*.whl")
    held = {name for name in ZipFile(wheel).namelist() if ".dist-info/" not in name}
    rules = {
        str(PurePosixPath("factcheck") / path.relative_to(ROOT).as_posix()) for path in (ROOT / "rules").rglob("*.yaml")
    }
    code = {path.relative_to(ROOT).as_posix() for path in (ROOT / "factcheck").rglob("*.py")}
    data = {
        path.relative_to(ROOT).as_posix()
        for path in (ROOT / "factcheck").rglob("*.*")
        if path.is_file() and path.suffix not in {".py", ".pyc"}
    }
    assert rules
    assert held == rules | code | data


@pytest.mark.slow
def test_the_source_distribution_holds_all_that_the_checks_need(built: Path) -> None:
    (archive,) = built.glob("*.tar.gz")
    with tarfile.open(archive) as opened:
        held = {name.partition("/")[2] for name in opened.getnames()}
    needed = {"Makefile", "main.py", "setup.cfg", "pyproject.toml", "LICENSE"}
    needed |= {
        path.relative_to(ROOT).as_posix() for folder in ("rules", "fixtures") for path in (ROOT / folder).rglob("*.*")
    }
    needed |= {path.relative_to(ROOT).as_posix() for path in (ROOT / "tests").rglob("*.py")}
    assert needed - held == set()


@pytest.mark.slow
def test_an_installed_wheel_runs_in_an_empty_environment(built: Path, tmp_path: Path) -> None:
    (wheel,) = built.glob("*.whl")
    venv.create(tmp_path / "venv", with_pip=True)
    binaries = tmp_path / "venv" / ("Scripts" if sys.platform == "win32" else "bin")

    def run(*command: str) -> str:
        done = subprocess.run(
            [binaries / command[0], *command[1:]], capture_output=True, text=True, check=False, cwd=tmp_path
        )
        assert done.returncode in {0, 1}, done.stdout + done.stderr
        return done.stdout

    run("python", "-m", "pip", "install", "--quiet", "--disable-pip-version-check", str(wheel))
    assert __version__ in run("factcheck", "--version")
    assert __version__ in run("python", "-m", "factcheck", "--version")
    assert "conversion" in run("factcheck", "rules")
    (tmp_path / "a.txt").write_text("It is 40 km (64 miles) away.\n", encoding="utf-8")
    assert "40 km" in run("factcheck", "check", "a.txt")


def test_the_distribution_has_a_name_of_its_own_and_the_version_of_the_package(settings: ConfigParser) -> None:
    assert settings["metadata"]["name"] == "factcheck-rules"
    assert metadata("factcheck-rules")["Version"] == __version__


def test_the_package_runs_as_a_module() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "factcheck", "--version"], capture_output=True, text=True, check=True, cwd=ROOT
    )
    assert __version__ in done.stdout


def test_main_runs_from_a_checkout() -> None:
    done = subprocess.run([sys.executable, ROOT / "main.py", "--version"], capture_output=True, text=True, check=True)
    assert __version__ in done.stdout
