"""The lines for Neovim in docs/editors.md, in Neovim itself."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.pages import page
from tests.running import DIFFERS, ROOT

#: Whatever the server says, Neovim ends; a wait that is not rewarded tells what was waited for.
DRIVE = """
local function wait(what, test)
  if not vim.wait(60000, test, 50) then print("waited in vain for " .. what) vim.cmd("cquit 1") end
end
local function marks() return vim.diagnostic.get(0) end
local function write(name, text) local file = io.open(name, "w") file:write(text) file:close() end

wait("a mark", function() return #marks() == 1 end)
local mark = marks()[1]
print(mark.lnum, mark.col, mark.end_col, mark.code, mark.source)
vim.api.nvim_win_set_cursor(0, {3, 16})
local answers = vim.lsp.buf_request_sync(0, "textDocument/hover", vim.lsp.util.make_position_params(0, "utf-16"), 60000)
for _, answer in pairs(answers) do print((answer.result.contents.value:gsub("\\n", " / "))) end
vim.lsp.buf.code_action({ apply = true, filter = function(action) return action.title:match("^Ignore") end })
wait("the comment", function() return vim.api.nvim_buf_get_lines(0, 2, 3, false)[1]:match("factcheck: ignore") end)
wait("no mark below the comment", function() return #marks() == 0 end)
vim.cmd("silent undo")
wait("the mark without the comment", function() return #marks() == 1 end)
write("factcheck.toml", 'ignore = ["units"]')
wait("no mark under the new settings", function() return #marks() == 0 end)
vim.cmd("qall!")
"""


def neovim() -> str | None:
    """Neovim, as far as there is one that has vim.lsp.config."""
    program = shutil.which("nvim", path=f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}")
    if program is None:
        return None
    said = subprocess.run([program, "--version"], capture_output=True, text=True, check=True).stdout
    version = re.match(r"NVIM v(\d+)\.(\d+)", said)
    return program if version and tuple(map(int, version.groups())) >= (0, 11) else None


@pytest.fixture
def program() -> str:
    found = neovim()
    if found is None:
        pytest.skip("there is no Neovim 0.11 here")
    return found


def test_what_the_page_says_for_neovim_works_there(program: str, tmp_path: Path) -> None:
    (init,) = re.findall(r"```lua\n(.*?)```", page("editors.md"), re.DOTALL)
    (tmp_path / ".git").mkdir()
    (tmp_path / "bin").mkdir()
    server = tmp_path / "bin" / "factcheck"
    server.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m factcheck "$@"\n', encoding="utf-8")
    server.chmod(0o755)
    for name, text in (("init.lua", init), ("drive.lua", DRIVE), ("draft.md", f"# Depot\n\n{DIFFERS}\n")):
        (tmp_path / name).write_text(text, encoding="utf-8")
    done = subprocess.run(
        [program, "--headless", "-u", "init.lua", "-i", "NONE", "draft.md", "-c", "luafile drive.lua"],
        cwd=tmp_path,
        env={
            **os.environ,
            "PATH": f"{server.parent}{os.pathsep}{os.environ['PATH']}",
            "PYTHONPATH": str(ROOT),
            "XDG_STATE_HOME": str(tmp_path / "state"),
        },
        capture_output=True,
        text=True,
        check=False,
    )
    mark, hover, *_ = done.stderr.splitlines()
    assert done.returncode == 0, done.stderr
    assert mark.split() == ["2", "15", "20", "wrong-conversion", "factcheck"]
    assert hover.startswith("error: “40 km” and “64 miles” differ: 40 km would be 24.9 miles [wrong-conversion] / = ")
