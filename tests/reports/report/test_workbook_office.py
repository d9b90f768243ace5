"""The report's workbook in LibreOffice: opened, printed and saved there."""

import io
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import load_workbook
from tests.conftest import external_tool
from tests.reports.report.workbook import contents, data_of

from cssa.messages import LANGS, Lang
from cssa.reports.report_view import ReportView

pytestmark = pytest.mark.external("soffice")


@pytest.fixture(scope="module")
def convert(tmp_path_factory: pytest.TempPathFactory) -> Callable[[bytes, str], Path]:
    """Have LibreOffice write a workbook in another format."""
    folder = tmp_path_factory.mktemp("office")

    def run(data: bytes, format_: str) -> Path:
        soffice = external_tool("soffice")
        assert soffice
        given, out = folder / "report.xlsx", folder / "out"
        given.write_bytes(data)
        subprocess.run(
            [
                soffice, "--headless", "--norestore",
                f"-env:UserInstallation={(folder / 'profile').as_uri()}",
                "--convert-to", format_, "--outdir", str(out), str(given),
            ],
            capture_output=True, check=True, timeout=120,
        )  # fmt: skip
        return out / f"report.{format_}"

    return run


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("name", ["typical", "hostile", "nothing"])
def test_what_libreoffice_saves_says_the_same(
    name: str,
    lang: Lang,
    institution: Callable[[str], ReportView],
    convert: Callable[[bytes, str], Path],
) -> None:
    data = data_of(institution(name), lang)
    written = convert(data, "xlsx")
    saved, given = load_workbook(written), load_workbook(io.BytesIO(data))
    assert contents(saved) == contents(given)
    charts = [len(sheet._charts) for sheet in given]
    assert [len(sheet._charts) for sheet in saved] == charts
    assert sum(charts) == 3


def test_it_can_be_printed(
    institution: Callable[[str], ReportView], convert: Callable[[bytes, str], Path]
) -> None:
    assert convert(data_of(institution("typical"), "ja"), "pdf").read_bytes().startswith(b"%PDF")
